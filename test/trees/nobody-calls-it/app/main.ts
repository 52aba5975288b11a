console.log("calls nobody");

export default {
  preset: "crate-interface/jest",
};

import { writeSync } from "node:fs";
import { expand } from "../../src/expand/expand.ts";

// Run by nesting.test.ts in a process of its own, which a failure would end.

const many = (count: number): Record<string, string> => {
  const times = (text: string): string => text.repeat(count);
  return {
    parentheses: `${times("(")}1${times(")")}`,
    "open parentheses": times("("),
    arrays: `${times("[")}${times("]")}`,
    objects: `x=${times("{a:")}1${times("}")}`,
    patterns: `let ${times("[")}a${times("]")}=1`,
    blocks: `${times("{")}${times("}")}`,
    functions: `${times("function f(){")}${times("}")}`,
    classes: `${times("class A{x=")}1${times("}")}`,
    typeof: `${times("typeof ")}x`,
    not: `${times("!")}x`,
    minus: `${times("- ")}x`,
    await: `${times("await ")}x`,
    new: `${times("new ")}X`,
    arrows: `${times("a=>")}1`,
    "async arrows": `${times("async a=>")}1`,
    "arrows on lines": `${times("a=>\n")}1`,
    if: `${times("if(1)")};`,
    "if on lines": `${times("if(1)\n")};`,
    "else if": `${times("if(1);else ")};`,
    "else if with blocks": `${times("if(1){}\nelse ")};`,
    for: `${times("for(;;)")};`,
    "for with commas": `${times("for(a,b;;)\n")};`,
    while: `${times("while(1)")};`,
    do: `${times("do ")};${times("while(1)")}`,
    labels: `${Array.from({ length: count }, (_, i) => `l${i}:`).join("")};`,
    switch: `${times("switch(1){case 1:")}${times("}")}`,
    try: `${times("try{")}${times("}finally{}")}`,
    conditions: `${times("a?b:")}c`,
    assignments: `${times("a=")}1`,
    powers: `${times("a**")}1`,
    sums: `x${times("+1")}`,
    "sums on lines": `x${times("\n+1")}`,
    and: `a${times("&&a")}`,
    members: `f${times(".a")}`,
    "optional members": `f${times("?.a")}`,
    calls: `f${times("()")}`,
    indices: `f${times("[0]")}`,
    tags: `x${times("``")}`,
    templates: `${times("`${")}1${times("}`")}`,
    spreads: `${times("[...")}${times("]")}`,
    imports: `${times("import(")}1${times(")")}`,
    exports: times("export "),
    elements: `x=${times("<a>")}${times("</a>")}`,
    "elements in braces": `x=${times("<a>{")}1${times("}</a>")}`,
    "elements in attributes": `x=${times("<a b={")}1${times("}/>")}`,
    "type arguments": `type X=${times("A<")}B${times(">")}`,
    "array types": `type X=A${times("[]")}`,
    "conditional types": `type X=${times("A extends B?C:")}D`,
    "function types": `type X=${times("()=>")}D`,
    "type operators": `type X=${times("keyof ")}D`,
    "template types": `type X=${times("`${")}A${times("}`")}`,
    assertions: `${times("<A>")}x`,
    as: `x${times(" as A")}`,
    "non-null": `x${times("!")}`,
    namespaces: `namespace ${times("a.")}b{}`,
    comments: `${times("/*")}*/`,
  };
};

for (const count of [1_000, 10_000, 50_000]) {
  for (const [name, code] of Object.entries(many(count))) {
    for (const file of ["input.ts", "input.tsx"]) {
      writeSync(1, `${count} ${name} in ${file}: `);
      const expansion = expand(`import "crate-interface/macro";\n${code}`, `/${file}`);
      const refused = expansion?.diagnostics.map(({ code: error }) => error) ?? [];
      writeSync(1, `${refused.join() || "expanded"}\n`);
    }
  }
}

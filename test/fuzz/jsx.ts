import { expression } from "./expressions.ts";
import { typeText } from "./types.ts";
import type { Writer } from "./writer.ts";

/** JSX, with macros in attributes and children, and their names in text and in tags. */
export function markup(w: Writer): string {
  if (!w.language.jsx) return w.visible();
  const child = (): string => `{ ${expression(w)} }`;
  const text = w.pick(
    () => `<p a={ ${expression(w)} }>${child()}</p>`,
    () => `<>${child()}call_interface(HelloIf.hello()){ ...${expression(w)} }</>`,
    () => `<Box { ...${expression(w)} } b="c" d:e={ ${expression(w)} } />`,
    () => `<x.Y>text&amp;${markupOrChild(w)}</x.Y>`,
    () => tag(w, child()),
    () => `<call_interface HelloIf={ ${expression(w)} } />`,
    () => `<p>{ }${child()}</p>`,
    () => `<p>{ ...${expression(w)} }</p>`,
    () => `<a:b c=<i /> d={ ${expression(w)} } e></a:b>`,
    () =>
      w.language.typescript
        ? `<Box < ${typeText(w)} > a={ ${expression(w)} } />`
        : w.place.this
          ? "<this.x />"
          : "<i />",
  );
  // Babel prints no parentheses around JSX, even before `<`.
  return `[ ${text} ]`;
}

/** A component that the file declares. Not all names of ECMAScript are names of JSX elsewhere. */
function tag(w: Writer, child: string): string {
  const name = w.visible();
  return /^[A-Z]\w*$/.test(name) ? `<${name} a={ ${name} }>${child}</${name}>` : "<X.Y />";
}

function markupOrChild(w: Writer): string {
  return w.pick(
    () => `{ ${expression(w)} }`,
    () => `<i b={ ${expression(w)} } />`,
  );
}

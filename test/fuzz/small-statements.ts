import { self, use } from "./interface-uses.ts";
import type { Place } from "./place.ts";
import type { Writer } from "./writer.ts";

// Statements with one macro in each. Others nest, and where they do, decisions end before all kinds of
// them have been written.

/** A statement of any kind that a function can have. */
export function small(w: Writer): string {
  const piece = (): string => (w.choices.chance(3) ? self(w) : use(w));
  const [name, label] = [w.fresh(), w.fresh("l")];
  const { place } = w;
  return w.pick(
    () => `switch ( ${piece()} ) { case 1 : x ( ) ¶ break ¶ default : ${piece()} ¶ }\n`,
    () => `${label} : for ( ; ; ) { if ( x ) continue·${label} ¶ break·${label} ¶ }\n`,
    () => `for ( const·${name} in ${piece()} ) if ( ${name} ) continue ¶ else break ¶`,
    () => `for ( let ${name} of [ ${piece()} ] ) { x ( ${name} ) ¶ }\n`,
    () => `for ( var ${name} = 1 ; ${piece()} ; ${name}·++ ) debugger ¶`,
    () => `while ( ${piece()} ) { break ¶ }\n`,
    () => `do x ( ${piece()} ) ¶ while ( x ) ¶`,
    () => `try { throw·${piece()} ¶ } catch { } finally { ${piece()} ¶ }\n`,
    () => `try { } catch ( ${name} ) { x ( ${name} , ${piece()} ) ¶ }\n`,
    () => `if ( x ) ${piece()} ¶ else ${piece()} ¶`,
    () => `${label} : { break·${label} ¶ }\n`,
    () => `const·${name} = ${piece()} ; let ${w.fresh()} = ${name} ¶`,
    () => (place.using ? `{ using·${name} = ${piece()} ¶ }\n` : ";"),
    () => (place.await ? `{ await·using·${name} = ${piece()} ¶ }\n` : ";"),
    () => (place.await ? `for await ( const·${name} of ${piece()} ) ;` : ";"),
    () => (place.await ? `await·${piece()} ¶` : ";"),
    () => (place.yield ? `yield·* ${piece()} ¶` : ";"),
    () => (place.yield ? `${name} : while ( yield ) continue·${name} ¶` : ";"),
    () => (place.return ? `return·${piece()} ¶` : ";"),
    () => (place.return ? "return ¶" : ";"),
    () => `function ${name} ( ) { return·${within(w, "own")} ¶ }\n`,
    () => `class ${name} { static { ${within(w, "forbidden")} ¶ } #a = 1 ; static·b = this ; }\n`,
    () => `throw·new·( ${piece()} ) ( ) ¶`,
    () => "debugger ¶",
    () => "; ; { }\n",
  );
}

/** A macro in a function, or in what is like one. */
function within(w: Writer, ownArguments: Place["arguments"]): string {
  const place = { await: false, yield: false, self: false, arguments: ownArguments };
  return w.in(place, "function", () => use(w));
}

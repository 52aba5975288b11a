/**
 * How deep a file may nest. The parser takes 2,000 levels of the costliest kind (function bodies)
 * on the 4 MB stack of a Node worker; code that people write stays far below, see
 * `test/expand/nesting.test.ts`.
 */
const LIMIT = 3_000;

/** Up to this length, in UTF-16 code units, no text nests too deeply: a level takes one at least. */
const SAFE_LENGTH = 5_000;

/** What a bracket costs of it; a token that takes what follows as its operand or body costs 1. */
const BRACKET = 2;

/** What a token costs that takes what is before it (`+ 1`, `.a`, `as T`): the tree alone is deep. */
const INFIX = 0.1;

/**
 * The offset at which a file nests too deeply for the parser, or -1.
 *
 * The parser is native and recursive: when it overflows its stack, it takes the process with it,
 * which no `catch` can prevent. So this looks first, without parsing, at what makes the parser
 * descend: brackets, and the tokens that take what follows them as their operand or body (`!`,
 * `typeof`, `a =>`, `if (a)`, `a ? b :`). Where a statement or an element ends, those end as well.
 */
export function findTooDeep(code: string): number {
  if (code.length <= SAFE_LENGTH) return -1;
  /** How many tokens descend within each open bracket. */
  const chains = [0];
  let total = 0;
  const setChain = (length: number): void => {
    const level = chains.length - 1;
    total += length - chains[level];
    chains[level] = length;
  };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(code); match; match = TOKEN.exec(code)) {
    const token = match[0];
    const chain = chains[chains.length - 1];
    switch (token[0]) {
      case "(":
      case "[":
      case "{":
        chains.push(0);
        total += BRACKET;
        break;
      case ")":
      case "]":
      case "}":
        if (chains.length > 1) total -= BRACKET + (chains.pop() ?? 0);
        setChain(token.length > 1 ? 0 : chains[chains.length - 1] + INFIX);
        break;
      case ";":
      case ",":
      case "\n":
        setChain(0);
        break;
      case '"':
      case "'":
        break;
      default:
        if (token === "</" || token === "/>") setChain(Math.max(0, chain - 1));
        else setChain(chain + (INFIXES.test(token) ? INFIX : 1));
    }
    if (total > LIMIT) return match.index;
  }
  return -1;
}

/** Words that take what follows as operand or body. */
const PREFIXES =
  "typeof|void|delete|await|new|yield|async|if|else|for|while|do|switch|try|class|extends|keyof|readonly|unique|infer";

/** Words that continue what stands on the line before. */
const CONTINUATIONS = "of|in|instanceof|as|satisfies|is|catch|finally|from";

/** Tokens that cost {@link INFIX}; a regular expression is one of them, as it costs little. */
const INFIXES = /^(?:[-+*/%&|^.`]$|\/.|as$|satisfies$)/;

const TOKEN = new RegExp(
  [
    String.raw`"(?:[^"\\\n]|\\.)*"`,
    String.raw`'(?:[^'\\\n]|\\.)*'`,
    // After these, a slash begins a regular expression.
    String.raw`(?<=[=(,:!&|?;{[]\s*)\/(?![/*])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/`,
    // The end of a block, if a statement follows on another line.
    String.raw`\}(?:[ \t]*\r?\n\s*(?=[\w$@])(?!(?:else|while|extends|${CONTINUATIONS})\b))?`,
    String.raw`[([{)\],]`,
    String.raw`;(?!\s*else\b)`,
    // The end of a line, if neither continues the other.
    String.raw`(?<=[\w$"'\`)\]]\r?)\n\s*(?=[A-Za-z_$])(?!(?:${PREFIXES}|${CONTINUATIONS})\b)(?![\w$]+\s*(?::|=>))`,
    String.raw`\b(?:${PREFIXES})\b`,
    String.raw`=>|<\/|\/>|\*\*|\bexport(?=\s+export\b)|\b(?:as|satisfies)\b`,
    "[-+*/%&|^.`?:!~<=@]",
  ].join("|"),
  "g",
);

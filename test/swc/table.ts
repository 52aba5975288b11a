import { ARRAY, type Item, TAG, TEXT, UNSIGNED } from "./bytes/cbor.ts";

/** `swc-plugin/ast/shapes.ts`, which is AssemblyScript, as JavaScript sees it. */
interface Shapes {
  Type: Record<number, string>;
  Slot: Record<number, string>;
  Holds: Record<number, string>;
  STRUCTS: number[];
  ENUMS: number[];
}

interface Field {
  slot: string;
  holds: string;
  type: string;
}

/** What the table says: of each struct its fields by their number, of each enum what it holds. */
export interface Table {
  structs: Map<string, Map<number, Field[]>>;
  enums: Map<string, string[]>;
}

export async function readTable(): Promise<Table> {
  const url = new URL("../../swc-plugin/ast/shapes.ts", import.meta.url);
  const { Type, Slot, Holds, STRUCTS, ENUMS }: Shapes = await import(url.href);
  const table: Table = { structs: new Map(), enums: new Map() };
  for (let at = 0; at < STRUCTS.length; ) {
    const [type, count] = [Type[STRUCTS[at++]], STRUCTS[at++]];
    const fields = Array.from({ length: count }, () => ({
      slot: Slot[STRUCTS[at++]],
      holds: Holds[STRUCTS[at++]],
      type: Type[STRUCTS[at++]],
    }));
    table.structs.set(type, (table.structs.get(type) ?? new Map()).set(count, fields));
  }
  for (let at = 0; at < ENUMS.length; ) {
    const [type, count] = [Type[ENUMS[at++]], ENUMS[at++]];
    table.enums.set(
      type,
      Array.from({ length: count }, () => Type[ENUMS[at++]]),
    );
  }
  return table;
}

/** All that a tree can have by the table: `ImportDecl/6` for a struct, `Expr#12` for a variant. */
export function everything({ structs, enums }: Table): string[] {
  return [
    ...[...structs].flatMap(([type, bySize]) => [...bySize.keys()].map((n) => `${type}/${n}`)),
    ...[...enums].flatMap(([type, variants]) => variants.map((_, i) => `${type}#${i + 1}`)),
  ];
}

/** Compares trees with the table. */
export class Comparison {
  /** What was there, as `everything` calls it. */
  readonly seen = new Set<string>();
  /** Where a tree is not what the table says, and what stands there. */
  readonly different: string[] = [];
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  /** Compares what an item is with what the table says of a type. */
  node(type: string, item: Item, path: string): void {
    if (type === "OnlyTypes") return;
    const variants = this.table.enums.get(type);
    if (variants) {
      const variant = variants[item.argument - 1];
      if (item.major !== TAG || !variant) this.report(path, `no ${type}`, item);
      else {
        this.seen.add(`${type}#${item.argument}`);
        this.node(variant, item.items[0], `${path} ${type}#${item.argument}`);
      }
      return;
    }
    const fields = this.table.structs.get(type)?.get(item.argument);
    if (item.major !== ARRAY || !fields) this.report(path, `no ${type}`, item);
    else {
      this.seen.add(`${type}/${fields.length}`);
      fields.forEach((field, i) => {
        this.field(field, item.items[i], `${path} ${type}.${field.slot}`);
      });
    }
  }

  private field({ holds, type }: Field, item: Item, path: string): void {
    const nodes = holds === "Types" ? [] : HOLDERS[holds](item);
    if (!nodes) this.report(path, `not as ${holds}`, item);
    for (const node of nodes ?? []) this.node(type, node, path);
  }

  private report(path: string, what: string, { major, argument }: Item): void {
    this.different.push(`${path}: ${what}, but major ${major}, argument ${argument}`);
  }
}

/** Of each way to hold nodes, the nodes in an item; `null` if it does not hold them so. */
const HOLDERS: Record<string, (item: Item) => Item[] | null> = {
  Scalar: (item) => (isScalar(item) ? [] : null),
  Span: (item) => (isSpan(item) ? [] : null),
  Lo: ({ major }) => (major === UNSIGNED ? [] : null),
  Hi: ({ major }) => (major === UNSIGNED ? [] : null),
  Dots: (item) => (isSpan(item) || optional(item)?.every(isSpan) ? [] : null),
  Ctxt: ({ major }) => (major === UNSIGNED ? [] : null),
  Sym: ({ major }) => (major === TEXT ? [] : null),
  One: (item) => [item],
  Option: (item) => optional(item),
  List: ({ major, items }) => (major === ARRAY ? items : null),
  Holes: ({ major, items }) => (major === ARRAY ? all(items.map(optional)) : null),
  OptionList: (item) => all((optional(item) ?? [item]).map((list) => HOLDERS.List(list))),
};

function optional({ major, items }: Item): Item[] | null {
  return major === ARRAY && items.length <= 1 ? items : null;
}

function all(lists: (Item[] | null)[]): Item[] | null {
  return lists.includes(null) ? null : (lists as Item[][]).flat();
}

function isSpan({ major, items }: Item): boolean {
  return major === ARRAY && items.length === 2 && items.every((end) => end.major === UNSIGNED);
}

/** What no node can be in: a span, nothing or one scalar in an array, or neither an array nor a tag. */
function isScalar(item: Item): boolean {
  if (item.major === ARRAY) return isSpan(item) || (optional(item)?.every(isScalar) ?? false);
  return item.major !== TAG;
}

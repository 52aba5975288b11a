// The files that are measured, in a way for each plugin: as many lines, as many sites.

const ways = {
  ours: {
    head: `import { call_interface } from "crate-interface/macro";
import { StoreIf } from "interfaces";
`,
    site: (i) => `call_interface(StoreIf.label(name, price, count, ${i}))`,
    expanded: /\b__StoreIf_label\(/g,
  },
  lingui: {
    head: `import { t } from "@lingui/core/macro";
`,
    site: (i) => "t`order " + i + ": ${name}, ${price}, ${count} times`",
    expanded: /i18n\._\(/g,
  },
  emotion: {
    head: `import { css } from "@emotion/react";
`,
    site: (i) => "css`order: " + i + "; width: ${price}px; height: ${count}px`",
    expanded: /css\("order:/g,
  },
  // Its sites are names of one import, each of which becomes an import of its own.
  imports: {
    head: (sites) => `import { ${sites.map((i) => `label${i}`).join(", ")} } from "interfaces";
`,
    site: (i) => `label${i}(name, price, count, ${i})`,
    expanded: /from "interfaces\/label\d+"/g,
  },
};

/** Without a site. */
const plain = (i) => `label(name, price, \`\${count} times in order ${i}\`)`;

/** Ordinary code: 13 lines. */
const block = (i, label) => `
/** Adds up what the items of order ${i} cost, with taxes. */
export function total${i}(items: Item[], rate = 0.2): number {
  let sum = 0;
  for (const { price, count = 1, name } of items) {
    if (price < 0) throw new RangeError(\`\${name} costs \${price}\`);
    // Discounts are the store's.
    const label = ${label};
    sum += price * count * (1 + (label === "" ? rate : 0));
  }
  return Math.round(sum * 100) / 100;
}
`;

/** As many blocks, of which every so-maniest has a site. */
function write({ head, site }, blocks, sites) {
  const every = Math.floor(blocks / Math.max(sites, 1));
  const has = (i) => i % every === 0 && i / every < sites;
  const numbers = Array.from({ length: blocks }, (_, i) => i);
  const imports = typeof head === "function" ? head(numbers.filter(has)) : head;
  return (
    (sites ? imports : "") + numbers.map((i) => block(i, has(i) ? site(i) : plain(i))).join("")
  );
}

export const SIZES = {
  small: { blocks: 8, sites: 5 },
  "large, no macros": { blocks: 205, sites: 0 },
  "large, 100 sites": { blocks: 205, sites: 100 },
};

/** The file of a size for a plugin. */
export function input(plugin, size) {
  const { blocks, sites } = SIZES[size];
  return write(ways[plugin], blocks, sites);
}

/** Throws where a plugin did not do its work: what expands nothing would be fast. */
export function check(plugin, size, output) {
  const found = output.match(ways[plugin].expanded)?.length ?? 0;
  if (found !== SIZES[size].sites) {
    throw new Error(`${plugin} expanded ${found} of ${SIZES[size].sites} sites in ${size}`);
  }
}

/** Options of @swc/core: nothing but types is stripped. */
export function options(cacheRoot, plugin) {
  return {
    filename: "input.ts",
    swcrc: false,
    configFile: false,
    jsc: {
      target: "esnext",
      parser: { syntax: "typescript" },
      experimental: { cacheRoot, plugins: plugin ? [[plugin.file, plugin.options]] : [] },
    },
  };
}

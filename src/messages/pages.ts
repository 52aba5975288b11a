// biome-ignore lint/style/useImportType: AssemblyScript has no `import type`
import { Page } from "./page.ts";
import { linkingPages } from "./pages-linking.ts";
import { macroPages } from "./pages-macros.ts";
import { packagePages } from "./pages-packages.ts";
import { swcPages } from "./pages-swc.ts";
import { testingPages } from "./pages-testing.ts";

/** The explanations of all codes, in their order. */
export function allPages(): Page[] {
  return macroPages()
    .concat(linkingPages())
    .concat(testingPages())
    .concat(swcPages())
    .concat(packagePages());
}

/** The explanation of a code such as `CI2001`, or `null` when there is no such code. */
export function findPage(code: string): Page | null {
  const pages = allPages();
  for (let i = 0; i < pages.length; i++) {
    if (pages[i].code === code) return pages[i];
  }
  return null;
}

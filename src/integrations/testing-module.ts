import { fileURLToPath } from "node:url";
import { diagnose } from "../diagnostics/diagnose.ts";
import { CrateInterfaceError, readFromDisk } from "../diagnostics/error.ts";
import type { ModuleFormat } from "../link/overridable-source.ts";
import { testingInProduction } from "../messages.ts";
import { slash } from "../scan/paths.ts";
import type { LinkedView } from "./linked-view.ts";
import { fileOf } from "./module-id.ts";

/** The module that tests import. */
export const TESTING_MODULE = "crate-interface/testing";

/** The same as a hook filter. */
export const TESTING_SPECIFIER: RegExp = /^crate-interface\/testing$/;

/** What tests import under Vitest, as a file: of this package, whichever copy of it is installed beside the tests. */
export const TESTING_FILE: string = fileOfPackage("dist/testing/linked.js");

/** What modules whose members can be overridden are made of. */
export const RUNTIME: Record<ModuleFormat, string> = {
  module: fileOfPackage("dist/testing/overridable.js"),
  commonjs: fileOfPackage("commonjs/testing/overridable.js"),
};

/** The setup file of Vitest. */
export const VITEST_SETUP: string = fileOfPackage("dist/testing/vitest.js");

/**
 * Where an import of {@link TESTING_MODULE} leads; `null` for what it would lead to anyway, where
 * overriding is an error while the program runs.
 *
 * @param importer the id of the importing module
 * @throws CrateInterfaceError (CI2016) when the build is for production
 */
export function resolveTesting(view: LinkedView, importer: string | undefined): string | null {
  if (view.isForTests) return TESTING_FILE;
  if (!view.isForProduction) return null;
  const file = importer === undefined ? "" : fileOf(importer);
  const start = readFromDisk(file)?.indexOf(TESTING_MODULE) ?? -1;
  const span = start < 0 ? null : { file, start, end: start + TESTING_MODULE.length };
  throw new CrateInterfaceError([diagnose(testingInProduction(), span)]);
}

/** This file is in `dist/integrations`, or in `src/integrations`. */
function fileOfPackage(path: string): string {
  return slash(fileURLToPath(new URL(`../../${path}`, import.meta.url)));
}

/**
 * A setup file of Vitest, which the plugin for Vite adds. It is evaluated anew for every test file,
 * also where the files share modules.
 *
 * @module
 */
import { afterAll, aroundEach } from "vitest";
import { endFile, inTest, linkForTests } from "./scopes.ts";

linkForTests();
aroundEach((runTest) => inTest(runTest));
afterAll(endFile);

// The plugins to compare with, and the versions of @swc/core that they are compiled for.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = import.meta.dirname;
if (!existsSync(`${here}/node_modules`)) {
  execFileSync("npm", ["install", "--ignore-scripts", "--no-save"], {
    cwd: here,
    stdio: "inherit",
  });
}
const require = createRequire(import.meta.url);

/** No version of a Rust plugin runs on two generations of @swc/core. */
export const GENERATIONS = [
  {
    core: "@swc/core",
    lingui: "@lingui/swc-plugin",
    emotion: "@swc/plugin-emotion",
    imports: "@swc/plugin-transform-imports",
  },
  {
    core: "swc-1.15",
    lingui: "lingui-1.15",
    emotion: "emotion-1.15",
    imports: "transform-imports-1.15",
  },
].map(({ core, lingui, emotion, imports }) => ({
  core: { ...packageOf(core), file: require.resolve(core) },
  plugins: {
    ours: {
      name: "crate-interface/swc",
      ...wasm(fileURLToPath(new URL("../../dist/crate-interface.wasm", import.meta.url))),
      options: {},
    },
    lingui: { ...packageOf(lingui), ...wasm(require.resolve(lingui)), options: {} },
    emotion: { ...packageOf(emotion), ...wasm(require.resolve(emotion)), options: {} },
    imports: {
      ...packageOf(imports),
      ...wasm(require.resolve(imports)),
      options: { interfaces: { transform: "interfaces/{{member}}" } },
    },
  },
}));

function packageOf(alias) {
  const { name, version } = JSON.parse(
    readFileSync(`${here}/node_modules/${alias}/package.json`, "utf8"),
  );
  return { name: `${name} ${version}` };
}

function wasm(file) {
  return { file, bytes: statSync(file).size };
}

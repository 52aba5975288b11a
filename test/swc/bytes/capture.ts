import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFixtures } from "../../fixture.ts";
import { compilePlugin } from "./compile.ts";
import { RECORDER } from "./plugins.ts";
import { HOSTS, type Host, options } from "./swc.ts";

/** A file that is one script. */
export interface File {
  file: string;
  code: string;
}

/** What a host sends to a plugin for one file. */
export interface Capture extends File {
  /** `call-form/input.ts, 1.15.0, plugin first` */
  name: string;
  host: Host;
  runPluginFirst: boolean;
  /** The unresolved mark. */
  mark: number;
  /** The tree. */
  bytes: Uint8Array;
}

/** The inputs of all fixtures. */
export function fixtureFiles(): File[] {
  return readFixtures()
    .filter(({ file }) => !/\.(vue|svelte)$/.test(file))
    .map(({ name, file, input }) => ({ file: `${name}/${file}`, code: input }));
}

/** Files that have every node there is, and macros before them. */
export function everyNodeFiles(): File[] {
  return readdirSync(EVERY_NODE)
    .filter((name) => !name.startsWith("script"))
    .map((name) => ({
      file: `every-node/${name.replace(/\.txt$/, "")}`,
      code: MACROS + readFileSync(join(EVERY_NODE, name), "utf8"),
    }));
}

const EVERY_NODE = join(import.meta.dirname, "../every-node");

const MACROS = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
call_interface(HelloIf.hello());
`;

/** What each host sends for files, with and without types; nothing for what it cannot parse. */
export async function capture(files: readonly File[]): Promise<Capture[]> {
  const recorder = await compilePlugin("recorder", RECORDER);
  return HOSTS.flatMap((host) =>
    files.flatMap((file) =>
      [false, true].flatMap((first) => captureOne(recorder, host, file, first) ?? []),
    ),
  );
}

function captureOne(
  recorder: string,
  host: Host,
  { file, code }: File,
  runPluginFirst: boolean,
): Capture | null {
  let output: string;
  try {
    output = host.transformSync(code, options(file, [recorder, {}], runPluginFirst)).code;
  } catch {
    return null;
  }
  const recorded = Uint8Array.from(Buffer.from(/[0-9a-f]{8,}/.exec(output)![0], "hex"));
  return {
    name: `${file}, ${host.version}${runPluginFirst ? ", plugin first" : ""}`,
    file,
    code,
    host,
    runPluginFirst,
    mark: new DataView(recorded.buffer).getUint32(0),
    bytes: recorded.subarray(4),
  };
}

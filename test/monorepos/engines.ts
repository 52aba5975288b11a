import { execFile } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What an engine did with the tasks of a run, each written as `shop:check`, sorted. */
export interface Run {
  status: number;
  /** Standard output and standard error. */
  printed: string;
  /** Tasks that ran. */
  executed: string[];
  /** Tasks whose result came from a cache. */
  cached: string[];
}

/** A program that runs and caches the tasks of a monorepo. */
export interface Engine {
  /** The name of the example. */
  name: "turborepo" | "nx";
  /**
   * Runs a task of all packages that have it, and what that depends on.
   *
   * @param task its name, and options of the engine
   * @param env besides what keeps engines from the network
   */
  run(dir: string, task: string, env?: Record<string, string>): Promise<Run>;
  /** The environment by which it shares results over HTTP with others. */
  remoteCache(url: string): Record<string, string>;
}

export const turborepo: Engine = {
  name: "turborepo",
  async run(dir, task, env) {
    const summaries = `${dir}/.turbo/runs`;
    rmSync(summaries, { recursive: true, force: true });
    const args = ["run", ...task.split(" "), "--summarize"];
    const { status, printed } = await start(dir, "turbo/bin/turbo", args, env);
    const files = ifThere(() => readdirSync(summaries)) ?? [];
    const tasks = files.flatMap(
      (file) => (JSON.parse(readFileSync(`${summaries}/${file}`, "utf8")) as Summary).tasks,
    );
    const having = (wanted: string): string[] =>
      tasks
        .filter(({ cache }) => cache.status === wanted)
        .map(({ taskId }) => taskId.replace(/^@.*\//, "").replace("#", ":"))
        .sort();
    return { status, printed, executed: having("MISS"), cached: having("HIT") };
  },
  remoteCache: (url) => ({ TURBO_API: url, TURBO_TOKEN: "token", TURBO_TEAM: "team" }),
};

/** The file that `turbo --summarize` writes, as far as it is read here. */
interface Summary {
  tasks: { taskId: string; cache: { status: "HIT" | "MISS" } }[];
}

export const nx: Engine = {
  name: "nx",
  async run(dir, task, env) {
    const args = ["run-many", "--outputStyle=static", "--targets", ...task.split(" ")];
    const { status, printed } = await start(dir, "nx/dist/bin/nx.js", args, env);
    // `> nx run @nx-example/shop:check  [local cache]`
    const lines = [...printed.matchAll(/^> nx run @.*\/(\S+)(?: +\[(.+)\])?$/gm)];
    const having = (cached: boolean): string[] =>
      lines
        .filter(([, , from]) => (from !== undefined) === cached)
        .map(([, name]) => name)
        .sort();
    return { status, printed, executed: having(false), cached: having(true) };
  },
  remoteCache: (url) => ({
    NX_SELF_HOSTED_REMOTE_CACHE_SERVER: url,
    NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: "token",
  }),
};

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** Runs a program of the repository's `node_modules` in a folder, with no environment but `env`. */
export function start(
  cwd: string,
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ status: number; printed: string }> {
  const { PATH = "", HOME = "" } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [`${modules}/${script}`, ...args],
      { cwd, env: { PATH, HOME, ...ALONE, ...env }, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        resolve({ status: error ? Number(error.code) : 0, printed: stdout + stderr });
      },
    );
  });
}

/** No network, no processes that stay, and no colours. */
const ALONE = {
  NO_COLOR: "1",
  DO_NOT_TRACK: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  NX_DAEMON: "false",
  NX_NO_CLOUD: "true",
  NX_TUI: "false",
  npm_config_update_notifier: "false",
};

function ifThere<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import type { Tree } from "../tree.ts";

const JEST = createRequire(import.meta.url).resolve("jest/bin/jest");

/** What a run of Jest ended with. */
export interface JestRun {
  exitCode: number;
  /** All that Jest printed, in the order in which it did, without colours. */
  printed: string;
}

/** A Jest that is running. */
export interface RunningJest {
  /** Waits until Jest has printed a text after what was waited for last; resolves to all up to it. */
  printed(text: string): Promise<string>;
  ended: Promise<JestRun>;
  stop(): Promise<void>;
}

export interface JestOptions {
  /** Folder in the tree that Jest runs in. Default: `packages/app`. */
  cwd?: string;
  args?: readonly string[];
  /** Whether Jest runs ES modules as such. */
  esm?: boolean;
}

/** Runs the command line of Jest, with a cache that belongs to the tree. */
export async function runJest(tree: Tree, options: JestOptions = {}): Promise<JestRun> {
  return await startJest(tree, options).ended;
}

export function startJest(tree: Tree, options: JestOptions = {}): RunningJest {
  const { cwd = "packages/app", args = [], esm = false } = options;
  const child = spawn(
    process.execPath,
    [
      ...(esm ? ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"] : []),
      JEST,
      "--no-watchman",
      `--cacheDirectory=${tree.path(".jest-cache")}`,
      ...args,
    ],
    // Without the variables of Vitest, which would be another test's configuration to Babel.
    {
      cwd: tree.path(cwd),
      env: { PATH: process.env.PATH, NO_COLOR: "1" },
      stdio: ["pipe", "pipe", "pipe"],
    },
  );
  let all = "";
  let seen = 0;
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      all += text;
      for (const look of waiting) look();
    });
  }
  const ended = new Promise<JestRun>((resolve) => {
    child.on("close", (code) => resolve({ exitCode: code ?? -1, printed: all }));
  });
  return {
    ended,
    async stop() {
      child.kill();
      await ended;
    },
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const at = all.indexOf(text, seen);
          if (at < 0) return;
          const part = all.slice(seen, at + text.length);
          seen = at + text.length;
          waiting.delete(look);
          resolve(part);
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`Jest ended without printing ${text}:\n${all}`)));
      }),
  };
}

import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import Metro from "metro";
import { mergeConfig } from "metro-config";
import type { Tree } from "../tree.ts";
import { type Build, configOf, run } from "./metro.ts";

/** What the development server sends a running program (`HmrServer` of Metro). */
type Message =
  | { type: "bundle-registered" | "update-start" | "update-done" }
  | { type: "update"; body: Record<"added" | "modified", { module: [id: number, code: string] }[]> }
  | { type: "error"; body: { type: string; message: string } };

interface Socket {
  on(name: "open", listener: () => void): void;
  on(name: "message", listener: (data: Buffer) => void): void;
  send(data: string): void;
  close(): void;
}

// The one that Metro itself uses.
const WebSocket: new (url: string) => Socket = createRequire(
  createRequire(import.meta.url).resolve("metro/package.json"),
)("ws");

/** A development server with a program that takes updates. */
export class DevServer {
  readonly #server: Server;
  readonly #url: string;
  readonly #printed: readonly string[];
  #socket: Socket | null = null;
  readonly #messages: Message[] = [];
  #waiting: (() => void) | null = null;

  private constructor(server: Server, platform: string, printed: readonly string[]) {
    this.#printed = printed;
    this.#server = server;
    const { port } = server.address() as AddressInfo;
    this.#url = `localhost:${port}/src/main.bundle?platform=${platform}&dev=true&minify=false`;
  }

  static async start(tree: Tree, build: Build = {}): Promise<DevServer> {
    const printed: string[] = [];
    const terminal = new Writable({
      write(text, _, done) {
        printed.push(String(text));
        done();
      },
    });
    const config = mergeConfig(await configOf(tree, build), {
      server: { port: 0 },
      reporter: new Metro.TerminalReporter(new Metro.Terminal(terminal as never)),
    });
    const { httpServer } = await Metro.runServer(config, { watch: true, waitForBundler: true });
    return new DevServer(httpServer as Server, build.platform ?? "ios", printed);
  }

  /** What Metro has printed so far, without colours. */
  get printed(): string {
    return stripVTControlCharacters(this.#printed.join(""));
  }

  /** What a request for the bundle is answered with. */
  async fetch(): Promise<{ status: number; body: string }> {
    const response = await fetch(`http://${this.#url}`);
    return { status: response.status, body: await response.text() };
  }

  /** What the program prints when it is loaded, or the error that is shown in its place. */
  async load(): Promise<string> {
    const { status, body } = await this.fetch();
    return status === 200 ? (await run(body)).join("\n") : JSON.parse(body).message;
  }

  /** Has updates sent to a program that was loaded. */
  async connect(): Promise<void> {
    const socket = new WebSocket(`ws://${this.#url.split("/")[0]}/hot`);
    this.#socket = socket;
    await new Promise<void>((done) => socket.on("open", done));
    socket.on("message", (data) => {
      this.#messages.push(JSON.parse(data.toString()));
      this.#waiting?.();
    });
    socket.send(
      JSON.stringify({ type: "register-entrypoints", entryPoints: [`http://${this.#url}`] }),
    );
    await this.next("bundle-registered");
  }

  /** The next message of a type; those before it are passed over. */
  async next<T extends Message["type"]>(type: T): Promise<Extract<Message, { type: T }>> {
    for (;;) {
      for (let message = this.#messages.shift(); message; message = this.#messages.shift()) {
        if (message.type === type) return message as Extract<Message, { type: T }>;
      }
      await new Promise<void>((done) => {
        this.#waiting = done;
      });
    }
  }

  /** The modules of the next update that changes any. */
  async updated(): Promise<string[]> {
    for (;;) {
      const { added, modified } = (await this.next("update")).body;
      const codes = [...added, ...modified].map(({ module }) => module[1]);
      if (codes.length > 0) return codes;
    }
  }

  /** Waits for an update that fails with this; those before it are passed over. */
  async failed(text: string): Promise<void> {
    while (!(await this.next("error")).body.message.includes(text));
  }

  /** Waits for an update after which the program prints this; those before it are passed over. */
  async until(text: string): Promise<void> {
    do await this.next("update-done");
    while ((await this.load()) !== text);
  }

  async close(): Promise<void> {
    this.#socket?.close();
    await new Promise((done) => this.#server.close(done));
  }
}

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A cache that engines share over HTTP, as one hosts it oneself. */
export interface RemoteCache {
  url: string;
  /** How many results are in it. */
  readonly size: number;
  close(): void;
}

/**
 * Both engines want the same of a server: to keep what is PUT under a path and to give it back.
 *
 * - Turborepo: `/v8/artifacts/<hash>`, https://turborepo.dev/docs/openapi
 * - Nx: `/v1/cache/<hash>`, https://nx.dev/recipes/running-tasks/self-hosted-caching
 */
export async function serveCache(): Promise<RemoteCache> {
  const stored = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = request.url?.replace(/\?.*/, "") ?? "";
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const found = stored.get(path);
      if (request.method === "PUT") stored.set(path, Buffer.concat(chunks));
      if (request.method === "GET" || request.method === "HEAD") {
        response.writeHead(found ? 200 : 404, { "content-type": "application/octet-stream" });
        response.end(request.method === "GET" ? found : undefined);
      } else response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get size() {
      return stored.size;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

// Removes what `npm run build` makes.
import { readdirSync, rmSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
for (const name of readdirSync("commonjs")) {
  // The one file there that is written by hand.
  if (name !== "package.json") rmSync(`commonjs/${name}`, { recursive: true });
}

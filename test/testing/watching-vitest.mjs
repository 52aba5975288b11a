// Runs Vitest in watch mode, in the folder that is given, and sends what each run says to the parent.
import { startVitest } from "vitest/node";

let watching;
const ready = new Promise((done) => {
  watching = done;
});

await startVitest(
  "test",
  [],
  {
    watch: true,
    root: process.argv[2],
    reporters: [
      {
        async onTestRunEnd(modules) {
          const tests = {};
          for (const module of modules) {
            for (const { message } of module.errors()) tests[module.moduleId] = message;
            for (const test of module.children.allTests()) {
              const { state, errors } = test.result();
              tests[test.name] = errors?.[0]?.message ?? state;
            }
          }
          // An edit before Vite has looked at a file would not be seen as one.
          await ready;
          process.send(tests);
        },
      },
    ],
  },
  {
    plugins: [
      {
        name: "watching",
        configureServer({ watcher }) {
          watcher.once("ready", watching);
        },
      },
    ],
  },
);

/**
 * The setup file that the preset for Jest adds. Jest runs it with `require`, in the realm of every test
 * file.
 *
 * @module
 */
import { beginTest, endTest, inTest, linkForTests } from "./scopes.ts";

/** A test as jest-circus, Jest's runner, has it. */
interface Test {
  concurrent: boolean;
  fn: ((...args: unknown[]) => unknown) | undefined;
}

/** What jest-circus tells its handlers of events; of it, what is used here. */
interface Event {
  name: string;
  concurrent?: boolean;
  test?: Test;
}

interface State {
  currentDescribeBlock: { tests: Test[] };
}

const realm: {
  /** Where all copies of jest-circus that are loaded find the handlers. */
  [handlers: symbol]: ((event: Event, state: State) => void)[] | undefined;
  beforeEach?(run: () => void): void;
  afterEach?(run: () => void): void;
} = globalThis;

linkForTests();

// By events rather than by hooks: a hook of a setup file runs before all others, also after a test, and
// what tests clean up in theirs still belongs to them.
const handlers = realm[Symbol.for("EVENT_HANDLERS")];
if (handlers) handlers.push(handle);
else {
  realm.beforeEach?.(beginTest);
  realm.afterEach?.(endTest);
}

function handle({ name, concurrent, test }: Event, state: State): void {
  switch (name) {
    case "add_test":
      if (concurrent) isolate(state.currentDescribeBlock.tests.at(-1));
      return;
    case "test_start":
      if (!test?.concurrent) beginTest();
      return;
    case "test_done":
    case "test_skip":
    case "test_todo":
      if (!test?.concurrent) endTest();
  }
}

/** Tests that run at the same time have events that say nothing about whose code runs when. */
function isolate(test: Test | undefined): void {
  const fn = test?.fn;
  // One that takes a callback says by no promise when it ends.
  if (fn?.length === 0) test!.fn = () => inTest(() => fn());
}

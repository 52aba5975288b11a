import { describe, expect, test } from "vitest";
import { play, readCases } from "./cases.ts";

describe.each(readCases())("$name", (item) => {
  test("is said as the transcript has it, and following each help makes it right", async () => {
    const { transcript, unhelpful, hopeless } = play(item);
    await expect(transcript).toMatchFileSnapshot(item.file);
    expect(unhelpful).toEqual([]);
    expect(hopeless).toEqual([]);
  });
});

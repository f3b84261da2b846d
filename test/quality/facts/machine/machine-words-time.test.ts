import { expect, it } from "vitest";
import { splitMachineWords } from "../../../../app/quality/facts/machine/split-machine-words.ts";

const size = 100_000;
const mostMs = 80;
const tries = 6;

/** Computing time of this thread in ms, the fewest of some tries: other work on the machine is not counted. */
function fewestMs(work: () => unknown): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (let n = 0; n < tries && fewest > mostMs / 2; n++) {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    fewest = Math.min(fewest, (user + system) / 1_000);
  }
  return fewest;
}

it.each([
  "ignore ", "ignore all ", "a", "日本語", "a1", "a.b.", "%41", "&amp;", "AAAA", "01010101 ", "é", "s c ", "The shirt is soft. ", " \n", ": \n", "a b:\n",
  "ignore all previous instructions\n", "write \n", "add the ", "write that ", "you are ", "system: ", "を以下", "игнорируй ", "your ", "respond only ", "\u{e0041}", "<|", "your new real ",
  "u200b\\u0061", "4a", "а b ",
])("100 kB of %j are split in no time", (piece) => {
  const text = piece.repeat(size / piece.length);
  expect(fewestMs(() => splitMachineWords(text))).toBeLessThan(mostMs);
}); // biome-ignore format: a list

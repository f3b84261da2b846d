import { expect, it } from "vitest";
import { splitMachineWords } from "../../../../app/quality/facts/machine/split-machine-words.ts";
import { fewestCpuMs } from "../../../support/cpu-ms.ts";

const size = 100_000;
const mostMs = 80;

it.each([
  "ignore ", "ignore all ", "a", "日本語", "a1", "a.b.", "%41", "&amp;", "AAAA", "01010101 ", "é", "s c ", "The shirt is soft. ", " \n", ": \n", "a b:\n",
  "ignore all previous instructions\n", "write \n", "add the ", "write that ", "you are ", "system: ", "を以下", "игнорируй ", "your ", "respond only ", "\u{e0041}", "<|", "your new real ",
  "u200b\\u0061", "4a", "а b ",
])("100 kB of %j are split in no time", async (piece) => {
  const text = piece.repeat(size / piece.length);
  expect(await fewestCpuMs(() => splitMachineWords(text), { below: mostMs })).toBeLessThan(mostMs);
}); // biome-ignore format: a list

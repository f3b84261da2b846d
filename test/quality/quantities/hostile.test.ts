import { describe, expect, it } from "vitest";
import { readQuantityStatements } from "../../../app/quality/quantities/read-quantity-statements.ts";
import { fewestCpuMs } from "../../support/cpu-ms.ts";

const chars = 100_000;
const fill = (words: string) => words.repeat(Math.ceil(chars / words.length)).slice(0, chars);
const limitMs = 50;

const description = `The Nordwind jacket weighs 240 g and is 70 cm long. It is cut for cool days by the sea and keeps the wind out
while you walk. Made of 95% cotton and 5% elastane, it dries within three hours on a line. Wash it at 30 °C with like colours
and let it rest. Two pockets with a zip hold a bottle of up to 500 ml, and the hood folds away into the collar when the sun is
back. `;

describe("a hostile text of 100 kB", () => {
  // biome-ignore format: a table
  it.each([
    "1 2 3 4 5 6 7 8 9 0 ", "1x2x3x4x5x", "1/2 3/4 ½¾ ", "1 000 ", "-1 °", '5" "', "1", "1.", "a1", "1 kg ", "1/1/1/", "+1 ", "x", "a-", "1-2-", "(1) ",
    "12:30:", "fünf ", "five hundred and ", "五六七", "한두세", "ห้าสิบ", "1 sq ", "not 1 kg ", "€1 ", "W1 x D", "from 1 to ", "ab 1 Jahr ", "\u00a01", "1 in ",
  ])("of %j is read within the limit", async (words) => {
    const text = fill(words);
    for (const locale of ["en", "de", "ja", "ko", "th"]) {
      const read = () => readQuantityStatements(text, { locale });
      expect(await fewestCpuMs(read, { below: limitMs }), locale).toBeLessThan(limitMs);
    }
  });
});

it("reads a description of 2,000 characters with 44 quantities within 2 ms, also on a busy machine", async () => {
  const text = description.repeat(6).slice(0, 2_000);
  const runs = 200;
  for (let i = 0; i < runs; i++) readQuantityStatements(text, { locale: "en" });
  const read = () => {
    for (let i = 0; i < runs; i++) readQuantityStatements(text, { locale: "en" });
  };
  expect(await fewestCpuMs(read, { below: 2 * runs })).toBeLessThan(2 * runs);
});

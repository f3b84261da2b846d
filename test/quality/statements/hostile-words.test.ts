import { expect, it } from "vitest";
import { readWordStatements } from "../../../app/quality/statements/read-words.ts";
import { fewestCpuMs } from "../../support/cpu-ms.ts";

const unit = [
  "cotton ",
  "not cotton ",
  "95% cotton ",
  "available in red ",
  "size XL ",
  "warranty 2 years ",
  "gluten-free ",
];
const more = [
  "in Italy ",
  "made in Bath ",
  "certified ",
  "iso 9001 ",
  "Italian leather ",
  "compatible with Bosch ",
  "綿",
  "no ",
];

it("100 kB that are nothing but phrases of statements are read in less than 50 ms", async () => {
  for (const words of [...unit, ...more]) {
    const text = words.repeat(Math.ceil(100_000 / words.length));
    const read = () => {
      // The reader keeps the last text that it read.
      readWordStatements("cotton", { locale: "en" });
      readWordStatements(text, { locale: "en" });
    };
    expect(await fewestCpuMs(read, { below: 50 }), words).toBeLessThan(50);
  }
});

import { countChars } from "../../texts/text-body.ts";
import type { LengthUnit } from "./channel-rule.ts";

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The length of a text as a channel counts it. */
export function lengthIn(unit: LengthUnit, text: string): number {
  switch (unit) {
    case "char":
      return countChars(text);
    case "utf16":
      return text.length;
    case "byte":
      return Buffer.byteLength(text);
    case "grapheme": {
      let count = 0;
      for (const _sign of segmenter.segment(text)) count++;
      return count;
    }
  }
}

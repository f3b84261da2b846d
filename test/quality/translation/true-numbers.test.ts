import { describe, expect, it } from "vitest";
import { foundBeside, shownOf } from "./found-beside.ts";
import { trueNumbers } from "./pairs/true-numbers.ts";
import { trueSentences } from "./pairs/true-sentences.ts";

const locale = /^([a-z]{2}(?:-[A-Z]{2})?) (.+)$/su;

describe.each(Object.entries(trueNumbers))("a true translation has no finding: %s", (_kind, rows) => {
  it.each(rows)("%s", (written, ...targets) => {
    const [, from = "en", source = written] = locale.exec(written) ?? [];
    const marked = targets.flatMap((one) => {
      const [, to = "", target = ""] = locale.exec(one) ?? [];
      return foundBeside({ from, to, source: `<p>${source}</p>`, target: `<p>${target}</p>` }).map(
        (finding) => `${one}: ${shownOf(finding)}`,
      );
    });
    expect(marked).toEqual([]);
  });
});

it.each(trueSentences)(
  "a description in %s has no finding beside English, nor the reverse: %s",
  (locale, english, text) => {
    const [one, other] = [`<p>${english}</p>`, `<p>${text}</p>`];
    const there = foundBeside({ from: "en", to: locale, source: one, target: other, kept: ["Aero"] });
    const back = foundBeside({ from: locale, to: "en", source: other, target: one, kept: ["Aero"] });
    expect([...there, ...back].map(shownOf)).toEqual([]);
  },
);

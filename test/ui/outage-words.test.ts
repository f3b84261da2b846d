import { describe, expect, it } from "vitest";
import { describeOutages, nextTryWords } from "../../app/ui/outage-words.ts";
import type { OutOfReach, PauseReason } from "../../app/ui/shop-notices-view.ts";

const reasons: PauseReason[] = ["billing", "reauth", "scope", "model_key", "model_settings", "spend_cap"];
const outagesOf = (away: readonly OutOfReach[]) => away.map((provider) => ({ provider, nextTryAt: 0 }));
const notice = (away: readonly OutOfReach[], pauses: readonly PauseReason[] = [], workerAlive = true) =>
  describeOutages({
    outages: outagesOf(away),
    pauses: pauses.map((reason) => ({ reason, message: "" })),
    workerAlive,
  });
const said = (...given: Parameters<typeof notice>) => notice(...given)?.words;

describe("the notice of an outage", () => {
  it("tells of both at once what neither alone may tell", () => {
    expect(notice(["model", "shopify"])).toEqual({
      title: "Shopify and your model do not answer",
      words: "Imports, publishing and writing wait and go on by themselves. Reviewing goes on. Nothing is lost.",
    });
    expect(said(["model"])).toBe(
      "Writing waits and goes on by itself. Reviewing, imports and publishing go on. Nothing is lost.",
    );
    expect(said(["shopify"])).toBe(
      "Imports and publishing wait and go on by themselves. Reviewing and writing go on. Nothing is lost.",
    );
  });

  it("is true beside every mixture of what else holds work", () => {
    const isOf = { model: ["billing", "model_key", "model_settings", "spend_cap"], shopify: ["reauth", "scope"] };
    const names = { model: /writing/i, shopify: /publishing/i };
    for (const away of [["model"], ["shopify"], ["model", "shopify"]] as const) {
      for (let mask = 0; mask < 2 ** reasons.length; mask++) {
        const pauses = reasons.filter((_, n) => mask & (1 << n));
        const words = said(away, pauses) ?? "";
        const sentences = words.split(". ");
        const going = sentences.find((one) => one.startsWith("Reviewing")) ?? "";
        const alone = sentences.find((one) => one.includes("by itself") || one.includes("by themselves")) ?? "";
        for (const who of ["model", "shopify"] as const) {
          const isAway = away.some((one) => one === who);
          const isPaused = pauses.some((reason) => isOf[who].includes(reason));
          expect([words, names[who].test(going)]).toEqual([words, !isAway && !isPaused]);
          expect([words, names[who].test(alone)]).toEqual([words, isAway && !isPaused]);
        }
      }
    }
  });

  it("is left to the word of the stopped worker, which nothing goes on without", () => {
    expect(notice(["model"], [], false)).toBeNull();
    expect(notice([])).toBeNull();
  });
});

it("the next try is told by the sooner one, in seconds or minutes", () => {
  const after = (...ms: number[]) =>
    nextTryWords(
      ms.map((nextTryAt) => ({ provider: "model", nextTryAt })),
      0,
    );
  expect([after(-9), after(4_000), after(31_000), after(125_000), after(280_000, 31_000)]).toEqual([
    "The next try begins in a moment.",
    "The next try begins in a moment.",
    "Next try in about 40 s.",
    "Next try in about 2 min.",
    "Next try in about 40 s.",
  ]);
});

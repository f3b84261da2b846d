import { expect, it } from "vitest";
import { readLabelledSet } from "../../../bench/support/evidence/labelled-set.ts";
import { figuresOf, judgeSet, type Share } from "../../../bench/support/evidence/measure-set.ts";

/**
 * The figures that the checks reach on the files that they are tuned on, in percent; whoever makes the checks better
 * tightens them. The aims of the design are those of `npm run bench -- evidence`.
 */
const reached = {
  contradictionsBlocked: 73,
  provableBlocked: 90,
  unsupportedMarked: 12,
  goodSentencesBlocked: 1,
  goodSentencesMarked: 4,
  goodTextsBlocked: 2,
  goodTextsMarked: 7,
};

/** The files that the checks are tuned on already; those left out join as the tuning reaches the same figures on them. */
const tuned = new Set(
  ["apparel", "body", "family", "food", "home", "mixed", "more", "small", "sparse", "tech"].map(
    (name) => `${name}.json`,
  ),
);

const figures = figuresOf(judgeSet(readLabelledSet("develop", (file) => tuned.has(file))));
const untuned = figuresOf(judgeSet(readLabelledSet("develop", (file) => !tuned.has(file))));

it("as many contradicted sentences are blocked as before", () => {
  expect(percent(figures.contradictions)).toBeGreaterThanOrEqual(reached.contradictionsBlocked);
});

it("as many sentences that a shop must be able to prove are blocked as before", () => {
  expect(percent(figures.provable)).toBeGreaterThanOrEqual(reached.provableBlocked);
});

it("as many other inventions are marked as before", () => {
  expect(percent(figures.unsupported)).toBeGreaterThanOrEqual(reached.unsupportedMarked);
});

it("no more good sentences are blocked or marked by the facts than before", () => {
  expect(percent(figures.goodSentencesBlocked)).toBeLessThanOrEqual(reached.goodSentencesBlocked);
  expect(percent(figures.goodSentencesMarked)).toBeLessThanOrEqual(reached.goodSentencesMarked);
});

it("no more good texts are blocked or marked by the facts than before", () => {
  expect(percent(figures.goodTextsBlocked)).toBeLessThanOrEqual(reached.goodTextsBlocked);
  expect(percent(figures.goodTextsMarked)).toBeLessThanOrEqual(reached.goodTextsMarked);
});

it("a good sentence or text is seldom blocked for its form", () => {
  expect(percent(figures.goodOtherBlocked)).toBeLessThanOrEqual(1);
});

it("sentences that the checks are not tuned on are judged as well as before", () => {
  expect(percent(untuned.contradictions)).toBeGreaterThanOrEqual(14);
  expect(percent(untuned.provable)).toBeGreaterThanOrEqual(42);
  expect(percent(untuned.goodSentencesBlocked)).toBeLessThanOrEqual(2);
  expect(percent(untuned.goodTextsBlocked)).toBeLessThanOrEqual(1);
});

function percent({ found, of }: Share): number {
  return (found / of) * 100;
}

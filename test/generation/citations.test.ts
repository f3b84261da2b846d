import { describe, expect, it } from "vitest";
import { createGenerationContext } from "../../app/generation/generation-context.ts";
import { readCites, splitCites } from "../../app/generation/read-cites.ts";
import type { ModelRequest } from "../../app/model/port.ts";
import { someFacts } from "../support/content/facts.ts";
import { writeTexts } from "../support/content/write-texts.ts";

const title = "Linen Shirt Ravello";
const seo_desc = "The washed linen shirt with two chest pockets, cut for an easy fit on warm days.";
const facts = someFacts();
const { checks } = createGenerationContext({
  ...{ facts, config: {}, locale: "en", model: "m" },
  contentTypes: ["title", "seo_desc"],
});
const idOf = (path: string) => checks.facts.byPath(path)?.id ?? "";
const fit = idOf("description.2");

/** What is stored of texts for which a model gives these answers, one a call. */
async function write(...answers: Record<string, unknown>[]) {
  const requests: ModelRequest[] = [];
  const complete = async (request: ModelRequest) => {
    const json = answers[requests.length];
    requests.push(request);
    return { kind: "json", json, model: "m", tokensIn: 1, tokensCached: 0, tokensOut: 1 } as const;
  };
  const generated = await writeTexts(
    { complete },
    {
      ...{ facts, config: {}, locale: "en", model: "m" },
      contentTypes: ["title", "seo_desc"],
      signal: AbortSignal.timeout(5_000),
    },
  );
  if (generated.outcome !== "written") throw new Error(generated.reason);
  const cited = generated.texts.flatMap(({ evidence }) => evidence.filter((one) => one.cited));
  return { texts: generated.texts, cited, requests };
}

const none = { title, seo_desc };

describe("citations of a model", () => {
  it("are stored as evidence of the words that they name, once the fact says so", async () => {
    const { texts, cited } = await write({ ...none, cites: [["cut for an easy fit", fit]] });
    expect(texts.map(({ body }) => body)).toEqual([title, seo_desc]);
    expect(cited).toMatchObject([{ text: "cut for an easy fit", path: "description.2", cited: true }]);
  });

  it("count for nothing where the fact says something else, is none, or the text has no such words", async () => {
    const cites = [
      ["cut for an easy fit", idOf("attributes.Weight")],
      ["cut for an easy fit", "f999"],
      ["sewn by hand", fit],
    ];
    const { texts, cited } = await write({ ...none, cites });
    expect(cited).toEqual([]);
    expect(texts.map(({ body }) => body)).toEqual([title, seo_desc]);
  });

  it.each([
    [undefined],
    [null],
    [{}],
    ["f1"],
    [[]],
    [[1, null, "cut", [], ["cut"], [["cut", fit]], { quote: 1 }]],
    [Array.from({ length: 5_000 }, () => ["x".repeat(1_000), fit])],
    [{ type: "array", items: { type: "string" } }],
  ])("that are %j cost no text", async (cites) => {
    const { texts, cited, requests } = await write({ ...none, cites });
    expect(texts.map(({ body }) => body)).toEqual([title, seo_desc]);
    expect([cited, requests.length]).toEqual([[], 1]);
  });

  it.each([
    ["beside wrapped texts", { result: { ...none, cites: [["cut for an easy fit", fit]] } }],
    ["beside the object of the texts", { texts: none, cites: [["cut for an easy fit", fit]] }],
    ["as objects", { ...none, cites: [{ quote: "cut for an easy fit", fact: fit }] }],
    ["with the fact's name behind its id", { ...none, cites: [["cut for an easy fit", `${fit} Description`]] }],
  ])("are read %s", async (_how, answer) => {
    expect((await write(answer)).cited).toMatchObject([{ text: "cut for an easy fit" }]);
  });

  it("name what has no id in the prompt by its field", () => {
    expect(readCites([["Ravello", "title"]], checks.facts)).toEqual([{ quote: "Ravello", fact: idOf("title") }]);
    expect(readCites([["Fern", "brand"]], checks.facts)).toEqual([{ quote: "Fern", fact: idOf("vendor") }]);
    expect(readCites([["x", "constructor"]], checks.facts)).toEqual([{ quote: "x", fact: "constructor" }]);
  });

  it("hold on for what a repair keeps, which is not asked for them again", async () => {
    const bad = `${seo_desc} It comes with [Brand].`;
    const { cited, requests } = await write(
      { title, seo_desc: bad, cites: [["cut for an easy fit", fit]] },
      { seo_desc },
    );
    expect(requests).toHaveLength(2);
    expect(requests[1]?.schema.required).toEqual(["seo_desc"]);
    expect(cited).toMatchObject([{ text: "cut for an easy fit" }]);
  });

  it("take nothing from a text that a merchant calls so", async () => {
    const generated = await writeTexts(
      {
        complete: async () => ({
          ...{ kind: "json", model: "m", tokensIn: 1, tokensCached: 0, tokensOut: 1 },
          json: { cites: ["Washed linen for warm days", "Two chest pockets", "An easy fit"] },
        }),
      },
      {
        ...{ facts, locale: "en", model: "m", contentTypes: ["cites"], signal: AbortSignal.timeout(5_000) },
        config: { client: { content_type_family_map: { cites: "bullets" } } },
      },
    );
    expect(generated).toMatchObject({ texts: [{ contentType: "cites", body: { length: 3 } }] });
  });

  it("are taken out of an answer, and nothing else is", () => {
    const answer = { a: [{ cites: [1] }, { b: "x" }], cites: "words", Cites: [2], list: ["cites"] };
    expect(splitCites(answer)).toEqual({
      rest: { a: [{}, { b: "x" }], cites: "words", list: ["cites"] },
      cites: [2, 1],
    });
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`);
    expect(splitCites(deep).cites).toEqual([]);
  });
});

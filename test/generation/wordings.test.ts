import { describe, expect, it } from "vitest";
import { createGenerationContext } from "../../app/generation/generation-context.ts";
import type { ModelAnswer, ModelRequest } from "../../app/model/port.ts";
import { defaultConfig } from "../../app/rules/default-config.ts";
import { goodTexts, someFacts } from "../support/content/facts.ts";
import { requestFor, writeTexts } from "../support/content/write-texts.ts";

const { title, desc } = goodTexts;
const other = "Washed Linen Shirt Ravello";
const third = "Ravello, a Shirt of 100% Linen";
/** warned of */
const invented = "Linen Shirt Ravello with 17 Pockets";
/** blocked */
const unfinished = "[Brand] Linen Shirt Ravello";

/** Writes texts with answers that come one after the other; what is asked is kept. */
async function write(
  answers: Record<string, unknown>[],
  { contentTypes = ["title"], wordings = 3 }: { contentTypes?: string[]; wordings?: number } = {},
) {
  const requests: ModelRequest[] = [];
  const complete = async (request: ModelRequest): Promise<ModelAnswer> => {
    requests.push(request);
    const json = answers[requests.length - 1];
    if (json === undefined) throw new Error(`nobody answers call ${requests.length}`);
    return { kind: "json", json, model: "model-1", tokensIn: 100, tokensCached: 0, tokensOut: 50 };
  };
  const source = { facts: someFacts(), config: defaultConfig, contentTypes, locale: "en", model: "model-1", wordings };
  const generated = await writeTexts({ complete }, { ...source, signal: AbortSignal.timeout(5_000) });
  if (generated.outcome !== "written") throw new Error(generated.reason);
  const texts = new Map(generated.texts.map((text) => [text.contentType, text]));
  const offered = (name: string) => texts.get(name)?.wordings?.map(({ body }) => body);
  return { requests, texts, offered };
}

describe("a request for short texts", () => {
  const ask = (wordings: number | undefined, contentTypes = ["title", "desc", "bullets", "seo_title", "seo_desc"]) => {
    const request = requestFor({
      facts: someFacts(),
      config: defaultConfig,
      contentTypes,
      locale: "en",
      model: "m",
      wordings,
    });
    const brief = JSON.parse(request.messages[1]?.content ?? "") as {
      content_types: Record<string, { other_wordings?: number }>;
    };
    const told = Object.entries(brief.content_types).map(([name, type]) => [name, type.other_wordings]);
    const { properties } = request.schema as { properties: Record<string, { properties?: object }> };
    return { told: Object.fromEntries(told), schema: properties.other_wordings?.properties, request };
  };

  it("asks in the same call for two further wordings of titles and one of the search description, of nothing else", () => {
    const { told, schema } = ask(3);
    expect(told).toEqual({ title: 2, desc: undefined, bullets: undefined, seo_title: 2, seo_desc: 1 });
    const list = { type: "array", items: { type: "string" } };
    expect(schema).toEqual({ title: list, seo_title: list, seo_desc: list });
  });

  it("asks for one fewer where the shop wants two, and is what it was where it wants one", () => {
    expect(ask(2).told).toMatchObject({ title: 1, seo_title: 1, seo_desc: 1 });
    expect(ask(1).schema).toBeUndefined();
    expect(ask(1).request).toEqual(ask(undefined).request);
  });

  it("does not ask where a text of the merchant's own has the name of their field", () => {
    expect(ask(3, ["title", "other_wordings"]).told.title).toBeUndefined();
  });

  it("leaves room for them in the answer", () => {
    expect(ask(3, ["title"]).request.maxOutputTokens).toBeGreaterThan(ask(1, ["title"]).request.maxOutputTokens ?? 0);
  });

  it("keeps the number of wordings in what is written", () => {
    const context = createGenerationContext({
      ...{ facts: someFacts(), config: defaultConfig, contentTypes: ["title", "desc"], locale: "en", model: "m" },
      wordings: 3,
    });
    expect(context.texts.map(({ contentType, others }) => [contentType, others])).toEqual([
      ["title", 2],
      ["desc", 0],
    ]);
  });
});

describe("the wordings of an answer", () => {
  it("are offered beside the text, each with its findings, the text first", async () => {
    const { texts, offered, requests } = await write([{ title, other_wordings: { title: [other, third] } }]);
    expect(texts.get("title")?.body).toBe(title);
    expect(offered("title")).toEqual([title, other, third]);
    expect(texts.get("title")?.wordings?.map(({ warnings }) => warnings)).toEqual([[], [], []]);
    expect(requests).toHaveLength(1);
  });

  it("that a finding blocks are dropped", async () => {
    const { offered } = await write([{ title, other_wordings: { title: [unfinished, third] } }]);
    expect(offered("title")).toEqual([title, third]);
  });

  it("that say the same as another are dropped, however they are written", async () => {
    const { offered } = await write([
      { title, other_wordings: { title: [title.toUpperCase(), other, `${other.replace(" ", " – ")}`] } },
    ]);
    expect(offered("title")).toEqual([title, other]);
  });

  it("that say the same as each other are one choice", async () => {
    const { offered } = await write([{ title, other_wordings: { title: [other, other.toLowerCase(), third] } }]);
    expect(offered("title")).toEqual([title, other, third]);
  });

  it("are put in order as the text is", async () => {
    const { offered } = await write([{ title, other_wordings: { title: [`<b>${other}</b>​`, "  "] } }]);
    expect(offered("title")).toEqual([title, other]);
  });

  it("the best of them is the text where a finding blocks the first, and nothing is paid for a repair", async () => {
    const { texts, offered, requests } = await write([
      { title: unfinished, other_wordings: { title: [other, third] } },
    ]);
    expect(texts.get("title")).toMatchObject({ body: other, blocked: false, warnings: [] });
    expect(offered("title")).toEqual([other, third]);
    expect(requests).toHaveLength(1);
  });

  it("the one with the lightest findings is the text, and one that is warned of stays a choice", async () => {
    const { texts, offered } = await write([{ title: invented, other_wordings: { title: [other] } }]);
    expect(texts.get("title")).toMatchObject({ body: other, warnings: [] });
    expect(offered("title")).toEqual([other, invented]);
    expect(texts.get("title")?.wordings?.[1]?.warnings).toMatchObject([{ code: "UNSUPPORTED_FACT", severity: "warn" }]);
  });

  it("stay to choose from when the text was repaired", async () => {
    const { texts, offered, requests } = await write(
      [
        {
          title,
          desc: "<p>[Product name] is a shirt of washed linen that stays cool on warm days.</p>",
          other_wordings: { title: [other] },
        },
        { desc },
      ],
      { contentTypes: ["title", "desc"] },
    );
    expect(texts.get("desc")?.blocked).toBe(false);
    expect(offered("title")).toEqual([title, other]);
    expect(offered("desc")).toBeUndefined();
    expect(requests[1]?.schema).not.toHaveProperty("properties.other_wordings");
  });

  it.each([
    ["none", {}],
    ["an empty list", { other_wordings: { title: [] } }],
    ["the text again", { other_wordings: { title: [title, title] } }],
    ["words in the place of a list", { other_wordings: "none" }],
    ["numbers", { other_wordings: { title: [1, 2] } }],
    ["those of another text", { other_wordings: { desc: ["A shirt."], constructor: ["x"] } }],
  ])("an answer with %s has a text and no choice", async (_what, more) => {
    const { texts, offered, requests } = await write([{ title, ...more }]);
    expect(texts.get("title")?.body).toBe(title);
    expect(offered("title")).toBeUndefined();
    expect(requests).toHaveLength(1);
  });

  it.each([
    ["one as words", { other_wordings: { title: other } }, [other]],
    ["objects", { other_wordings: { title: [{ text: other }] } }, [other]],
    ["numbers for names", { other_wordings: { title: { 1: other, 2: third } } }, [other, third]],
    ["a list of objects", { other_wordings: [{ title: [other] }, { title: [third] }] }, [other, third]],
    ["another spelling", { "Other Wordings": { Title: [other] } }, [other]],
    ["the text first", { other_wordings: { title: [title, other, third] } }, [other, third]],
    [
      "more than were asked for",
      { other_wordings: { title: [other, third, "Ravello Linen Shirt", "Shirt of Linen"] } },
      [other, third],
    ],
  ])("written as %s are understood", async (_what, more, expected) => {
    const { offered } = await write([{ title, ...more }]);
    expect(offered("title")).toEqual([title, ...expected]);
  });

  it("do not pass for the texts themselves", async () => {
    const { texts } = await write([{ other_wordings: { title: [other] } }, { title }]);
    expect(texts.get("title")?.body).toBe(title);
  });
});

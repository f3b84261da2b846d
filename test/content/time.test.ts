import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { attributeTable } from "../../app/content/attribute-table.ts";
import { rulesFor } from "../../app/content/channels/channel-rules.ts";
import type { CheckInput } from "../../app/content/checks/check-input.ts";
import { indexFacts } from "../../app/content/checks/fact-index.ts";
import { checkedChars } from "../../app/content/checks/length.ts";
import { runChecks } from "../../app/content/checks/run-checks.ts";
import { type ContentConfig, contentConfigSchema } from "../../app/content/content-config.ts";
import { traitsOf } from "../../app/content/content-types.ts";
import { defaultConfig } from "../../app/content/default-config.ts";
import { framesOf } from "../../app/content/fix/add-around.ts";
import { finishText } from "../../app/content/fix/finish-text.ts";
import { emptyGlossary } from "../../app/content/glossary/glossary.ts";
import { keywordUseOf } from "../../app/content/keyword-use.ts";
import { goodTexts, someFacts } from "./support/facts.ts";

/** Of one check, and of all fixes together, for 100 kB. */
const mostMs = 50;
/** What a machine with other work makes of it is not the engine's time: the fewest of so many tries count. */
const tries = 5;
const size = 100_000;

/** A shop that uses every rule there is. */
const config: ContentConfig = contentConfigSchema.parse({
  ...defaultConfig,
  word_map: { Foo: "Bar", obsolete: "", "very good": "fine" },
  keywords: {
    legal: ["'Claim': Kind to skin* | 'Disclaimer': *Own view of ten people"],
    bad: ["gadget", "best seller"],
    good: ["linen"],
  },
  keyword_groups: { verbatim_must_claims: ["legal"], omit: ["bad"], must: ["good"] },
  client: {
    ...defaultConfig.client,
    forbidden_words: ["cheap", "best seller", "aaaa"],
    validation_entities: ["COLOR", "SIZE", "PRODUCT_NAME"],
  },
  content_types: {
    ...defaultConfig.content_types,
    title: { ...defaultConfig.content_types?.title, additions: { title: "{{attr.brand}}, {{title}}" } },
    desc: { ...defaultConfig.content_types?.desc, additions: { desc: "{{desc}}\n{{attr.brand}}" } },
  },
});

const repeated = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const hostile: Record<string, string> = {
  ...Object.fromEntries(
    [
      "The Ravello shirt is made of 100% washed linen, weighs 240 g and keeps you cool on warm days. ", "1", "a1", "1 234 567,89 kg ", "{", "a@", "I'm sorry ",
      "<a on", "+1 ", "a", "A", "<", ">", "&", "&amp;", "&lt;", "<p>", "</p>", "<script>", "<p a=b>", "<ul><li>", "<strong>", "<x>", "<div>", "<!--", "<br>", "<p></p>",
      "a\n", "\n", ".", "a.", "a.com ", "a-", "www.", "http://a.bc ", "a.b@", "100% a a ", "$1", "1,1", "½", "٣", "'", "aa aa ", "Aa Bb ", "aB", "a™", "[a ", "{{ a ",
      "_", "%A", "insert ", "made in ", "100% pure", "unfortunately i ", ". i can ", "日本語", "ภาษา", "👩‍👩‍👧", "\u200d", "\u{e0041}", "a\ufe0f", "\ud800", "ﷺ", "ﷺa", "с", "c.h.e.",
      "Fern & ", "Kind to skin* ", "*Own view of ten people ", "Foo ", "obsolete , ", "the and with for ", '"title":', "ignore previous ", "\u00a0", "size: ", "XL", "&#x",
      "&#60;", "(", "[.]", "hand", "Ä", "1 x ", "1-", "Linen keeps cool and soft for very long now. ", "• ", "ש", "zertifi", "baumwoll", "İ", "a".repeat(40).concat(" "),
    ].map((piece) => [JSON.stringify(piece.slice(0, 24)), repeated(piece)]),
  ),
  "one letter, spaces, one letter": `a${" ".repeat(size)}b`,
  "one letter under a heap of marks": `a${"\u0301".repeat(size)}`,
  "one tag with many attributes": `<p ${repeated("a=b ")}>`,
  "an entity of many digits": `&#${"0".repeat(size)};`,
  "paragraphs opened and half closed": "<p>".repeat(16_000) + "</p>".repeat(8_000),
  "one sentence to be filled in": `insert ${repeated("a ")}`,
}; // biome-ignore format: a table

type Check = (input: CheckInput) => unknown;
const checks = new Map<string, Check>();

/** Every check that there is, so that a new one is measured as well. */
beforeAll(async () => {
  const folder = new URL("../../app/content/checks/", import.meta.url);
  for (const file of readdirSync(folder)) {
    const module = (await import(new URL(file, folder).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) {
      if (/^check[A-Z]/.test(name) && typeof value === "function") checks.set(name, value as Check);
    }
  }
});

function inputOf(contentType: string, text: string): CheckInput {
  const facts = indexFacts(someFacts());
  const table = attributeTable(facts.facts, config);
  return {
    contentType,
    traits: traitsOf(contentType, config),
    body: text,
    raw: text,
    parts: [text],
    text,
    locale: "en",
    config,
    facts,
    table,
    use: keywordUseOf(config, contentType),
    glossary: emptyGlossary,
    channelRules: rulesFor({ channel: "amazon", market: "us", contentType }),
    frames: (i) => framesOf(contentType, i, { config, table }),
    others: new Map([
      [contentType, text],
      ["bullets", goodTexts.bullets.join("\n")],
    ]),
  };
}

/** Computing time of this thread in ms, the fewest of some tries. */
function fewestMs(work: () => unknown): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (let n = 0; n < tries && fewest >= mostMs / 2; n++) {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    fewest = Math.min(fewest, (user + system) / 1_000);
  }
  return fewest;
}

describe("100 kB of hostile text", () => {
  it.each(Object.entries(hostile))("%s: no check takes 50 ms, nor do the fixes", (_name, text) => {
    const slow: Record<string, number> = {};
    const measure = (name: string, work: () => unknown) => {
      const ms = fewestMs(work);
      if (ms >= mostMs) slow[name] = ms;
    };
    for (const contentType of ["title", "desc", "image_alt_1"]) {
      const whole = inputOf(contentType, text);
      const shown = text.slice(0, checkedChars);
      const beginning = { ...inputOf(contentType, shown), body: text.slice(0, checkedChars * 2) };
      for (const [name, check] of checks) {
        // What counts or looks at the end of a text sees all of it.
        const input = name === "checkLength" || name === "checkClaims" ? whole : beginning;
        measure(`${name} of ${contentType}`, () => check(input));
      }
      const { table, use } = whole;
      measure(`the fixes of ${contentType}`, () => finishText(contentType, text, { config, table, use }));
    }
    expect(slow).toEqual({});
  });

  it("is judged in bounded time as it comes from the model", () => {
    expect(checks.size).toBeGreaterThan(13);
    for (const [name, text] of Object.entries(hostile)) {
      const facts = someFacts();
      const texts = new Map([["desc", { raw: text, body: text }]] as const);
      const ms = fewestMs(() => runChecks({ texts, facts, config, locale: "en" }));
      expect(ms, name).toBeLessThan(mostMs * 5);
    }
  });
});

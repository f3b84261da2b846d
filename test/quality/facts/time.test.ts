import { beforeAll, describe, expect, it } from "vitest";
import { finishText } from "../../../app/quality/fixes/finish-text.ts";
import { runChecks } from "../../../app/quality/run-checks.ts";
import { attributeTable } from "../../../app/rules/attribute-table.ts";
import { type ContentConfig, contentConfigSchema } from "../../../app/rules/content-config.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { keywordUseOf } from "../../../app/rules/keyword-use.ts";
import { someFacts } from "../../support/content/facts.ts";

/** A text of 100 kB that is out to cost time may cost so many times what an ordinary one costs on the same machine. */
const mostTimes = 10;
/** What a machine with other work makes of it is not the engine's time: the fewest of so many tries count. */
const tries = 6;
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
      "a\n", "\n", ".", "a.", "a.com ", "a-", "www.", "http://a.bc ", "a.b@", "100% a a ", "$1", "1,1", "½", "٣", "'", "aa aa ", "Aa Bb ", "aB", "a™", "[a ", "{{ a ", "a}}", "{{a",
      "_", "%A", "insert ", "made in ", "100% pure", "unfortunately i ", ". i can ", "日本語", "ภาษา", "👩‍👩‍👧", "\u200d", "\u{e0041}", "a\ufe0f", "\ud800", "ﷺ", "ﷺa", "с", "c.h.e.",
      "Fern & ", "Kind to skin* ", "*Own view of ten people ", "Foo ", "obsolete , ", "the and with for ", '"title":', "ignore previous ", "\u00a0", "size: ", "XL", "&#x",
      "&#60;", "(", "[.]", "hand", "Ä", "1 x ", "1-", "Linen keeps cool and soft for very long now. ", "• ", "ש", "zertifi", "baumwoll", "İ", "a".repeat(40).concat(" "),
    ].map((piece) => [JSON.stringify(piece.slice(0, 24)), repeated(piece)]),
  ),
  "numbers, each another": Array.from({ length: size / 6 }, (_, i) => i).join(" "),
  "lengths, each another": Array.from({ length: size / 10 }, (_, i) => `${i} inch`).join(", "),
  "words, each another": Array.from({ length: size / 7 }, (_, i) => `w${i.toString(36)}`).join(" "),
  "sentences, each another": Array.from({ length: size / 40 }, (_, i) => `This shirt is number ${i} of all that there are`).join(". "),
  "one letter, spaces, one letter": `a${" ".repeat(size)}b`,
  "one letter under a heap of marks": `a${"\u0301".repeat(size)}`,
  "one tag with many attributes": `<p ${repeated("a=b ")}>`,
  "an entity of many digits": `&#${"0".repeat(size)};`,
  "paragraphs opened and half closed": "<p>".repeat(16_000) + "</p>".repeat(8_000),
  "one sentence to be filled in": `insert ${repeated("a ")}`,
}; // biome-ignore format: a table

const ordinaryWords =
  "The Ravello shirt is made of 100% washed linen, weighs 240 g and keeps you cool on warm days: a straight cut, a soft collar and buttons of shell, sewn to last for years.";
/** The clock of a thread's time ticks every few milliseconds. */
const leastMs = 15;

/** Computing time of this thread in ms, the fewest of some tries; no more tries than it takes to be at most `enough`. */
function fewestMs(work: () => unknown, enough = 0): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (let n = 0; n < tries && fewest > enough; n++) {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    fewest = Math.min(fewest, (user + system) / 1_000);
  }
  return fewest;
}

const facts = someFacts();
const works: Record<string, (text: string) => unknown> = {
  "fixed and checked as a description": (text) => checked("desc", text),
  "fixed and checked as an alt text": (text) => checked("image_alt_1", text),
  "read as the facts of a product": (text) =>
    runChecks({
      texts: new Map([["desc", { raw: "Linen.", body: "<p>Linen.</p>" }]]),
      facts: { ...facts, descriptionText: text },
      config,
      locale: "en",
    }),
};

function checked(contentType: string, raw: string): unknown {
  const table = attributeTable(facts, config);
  const { body } = finishText(contentType, raw, { config, table, use: keywordUseOf(config, contentType) });
  return runChecks({ texts: new Map([[contentType, { raw, body }]]), facts, config, locale: "en" });
}

describe.each(Object.entries(works))("100 kB of hostile text, %s", (_name, work) => {
  let ordinary = 0;
  beforeAll(() => {
    ordinary = fewestMs(() => work(repeated(`${ordinaryWords} `)));
  });

  it("takes a small multiple of the time of an ordinary text", () => {
    for (const [kind, text] of Object.entries(hostile)) {
      const most = Math.max(ordinary, leastMs) * mostTimes;
      expect(
        fewestMs(() => work(text), most),
        kind,
      ).toBeLessThanOrEqual(most);
    }
  });
});

import { describe, expect, it } from "vitest";
import type { StoredWarning, TextBody } from "../../../app/db/schema/index.ts";
import { runChecks } from "../../../app/quality/run-checks.ts";
import { configurableCodes } from "../../../app/rules/check-codes.ts";
import type { ContentConfig } from "../../../app/rules/content-config.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { someFacts } from "../../support/content/facts.ts";

interface Text {
  body: TextBody;
  contentType?: string;
  config?: Partial<ContentConfig>;
  locale?: string;
  channel?: string;
}

function warningsOf({ body, contentType = "desc", config, locale = "en", channel }: Text): StoredWarning[] {
  const texts = new Map([[contentType, { body, raw: body }]]);
  const facts = someFacts();
  const result = runChecks({ texts, facts, config: { ...defaultConfig, ...config }, locale, channel });
  return result.get(contentType)?.warnings ?? [];
}

/** What is marked, read back from the places in the text that a reader sees. */
function markedOf(seen: string, code: string, warnings: readonly StoredWarning[]): string[] {
  const letters = [...seen];
  return warnings
    .filter((one) => one.code === code)
    .flatMap(({ at = [] }) => at.map(({ start, end }) => letters.slice(start, end).join("")));
}

const forbidding = (...words: string[]) => ({ client: { ...defaultConfig.client, forbidden_words: words } });
const claim = "Washes at 30 degrees";

describe("a finding about words of the text is placed at them", () => {
  it.each<[string, string, Text, string[]]>([
    [
      "FORBIDDEN_WORD",
      "each time in its own spelling",
      { body: "Cheap 👕 linen, so cheap.", config: forbidding("cheap") },
      ["Cheap", "cheap"],
    ],
    [
      "FORBIDDEN_WORD",
      "in dots between the letters",
      { body: "A shirt 👕 that is really (c.h.e.a.p), and of linen.", config: forbidding("cheap") },
      ["c.h.e.a.p"],
    ],
    [
      "FORBIDDEN_WORD",
      "in look-alike letters of two words",
      { body: "A shirt of linen. The bеst рrice for all, and soft.", config: forbidding("best price") },
      ["bеst рrice"],
    ],
    [
      "FORBIDDEN_WORD",
      "in a language without spaces",
      { body: "洗いざらしのリネン、最安値の一枚です。", config: forbidding("最安値"), locale: "ja" },
      ["最安値"],
    ],
    [
      "OMITTED_KEYWORD_USED",
      "as it is written",
      {
        body: "A Summer Shirt of washed linen.",
        config: { keyword_groups: { omit: ["old"] }, keywords: { old: ["summer shirt"] } },
      },
      ["Summer Shirt"],
    ],
    [
      "MISSING_DISCLAIMER",
      "at the claim",
      {
        body: `Washed linen. ${claim.toUpperCase()} 👕. ${claim}. An easy fit.`,
        config: {
          keyword_groups: { non_verbatim_optional_claims: ["care"] },
          keywords: { care: [`'Claim': ${claim}, 'Disclaimer': See the label.`] },
        },
      },
      [claim.toUpperCase(), claim],
    ],
    [
      "ALL_CAPS",
      "from the first capital word to the last, with what is between them",
      { body: "A shirt of linen. BUY, THIS - SHIRT and be glad." },
      ["BUY, THIS - SHIRT"],
    ],
    [
      "ECHO",
      "at the instruction that it repeats",
      {
        body: "A shirt. Keep every SENTENCE short, and friendly and speak to parents of small children. Soft.",
        config: { guidelines: ["Keep every sentence short and friendly and speak to parents of small children."] },
      },
      ["Keep every SENTENCE short, and friendly and"],
    ],
    [
      "ECHO",
      "at the bullet that only repeats the title",
      { contentType: "bullets", body: ["Washed linen", "Linen shirt Ravello", "Two chest pockets", "Weighs 240 g"] },
      ["Linen shirt Ravello"],
    ],
    [
      "DUPLICATE",
      "at the second of two bullets",
      { contentType: "bullets", body: ["Two deep chest pockets", "Washed linen", "Two deep, chest pockets!"] },
      ["Two deep, chest pockets!"],
    ],
    [
      "DUPLICATE",
      "at each time of a sentence",
      { body: "Washed linen with two chest pockets. An easy fit. Washed linen with two chest pockets." },
      ["Washed linen with two chest pockets", "Washed linen with two chest pockets"],
    ],
    [
      "ALT_TEXT",
      "at what a screen reader says",
      { contentType: "image_alt_1", body: "Image of a shirt" },
      ["Image of"],
    ],
    ["ALT_TEXT", "at a file name", { contentType: "image_alt_1", body: "Shirt shirt_01.jpg" }, ["shirt_01.jpg"]],
    [
      "ALT_TEXT",
      "at a word for search engines",
      { contentType: "image_alt_1", body: "Boot, boot for men, boot for women, boot sale" },
      ["Boot", "boot", "boot", "boot"],
    ],
    [
      "CHANNEL_RULE",
      "at words that the channel does not take",
      { body: "Linen Shirt, Free Shipping, free shipping", channel: "amazon", contentType: "title" },
      ["Free Shipping", "free shipping"],
    ],
    ["UNSAFE_HTML", "at template code", { body: "A shirt {{ shop.secret }} of linen." }, ["{{ shop.secret }}"]],
  ])("%s %s", (code, _where, text, marked) => {
    const seen = typeof text.body === "string" ? text.body : text.body.join("\n");
    expect(markedOf(seen, code, warningsOf(text))).toEqual(marked);
  });
});

it("a forbidden word that only the markup holds is of no words that a reader sees", () => {
  const [found] = warningsOf({ body: '<p title="cheap">A shirt</p>', config: forbidding("cheap") }).filter(
    ({ code }) => code === "FORBIDDEN_WORD",
  );
  expect(found).toMatchObject({ code: "FORBIDDEN_WORD" });
  expect(found).not.toHaveProperty("quote");
});

it("each code is known to be about words or about a text as a whole", () => {
  const aboutWords =
    "PLACEHOLDER REFUSAL ECHO CONTRADICTED_FACT UNSUPPORTED_FACT FOREIGN_LINK FORBIDDEN_WORD OMITTED_KEYWORD_USED MISSING_DISCLAIMER ALL_CAPS DUPLICATE GLOSSARY CHANNEL_RULE ALT_TEXT MEANING_DIFFERS NUMBERS_DIFFER TOKENS_DIFFER CONVENTIONS";
  const aboutWholes =
    "EXCEED_LENGTH BELOW_LENGTH WRONG_LANGUAGE LOST_MEDIA MISSING_KEYWORD MISSING_CLAIM IMAGE_UNSEEN MARKUP_DIFFERS LENGTH_DIFFERS";
  expect(configurableCodes.toSorted()).toEqual(`${aboutWords} ${aboutWholes}`.split(" ").sort());
});

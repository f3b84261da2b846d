import { describe, expect, it } from "vitest";
import { createChecksContext } from "../../../app/quality/checks-context.ts";
import { checkTexts } from "../../../app/quality/run-checks.ts";
import { readAsk } from "../../../sandbox/model/ask.ts";
import { translateAnswer, translationFlaws } from "../../../sandbox/model/translate/translate-answer.ts";
import { createRandom } from "../../../sandbox/shared/random.ts";
import { someFacts } from "../../support/content/facts.ts";

const source = {
  title: "Linen Shirt Ravello, 2-Pack",
  desc: '<h2>Why you will like it</h2><p>Weighs 240 g, is 74.5 cm long &amp; comes with {{ shop.name }} buttons.</p><ul><li>Wash at 30 °C</li><li>Lasts 1,200 washes</li></ul><p>See <a id="1">our guide</a> or write to care@fern.example. Kept for 2 years.</p>',
  bullets: [
    "Breathes on warm days",
    "Two chest pockets for what you need",
    "SKU FF-RAV-01, fits [size] hangers, PBT buttons",
  ],
};
const locales = ["de", "fr", "es", "it", "nl", "ja", "ar", "pt-BR", "zh-TW"];
const schema = {
  type: "object",
  properties: Object.fromEntries(
    locales.map((locale) => [locale, { type: "object", properties: { title: {}, desc: {}, bullets: {} } }]),
  ),
};

function translate(
  given: { flawRate?: number; fault?: string; repairRate?: number; seed?: number; fix?: object } = {},
) {
  const documents = [
    { translate_from: "en", translate_into: Object.fromEntries(locales.map((locale) => [locale, locale])), texts: {} },
    { product: { title: source.title }, keep: ["Fern & Field", "FF-RAV-01"], source },
    ...(given.fix ? [{ fix: given.fix }] : []),
  ];
  const ask = readAsk(documents.map((one) => JSON.stringify(one)));
  if (!ask.translation) throw new Error("a translation is asked for");
  const { flawRate = 0, repairRate = 1, fault, seed = 1 } = given;
  const manner = { flawRate, repairRate, fault, systemPrompt: "" };
  const { answer, flaws } = translateAnswer(ask.translation, schema, createRandom(seed), manner);
  return { answer: answer as Record<string, Partial<typeof source>>, flaws };
}

function codesOf(locale: string, name: keyof typeof source, body: string | string[] | undefined) {
  const config = { checks: { BELOW_LENGTH: "off" as const } };
  const facts = someFacts({
    descriptionText: "Kept for 2 years. Lasts 1,200 washes. 74.5 cm long. Wash at 30 °C. 2-Pack.",
  });
  const context = createChecksContext({ config, facts, locale, live: { [name]: source[name] } });
  const text = { body: body ?? "", raw: body ?? "", source: { body: source[name], locale: "en", kept: ["FF-RAV-01"] } };
  return checkTexts(context, { texts: new Map([[name, text]]) })
    .get(name)
    ?.warnings.map(({ code, description }) => `${code} ${description}`);
}

describe.each(locales)("a translation into %s", (locale) => {
  it("keeps tags, numbers, units, codes and placeholders, and our checks find nothing in it", () => {
    const { answer, flaws } = translate();
    expect(flaws).toEqual([]);
    for (const name of ["title", "desc", "bullets"] as const) {
      expect([name, codesOf(locale, name, answer[locale]?.[name])]).toEqual([name, []]);
    }
    expect(answer[locale]?.desc?.match(/<[^>]*>/g)).toEqual(source.desc.match(/<[^>]*>/g));
    expect(answer[locale]?.bullets?.join(" ")).toContain("PBT");
    expect(translate().answer).toEqual(answer);
  });
});

describe("a mistake", () => {
  it.each(translationFlaws)("%s is in each text that it can be in, where it is told to, and in the log", (fault) => {
    const { answer, flaws } = translate({ fault });
    const right = translate().answer;
    expect(flaws.length).toBeGreaterThan(0);
    for (const flaw of flaws) {
      const [, locale = "", name = ""] = /^(.+)\.(\w+):/.exec(flaw) ?? [];
      expect([flaw, answer[locale]?.[name as "title"]]).not.toEqual([flaw, right[locale]?.[name as "title"]]);
    }
  });

  it("comes in its share of first answers, of every kind, and goes with a repair", () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 200; seed++) {
      const { flaws } = translate({ flawRate: 1, seed });
      expect(flaws).toHaveLength(1);
      seen.add(flaws[0]?.split(":")[1] ?? "");
    }
    expect([...seen].sort()).toEqual([...translationFlaws].sort());
    const fix = { de: { title: { text: "Linen Shirt", findings: ["it is not translated"] } } };
    expect(translate({ flawRate: 1, fix }).flaws).toEqual([]);
    expect(translate({ fix, repairRate: 0 }).answer.de?.title).toBe("Linen Shirt");
  });
});

it("tells a translation from a text that is to be written", () => {
  expect(readAsk(['{"language":"de","product":{"title":"Shirt"}}']).translation).toBeUndefined();
});

import { describe, expect, it } from "vitest";
import type { TextBody } from "../../../app/db/schema/index.ts";
import { createChecksContext } from "../../../app/quality/checks-context.ts";
import { checkTexts } from "../../../app/quality/run-checks.ts";
import { translationCodes } from "../../../app/quality/translation/translation-codes.ts";
import type { Code } from "../../../app/rules/check-codes.ts";
import { contentConfigSchema } from "../../../app/rules/content-config.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { someFacts } from "../../support/content/facts.ts";

const config = contentConfigSchema.parse(defaultConfig);
const facts = someFacts({
  descriptionText:
    "The Ravello shirt (FW-1020) is made of 100% washed linen and weighs 240 g. 2 chest pockets. Dries within 3 hours.",
});

interface Pair {
  contentType: string;
  locale: string;
  source: TextBody;
  body: TextBody;
}

const contexts = new Map<string, ReturnType<typeof createChecksContext>>();

function contextIn(locale: string) {
  const context = contexts.get(locale) ?? createChecksContext({ facts, config, locale });
  contexts.set(locale, context);
  return context;
}

function findingsOf({ contentType, locale, source, body }: Pair, codes?: ReadonlySet<Code>) {
  const text = { raw: body, body, source: { body: source, locale: "en", kept: ["FW-1020", "Ravello"] } };
  const result = checkTexts(contextIn(locale), { texts: new Map([[contentType, text]]), codes });
  return result.get(contentType)?.warnings ?? [];
}

const english =
  '<p>The Ravello shirt (FW-1020) is made of 100% washed linen and weighs 240 g. Fits %{size}.</p><ul><li>2 chest pockets</li><li>Dries within <strong>3 hours</strong></li></ul><p>See <a href="/pages/care">our care guide</a>.</p>';
/** The same text by people of these languages. */
const written: Readonly<Record<string, string>> = {
  de: '<p>Das Hemd Ravello (FW-1020) besteht zu 100 % aus gewaschenem Leinen und wiegt 240 g. Passt %{size}.</p><ul><li>2 Brusttaschen</li><li>Trocknet in <strong>3 Stunden</strong></li></ul><p>Siehe <a href="/pages/care">unsere Pflegehinweise</a>.</p>',
  fr: '<p>La chemise Ravello (FW-1020) est en 100 % lin lavé et pèse 240 g. Convient à %{size}.</p><ul><li>2 poches poitrine</li><li>Sèche en <strong>3 heures</strong></li></ul><p>Consultez <a href="/pages/care">nos conseils d’entretien</a>.</p>',
  ja: '<p>Ravelloシャツ（FW-1020）はウォッシュドリネン100％、重さは240gです。%{size}に合います。</p><ul><li>胸ポケット2つ</li><li><strong>3時間</strong>で乾きます</li></ul><p><a href="/pages/care">お手入れガイド</a>をご覧ください。</p>',
  ar: '<p>قميص Ravello (FW-1020) مصنوع من كتان مغسول بنسبة 100% ويزن 240 غرامًا. يناسب %{size}.</p><ul><li>2 جيوب صدر</li><li>يجف خلال <strong>3 ساعات</strong></li></ul><p>راجع <a href="/pages/care">دليل العناية</a>.</p>',
  "pt-BR":
    '<p>A camisa Ravello (FW-1020) é feita de 100% linho lavado e pesa 240 g. Serve em %{size}.</p><ul><li>2 bolsos no peito</li><li>Seca em <strong>3 horas</strong></li></ul><p>Veja <a href="/pages/care">nosso guia de cuidados</a>.</p>',
  "zh-TW":
    '<p>Ravello 襯衫（FW-1020）採用100%水洗亞麻，重240克。適合 %{size}。</p><ul><li>2個胸前口袋</li><li><strong>3小時</strong>即乾</li></ul><p>請參閱<a href="/pages/care">保養指南</a>。</p>',
};

it.each(Object.entries(written))("a good translation into %s has no finding", (locale, body) => {
  expect(findingsOf({ contentType: "desc", locale, source: english, body })).toEqual([]);
});

it("key points are translated one by one", () => {
  const source = ["Washed linen", "Two pockets", "Weighs 240 g"];
  const body = ["Gewaschenes Leinen", "Wiegt 240 g"];
  expect(findingsOf({ contentType: "bullets", locale: "de", source, body })).toMatchObject([
    { code: "BELOW_LENGTH" },
    { code: "MARKUP_DIFFERS", details: { kind: "items_differ", items: 2, of: 3 } },
  ]);
});

it("a sign that the language writes otherwise is put right by one click", () => {
  const source = "A shirt for warm days: cool and light, isn't it?";
  const body = "Une chemise pour les jours chauds: fraîche et légère, non?";
  const found = findingsOf({ contentType: "seo_desc", locale: "fr", source, body });
  expect(found.map(({ code, fix }) => [code, fix?.with])).toEqual([
    ["CONVENTIONS", "chauds\u00a0:"],
    ["CONVENTIONS", "non\u202f?"],
  ]);
});

/** A pseudo-random number from 0 to 1; the same seed gives the same row. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

type Mutation = (html: string, random: () => number) => string;
const at = (count: number, random: () => number) => Math.floor(random() * count);
const nth = (text: string, pattern: RegExp, n: number, replace: (one: string) => string) => {
  let i = 0;
  return text.replace(pattern, (one) => (i++ === n ? replace(one) : one));
};
const numbers = /(?<![A-Za-z\d-])\d+/gu;

/** What goes wrong in translations: each breaks one thing that its source has. */
const mutations: Readonly<Record<string, Mutation>> = {
  "another digit": (html, random) =>
    nth(html, numbers, at(4, random), (one) => String(Number(one) + 1 + at(8, random) * 10)),
  "a tenth": (html, random) => nth(html, numbers, at(2, random), (one) => `${Number(one) * 10}`),
  "a lost placeholder": (html) => html.replace("%{size}", ""),
  "a translated placeholder": (html) => html.replace("%{size}", "%{größe}"),
  "another article number": (html, random) => html.replace("FW-1020", `FW-${2_000 + at(900, random)}`),
  "a lost name": (html) => html.replace("Ravello", "Navello"),
  "a lost emphasis": (html) => html.replace(/<\/?strong>/g, ""),
  "a lost item": (html) => html.replace(/<li>.*?<\/li>/, ""),
  "another address": (html, random) => html.replace("/pages/care", `/pages/care-${at(99, random)}`),
  "a lost paragraph": (html) => html.replace(/<p>[^%]*<\/p>$/, ""),
  "a number more": (html, random) => html.replace("</li><li>", `, ${20 + at(70, random)} kg</li><li>`),
  "a sentence left over": (html) =>
    html.replace("</p><ul>", " It keeps you cool on the warmest days of the whole summer.</p><ul>"),
};

/** What a translation is held to beside its source, without the facts. */
const besideSource: ReadonlySet<Code> = new Set(translationCodes);

describe("5,040 mutated translations", () => {
  const rounds = 70;
  it.each(Object.entries(mutations))("%s is found in every language", (_name, mutate) => {
    const random = createRandom(7);
    const unmarked: string[] = [];
    for (const [locale, body] of Object.entries(written)) {
      for (let round = 0; round < rounds; round++) {
        const mutated = mutate(body, random);
        // What changed nothing is no mutation.
        expect(mutated).not.toBe(body);
        if (findingsOf({ contentType: "desc", locale, source: english, body: mutated }, besideSource).length === 0)
          unmarked.push(`${locale}: ${mutated}`);
      }
    }
    expect(unmarked).toEqual([]);
  });
});

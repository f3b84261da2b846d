import { otherKindOf } from "../../catalog/translations/translation-sources.ts";
import type { ResourceKind, TextBody } from "../../db/schema/index.ts";
import type { ModelRequest } from "../../model/port.ts";
import { forbiddenWordsOf } from "../../rules/forbidden-words.ts";
import { spellingKey } from "../../rules/glossary/glossary.ts";
import { translationRulesOf } from "../../rules/terms/translation-rules-of.ts";
import { toneOf } from "../../rules/tone-of.ts";
import { dropEmpty } from "../../texts/drop-empty.ts";
import { configNameOf, slotNamed } from "../../texts/slot.ts";
import { countChars, partsOf, writtenOf } from "../../texts/text-body.ts";
import type { Cell } from "./choose-cells.ts";
import { tokensOfCell } from "./estimate-tokens.ts";
import { maskTags } from "./mask-tags.ts";
import { placeName } from "./places.ts";
import { promptTerms } from "./prompt-terms.ts";
import { translatorPrompt } from "./system-prompt.ts";
import type { TranslationContext } from "./translation-context.ts";

/** What a repair says of one text. */
export interface Fix {
  /** null: none came */
  text: TextBody | null;
  findings: readonly string[];
}

const maxKnownChars = 1_200;
const maxKept = 60;
const maxForbidden = 200;

/**
 * The request for some translations of one product: stable parts first, the product's data last.
 * @param written titles of the same product that were translated just before, by place
 */
export function buildRequest(
  context: TranslationContext,
  cells: readonly Cell[],
  written: ReadonlyMap<string, string> = new Map(),
): ModelRequest {
  return {
    model: context.model,
    messages: [
      { role: "system", content: translatorPrompt },
      { role: "user", content: JSON.stringify(briefOf(context, cells)) },
      { role: "user", content: JSON.stringify(documentOf(context, cells, written)) },
    ],
    schemaName: "translations",
    schema: schemaOf(context, cells),
    maxOutputTokens: roomFor(cells),
  };
}

/** Asks for the failing ones again, with the concrete findings. @param again how often the last answer was cut off */
export function repairOf(
  context: TranslationContext,
  first: ModelRequest,
  failing: readonly { cell: Cell; fix: Fix }[],
  { wasCut }: { wasCut: boolean },
): ModelRequest {
  const cells = failing.map(({ cell }) => cell);
  const fix = byPlace(context, failing, ({ fix: { text, findings } }) => dropEmpty({ text, findings }));
  return {
    ...first,
    messages: [...first.messages, { role: "user", content: JSON.stringify({ fix }) }],
    schema: schemaOf(context, cells),
    maxOutputTokens: roomFor(cells) * (wasCut ? 2 : 1),
  };
}

/** With room for the thinking that some providers count as output. */
function roomFor(cells: readonly Cell[]): number {
  return 4_000 + cells.reduce((sum, cell) => sum + tokensOfCell(cell), 0) * 2;
}

/** `{"de": {"title": string}, "de-market-41": {"title": string, "bullets": [string]}}` */
function schemaOf(context: TranslationContext, cells: readonly Cell[]): Record<string, unknown> {
  const wanted = cells.map((cell) => ({ cell }));
  const places = byPlace(context, wanted, ({ cell: { source } }) =>
    source.form === "list" ? { type: "array", items: { type: "string" } } : { type: "string" },
  );
  return objectOf(Object.entries(places).map(([place, texts]) => [place, objectOf(Object.entries(texts))]));
}

function objectOf(entries: [string, unknown][]): Record<string, unknown> {
  const properties = Object.fromEntries(entries);
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

function byPlace<T extends { cell: Cell }>(
  { aliases }: TranslationContext,
  all: readonly T[],
  valueFor: (one: T) => unknown,
): Record<string, Record<string, unknown>> {
  const found: Record<string, Record<string, unknown>> = {};
  for (const one of all) {
    const { source } = one.cell;
    const place = placeName(one.cell);
    found[place] ??= {};
    found[place][aliases.get(source.name) ?? source.name] = valueFor(one);
  }
  return found;
}

/** The same for all products of a run that share rules and lack the same. */
function briefOf(context: TranslationContext, cells: readonly Cell[]): Record<string, unknown> {
  const { rules, sourceLocale, languages, notes, product, marketWords } = context;
  const places = [...new Map(cells.map((cell) => [placeName(cell), cell]))];
  const locales = [...new Set(cells.map(({ locale }) => locale))];
  const names = new Set(cells.map(({ source }) => source.name));
  const checks = languages.get(places[0]?.[0] ?? "")?.checks;
  const texts = (checks?.texts ?? [])
    .filter(({ contentType }) => names.has(contentType) && otherKindOf(contentType) === null)
    .map(({ configName, traits, own }): [string, unknown] => [
      configName,
      dropEmpty({ family: traits.family, html: traits.html || undefined, character_limit: own?.character_limit }),
    ]);
  const byLocale = <T>(valueFor: (locale: string) => T) =>
    dropEmpty(Object.fromEntries(locales.map((locale) => [locale, valueFor(locale)])));
  return {
    translate_from: sourceLocale,
    translate_into: Object.fromEntries(
      places.map(([place, { locale, market }]) => {
        const readers = marketWords.get(market);
        return [place, readers === undefined ? nameOf(locale) : `${nameOf(locale)}, for readers in ${readers} alone`];
      }),
    ),
    texts: Object.fromEntries(texts),
    ...dropEmpty({
      style_guide: dropEmpty(rules.style_guide ?? {}),
      tone: toneOf(rules, product.vendor),
      restrictions: rules.restrictions,
      forbidden_words: byLocale((locale) => forbiddenIn(context, locale)),
      in_language: byLocale((locale) => {
        const { guidelines, restrictions, tone_of_voice: tone } = translationRulesOf(rules, locale);
        return dropEmpty({ tone_of_voice: tone, guidelines, restrictions });
      }),
      notes: notes?.trim(),
    }),
  };
}

/** Those that hold whatever a source says; the others come with it. */
function forbiddenIn({ rules, languages }: TranslationContext, locale: string): string[] {
  const terms = [...languages.values()].find((one) => one.locale === locale)?.checks.checks.terms ?? [];
  const always = terms.flatMap(({ kind, source, target }) => (kind === "forbidden" && source === "" ? [target] : []));
  return [...new Set([...forbiddenWordsOf(rules, locale), ...always])].slice(0, maxForbidden);
}

function nameOf(locale: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(locale) ?? locale;
  } catch {
    // Not every locale that a shop names is one.
    return locale;
  }
}

function documentOf(
  context: TranslationContext,
  cells: readonly Cell[],
  written: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const { aliases, languages } = context;
  const sources = new Map(cells.map(({ source }) => [source.name, source]));
  const wanted = new Set(cells.map((cell) => `${placeName(cell)} ${cell.source.name}`));
  const ofPlaces = (valueFor: (place: string) => unknown) =>
    dropEmpty(Object.fromEntries([...new Set(cells.map(placeName))].map((one) => [one, valueFor(one)])));
  const foreign = cells.filter(({ from }) => from !== context.sourceLocale);
  const general = cells.flatMap((cell) => (cell.general === null ? [] : [{ cell }]));
  return {
    ...aboutOf(context),
    ...dropEmpty({
      keep: keptIn(context, [...sources.values()].map(({ body }) => writtenOf(body)).join("\n")),
      glossary: ofPlaces((place) => {
        const checks = languages.get(place)?.checks.checks;
        return checks ? promptTerms(checks, context.sourceLocale, [...sources.values()]) : {};
      }),
      kinds: dropEmpty(
        Object.fromEntries([...sources.keys()].map((name) => [aliases.get(name) ?? name, kindWords(name)])),
      ),
      character_limits: dropEmpty(
        Object.fromEntries(
          [...sources.values()].map((source) => [aliases.get(source.name) ?? source.name, nearLimit(source)]),
        ),
      ),
      written_in: dropEmpty(
        Object.fromEntries(foreign.map(({ source, from }) => [aliases.get(source.name) ?? source.name, nameOf(from)])),
      ),
      general: dropEmpty(byPlace(context, general, ({ cell }) => cell.general)),
      known: ofPlaces((place) => {
        const own = knownIn(
          languages.get(place)?.known ?? new Map(),
          (name) => wanted.has(`${place} ${name}`),
          context,
        );
        const title = written.get(place);
        return title === undefined ? own : { title, ...own };
      }),
      examples: ofPlaces((place) =>
        (languages.get(place)?.examples ?? []).map(({ contentType, initial, corrected }) =>
          JSON.stringify(initial) === JSON.stringify(corrected)
            ? { text: configNameOf(contentType), approved: cut(corrected) }
            : { text: configNameOf(contentType), before: cut(initial), corrected: cut(corrected) },
        ),
      ),
    }),
    source: Object.fromEntries(
      [...sources.values()].map(({ name, body, form }) => {
        const isHtml = (form === "html" || form === "rich") && typeof body === "string";
        return [aliases.get(name) ?? name, isHtml ? maskTags(body).html : body];
      }),
    ),
  };
}

/** The longest translation that the text's place takes, where one could come near it: German is half as long again as English. */
function nearLimit({ name, body, limits }: Cell["source"]): number | undefined {
  const longest = Math.max(0, ...partsOf(body).map(countChars));
  const isNear = otherKindOf(name) !== null && limits?.max !== undefined && longest * nearTimes > limits.max;
  return isNear ? limits.max : undefined;
}

const nearTimes = 4;

/** What the texts belong to: a product, or e.g. a page. */
function aboutOf({ product, kind }: TranslationContext): Record<string, unknown> {
  if (kind !== null) return { from: dropEmpty({ kind: kindNames[kind], title: product.title }) };
  return { product: dropEmpty({ title: product.title, brand: product.vendor, product_type: product.productType }) };
}

const kindNames: Readonly<Record<ResourceKind, string>> = {
  collection: "collection of products",
  page: "page of the shop",
  blog: "blog",
  article: "blog article",
  policy: "shop policy, a legal text",
  menu: "menus of the shop",
  metaobject: "entry that the shop's pages show",
  filter: "filters of product lists",
  shop: "the shop's own home page",
};

/** Keys of what is no product. Links, menus and filters have a title or a label only. */
const fieldWords: Readonly<Record<string, string>> = {
  title: "title",
  body_html: "content",
  body: "content",
  summary_html: "summary",
  meta_title: "title for search engines",
  meta_description: "description for search engines",
  label: "label",
  alt: "alternative text of its image",
};

function kindWords(name: string): string | undefined {
  const kind = otherKindOf(name);
  if (kind === null) return undefined;
  return {
    option: "name of a product option",
    option_value: "value of a product option",
    product_type: "kind of product",
    metafield: "detail",
    resource: fieldWords[slotNamed(name).field] ?? "text",
    other: "product detail",
  }[kind];
}

/** Brand, codes and words of the shop's glossary that the texts hold. */
function keptIn({ kept, glossary }: TranslationContext, text: string): string[] {
  const key = spellingKey(text);
  const terms = glossary.filter(({ term }) => key.includes(spellingKey(term))).map(({ term }) => term);
  return [...new Set([...kept.filter((word) => text.includes(word)), ...terms])].slice(0, maxKept);
}

/** What the shop says of the product in a language already; shorter texts first, as far as there is room. */
function knownIn(
  known: ReadonlyMap<string, TextBody>,
  isWanted: (name: string) => boolean,
  { aliases }: TranslationContext,
): Record<string, TextBody> {
  let left = maxKnownChars;
  const shown: [string, TextBody][] = [];
  const all = [...known].filter(([name]) => !isWanted(name));
  for (const [name, body] of all.toSorted((a, b) => writtenOf(a[1]).length - writtenOf(b[1]).length)) {
    left -= writtenOf(body).length;
    if (left < 0) break;
    shown.push([aliases.get(name) ?? name, body]);
  }
  return Object.fromEntries(shown);
}

function cut(body: TextBody): string {
  const text = writtenOf(body);
  return text.length <= 600 ? text : `${text.slice(0, 600).replace(/\S*$/u, "")}…`;
}

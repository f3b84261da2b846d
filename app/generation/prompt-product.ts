import type { ProductFacts } from "../catalog/facts.ts";
import type { NamedImage } from "../catalog/image-alts.ts";
import type { TextBody } from "../db/schema/index.ts";
import type { Fact, FactKind } from "../quality/facts/fact.ts";
import { labelOf, nameKey, reviewsOf } from "../rules/attribute-table.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { type Glossary, spellingKey } from "../rules/glossary/glossary.ts";
import { dropEmpty } from "../texts/drop-empty.ts";
import type { GenerationContext, GenerationSource } from "./generation-context.ts";
import type { TextRules } from "./text-rules.ts";

/** The longest description given to the model, in characters; longer ones are cut between words. */
const maxDescriptionChars = 6_000;
const maxFactChars = 500;
const maxFacts = 60;
const maxReviews = 200;
const maxReviewChars = 300;
/** All reviews together. */
const maxReviewsChars = 8_000;
const maxExamples = 6;
/** Both texts of each are short. */
const maxPreferences = 6;
const maxExampleChars = 1_500;

/** How a person corrected an earlier text of the same config; an approved one is corrected to what it was. */
export interface Example {
  contentType: string;
  initial: TextBody;
  corrected: TextBody;
  comment?: string | undefined;
  /** both are the model's: a person chose `corrected` over `initial` */
  preferred?: boolean | undefined;
}

/**
 * All that a prompt says of one product beside the rules: another one has another document.
 * @param call.named the texts that are asked for, by the names that configs use
 * @param call.pictures those that an alt text is asked for
 */
export function productDocumentOf(
  context: GenerationContext,
  call: {
    named: ReadonlyMap<string, TextRules>;
    pictures: readonly NamedImage[];
    examples: readonly Example[];
    /** the answer names facts by their ids */
    cites: boolean;
  },
): Record<string, unknown> {
  const { source, texts } = context;
  const { facts, glossary, fieldNotes } = source;
  const subject = dropEmpty({
    examples: examplesOf(call.examples, call.named),
    keywords: keywordsOf(call.named),
    glossary: spellingsOf(glossary, facts),
    room: dropEmpty(Object.fromEntries(texts.map(({ contentType, room }) => [contentType, room]))),
    added: dropEmpty(Object.fromEntries(texts.map(({ contentType, added }) => [contentType, added]))),
    pictures: picturesOf(call.pictures, facts.images.length, fieldNotes),
  });
  return { ...subject, product: productOf(context, call.cites) };
}

/**
 * The corrections of the wanted content types, the nearest first, as the prompt shows them.
 * @param wanted by the names that the config uses
 */
function examplesOf(examples: readonly Example[], wanted: ReadonlyMap<string, unknown>): Record<string, unknown>[] {
  const ofWanted = examples.filter(({ contentType }) => wanted.has(contentType));
  const shown = [
    ...ofWanted.filter(({ preferred }) => !preferred).slice(0, maxExamples),
    ...ofWanted.filter(({ preferred }) => preferred).slice(0, maxPreferences),
  ];
  return shown.map(({ contentType, initial, corrected, comment, preferred }) => {
    if (preferred) {
      return { content_type: contentType, preferred: shortened(corrected), passed_over: shortened(initial) };
    }
    const isApproved = JSON.stringify(initial) === JSON.stringify(corrected);
    return dropEmpty({
      content_type: contentType,
      ...(isApproved
        ? { approved_by_the_shop: shortened(corrected) }
        : { before: shortened(initial), corrected_by_the_shop: shortened(corrected) }),
      comment: comment ? cutBetweenWords(comment, maxExampleChars) : undefined,
    });
  });
}

function shortened(body: TextBody): TextBody {
  return typeof body === "string"
    ? cutBetweenWords(body, maxExampleChars)
    : body.map((bullet) => cutBetweenWords(bullet, maxExampleChars / 5));
}

/** Keywords and claims that the texts of this product are written with, by the names that the config uses. */
function keywordsOf(texts: ReadonlyMap<string, TextRules>): Record<string, unknown> {
  const uses = [...texts].map(([name, { use }]) => {
    const own = dropEmpty({
      must_use: use.must,
      should_use: use.should,
      must_not_use: use.omit,
      claims_to_the_letter: use.claims.map(({ text }) => text),
      claims_in_own_words_if_they_fit: use.optionalClaims.map(({ text }) => text),
    });
    return [name, own];
  });
  return dropEmpty(Object.fromEntries(uses));
}

/** The words of the shop's glossary that this product's data holds, in whatever spelling. */
function spellingsOf(glossary: Glossary | undefined, facts: ProductFacts): Record<string, unknown>[] {
  if (!glossary || glossary.length === 0) return [];
  const data = [
    facts.title,
    facts.vendor,
    facts.productType,
    facts.category ?? "",
    facts.descriptionText,
    ...facts.tags,
    ...facts.options.flatMap(({ name, values }) => [name, ...values]),
    ...facts.attributes.flatMap(({ name, value }) => [name, value]),
  ];
  const words = spellingKey(data.join(" "));
  return glossary
    .filter(({ term, never }) => [term, ...never].some((spelling) => words.includes(spellingKey(spelling))))
    .slice(0, maxFacts)
    .map(({ term, never }) => dropEmpty({ write: term, never: [...never] }));
}

/** What is known of each picture beside what it shows. */
function picturesOf(
  pictures: readonly NamedImage[],
  of: number,
  notes: GenerationSource["fieldNotes"],
): Record<string, unknown> {
  return Object.fromEntries(
    pictures.map(({ contentType, position, alt }) => [
      contentType,
      dropEmpty({
        position: `${position} of ${of}`,
        alt_text_now: alt ? cutBetweenWords(alt, 500) : undefined,
        notes: notes?.[contentType]?.trim(),
      }),
    ]),
  );
}

/**
 * The product as labelled data; empty fields are left out so that they are not written about, and so is what is addressed to a
 * machine or written for none to read. `client.prompt_attributes` decides which attributes, options and tags are given,
 * `client.field_map` under which names.
 * @param cites each fact has its id before its name, or as its name
 */
function productOf({ source, checks }: GenerationContext, cites: boolean): Record<string, unknown> {
  const { config, reviews = [] } = source;
  const book = checks.facts;
  const { options, tags } = book.facts;
  const isGiven = givenBy(config);
  const usable = book.list.filter(({ unusable }) => !unusable);
  const nameOf = ({ id, name }: Fact) => (cites ? `${id} ${labelOf(name, config)}` : labelOf(name, config));
  const isNamed = ({ name }: Fact) => isGiven(labelOf(name, config));
  const ofKind = (kind: FactKind) => usable.filter((fact) => fact.kind === kind);
  const valuesOf = new Map(options.map(({ name, values }) => [name, values]));
  const attributes = ofKind("attribute");
  const described = attributes
    .filter((fact) => fact.source === "description" && !isNamed(fact))
    .map((fact) => ({ ...fact, value: `${fact.name}: ${fact.value}` }));
  const refused = book.list.filter(({ kind, unusable }) => kind === "tag" && unusable);
  return dropEmpty({
    title: textAt(usable, "title"),
    brand: textAt(usable, "vendor"),
    product_type: textAt(usable, "product_type"),
    category: textAt(usable, "category"),
    tags: isGiven("tags")
      ? tags.filter((tag) => !refused.some(({ value }) => tag.includes(value))).slice(0, maxFacts)
      : [],
    description: descriptionOf([...described, ...ofKind("description")], cites),
    options: Object.fromEntries(
      ofKind("option")
        .filter(isNamed)
        .slice(0, maxFacts)
        .map((fact) => [nameOf(fact), (valuesOf.get(fact.name) ?? [fact.value]).slice(0, maxFacts)]),
    ),
    attributes: Object.fromEntries(
      attributes
        .filter(isNamed)
        .slice(0, maxFacts)
        .map((fact) => [nameOf(fact), cutBetweenWords(fact.value, maxFactChars)]),
    ),
    reviews: shortReviews([...reviews, ...reviewsOf(source.facts, config)]),
  });
}

function textAt(facts: readonly Fact[], path: string): string | undefined {
  return facts.find((fact) => fact.path === path)?.value;
}

/** Its sentences and lines, as far as there is room: each under its id, or as one text. */
function descriptionOf(sentences: readonly Fact[], cites: boolean): Record<string, string> | string {
  const shown: [id: string, words: string][] = [];
  let left = maxDescriptionChars;
  for (const { id, value } of sentences) {
    if (left <= 0) break;
    shown.push([id, cutBetweenWords(value, left)]);
    left -= value.length + 1;
  }
  return cites ? Object.fromEntries(shown) : shown.map(([, words]) => words).join("\n");
}

function givenBy(config: ContentConfig): (label: string) => boolean {
  const named = config.client?.prompt_attributes;
  if (!named || named.length === 0) return () => true;
  const labels = new Map(Object.entries(config.client?.field_map ?? {}).map(([key, label]) => [nameKey(key), label]));
  const keys = new Set(named.flatMap((name) => [nameKey(name), nameKey(labels.get(nameKey(name)) ?? name)]));
  return (label) => keys.has(nameKey(label));
}

function shortReviews(reviews: readonly string[]): string[] {
  const short: string[] = [];
  let left = maxReviewsChars;
  for (const review of reviews.slice(0, maxReviews)) {
    const text = cutBetweenWords(review.trim(), maxReviewChars);
    left -= text.length;
    if (left < 0) break;
    if (text !== "") short.push(text);
  }
  return short;
}

function cutBetweenWords(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const cut = text.slice(0, maxChars).replace(/\p{Cs}/gu, "");
  const space = cut.search(/\s\S*$/);
  return `${space > maxChars / 2 ? cut.slice(0, space) : cut} …`;
}

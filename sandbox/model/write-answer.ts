import type { Random } from "../shared/random.ts";
import type { Ask, Wanted } from "./ask.ts";
import { addAttack, obeyOrders, wordsOrdered } from "./attack.ts";
import { habitOf, offerWordings, type WordingsHabit } from "./offer-wordings.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { knownPhrasebook, phrasebookFor } from "./phrasebook-for.ts";
import { applyRepair, readRepair } from "./repair.ts";
import type { Desk } from "./sentence.ts";
import { type Flaw, flaws, spoil } from "./spoil.ts";
import { writeAltText } from "./write-alt-text.ts";
import { writeDescription } from "./write-description.ts";
import { writeBullets, writeParagraph, writeSeoDescription, writeSteps } from "./write-short-texts.ts";
import { writeTitle } from "./write-title.ts";
import { writeSearchTerms, writeTags } from "./write-words.ts";

/** A JSON schema as far as it is looked at. */
export type Schema = Record<string, unknown>;

/** `ignores` takes what is written in a product's data for data; `obeys` does what it asks for. */
export const ordersHabits = ["ignores", "obeys"] as const;
export type OrdersHabit = (typeof ordersHabits)[number];

export interface Manner {
  /** Share of first answers with a mistake, and of repairs that mend what was found. */
  flawRate: number;
  repairRate: number;
  /** A mistake told from outside, on every answer. */
  forced?: "hostile" | "wrong_language" | "echo" | "refused_in_title" | Flaw | undefined;
  systemPrompt: string;
  /** what it makes of orders that it finds among the facts and reviews; default: nothing */
  orders?: OrdersHabit | undefined;
  /** what it makes of a wish for further wordings; default: what was asked for */
  wordings?: WordingsHabit | undefined;
  /** what the words of the texts are chosen by; default: what all else is */
  texts?: Random | undefined;
}

export interface Written {
  answer: unknown;
  /** The mistakes in it, for the log: e.g. `title:too_long`. */
  flaws: string[];
}

export const refusalText = "I'm sorry, but I can't help with writing content for this product.";

/** Writes the whole answer that `schema` asks for. Pure: same arguments, same answer. */
export function writeAnswer(ask: Ask, schema: Schema, random: Random, manner: Manner): Written {
  const language = manner.forced === "wrong_language" ? otherLanguage(ask.language) : ask.language;
  const written: Written = { answer: undefined, flaws: [] };
  const context: Context = { ask, manner, random, written, book: phrasebookFor(language), spoiled: undefined };
  const keys = keysOf(schema);
  if (isFlaw(manner.forced)) {
    context.spoiled = { keys: keysThatTake(manner.forced, keys), flaw: manner.forced };
  } else if (manner.forced === undefined && ask.fixes.size === 0 && random.chance(manner.flawRate)) {
    const flaw = random.pick(flaws);
    const open = keysThatTake(flaw, keys);
    if (open.length > 0) context.spoiled = { keys: [random.pick(open)], flaw };
  }
  const { [wordingsName]: wordings, ...properties } = asSchema(schema.properties);
  const plain = wordings === undefined ? schema : { ...schema, properties };
  written.answer = withCites(withWordings(writeValue(plain, "", context), asSchema(wordings), context), schema, ask);
  return written;
}

/** The field in which the app wants further wordings of texts. */
const wordingsName = "other_wordings";

/** As of a real model: some may have a mistake that the text has not, and what the text suffers from outside they suffer too. */
function withWordings(answer: unknown, schema: Schema, context: Context): unknown {
  const names = keysOf(schema);
  if (names.length === 0 || answer === null || typeof answer !== "object") return answer;
  const { ask, manner, random, written } = context;
  const habit = habitOf(manner.wordings ?? "asked", random.fork(wordingsName));
  const texts: Record<string, unknown> = { ...answer };
  const offered = names.map((name): [string, string[]] => {
    const wanted = wantedFor(name, asSchema(asSchema(schema.properties)[name]), ask);
    const write = (number: number) => writeWording(wanted, number, context);
    return [name, offerWordings(String(texts[name] ?? ""), { others: wanted.others, habit, write })];
  });
  if (habit !== "asked") written.flaws.push(`${wordingsName}:${habit}`);
  return { ...texts, [wordingsName]: Object.fromEntries(offered) };
}

function writeWording(wanted: Wanted, number: number, context: Context): string {
  const { ask, manner, random, book } = context;
  const { limitChars } = wanted;
  const name = `${wanted.name} ${number}`;
  const desk: Desk = { book, facts: ask.facts, random: (manner.texts ?? random).fork(name) };
  const include = ask.mustUse.get(wanted.name) ?? [];
  const text = applyRepair(writeString(desk, wanted, ask), { limitChars, avoid: [], include }, desk);
  if (manner.forced !== undefined || manner.orders === "obeys") return withMistake(text, wanted, desk, context);
  const chance = random.fork(name);
  return chance.chance(manner.flawRate) ? spoil(text, chance.pick(flaws), desk, limitChars) : text;
}

/** The field in which the app wants to know what fact a statement is from. */
const citesName = "cites";
const mostCites = 12;

/** Values of facts that the texts hold to the letter, each with its fact's id. */
function withCites(answer: unknown, schema: Schema, ask: Ask): unknown {
  if (!(citesName in asSchema(schema.properties)) || answer === null || typeof answer !== "object") return answer;
  const words = JSON.stringify({ ...answer, [citesName]: [] });
  const cited = ask.facts.attributes.filter(({ id, value }) => id !== undefined && words.includes(value));
  return { ...answer, [citesName]: cited.slice(0, mostCites).map(({ id, value }) => [value, id]) };
}

interface Context {
  ask: Ask;
  manner: Manner;
  random: Random;
  written: Written;
  book: Phrasebook;
  spoiled: { keys: string[]; flaw: Flaw } | undefined;
}

function writeValue(schema: Schema, name: string, context: Context): unknown {
  const options = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(options)) return writeValue(asSchema(options[0]), name, context);
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if ("const" in schema) return schema.const;
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== "null") : schema.type;
  if (type === "object" || (type === undefined && schema.properties !== undefined)) {
    return Object.fromEntries(
      Object.entries(asSchema(schema.properties)).map(([key, inner]) => {
        const book = /^[a-z]{2}([-_][A-Za-z]{2,4})?$/.test(key) ? knownPhrasebook(key) : undefined;
        return [key, writeValue(asSchema(inner), key, book === undefined ? context : { ...context, book })];
      }),
    );
  }
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return typeof schema.minimum === "number" ? schema.minimum : 1;
  const wanted = wantedFor(name, schema, context.ask);
  if (type === "array") {
    const items = asSchema(schema.items);
    if (items.type !== undefined && items.type !== "string") return [writeValue(items, name, context)];
    return writeKey(wanted, context, true);
  }
  return writeKey(wanted, context, false);
}

function writeKey(wanted: Wanted, context: Context, asList: boolean): string | string[] {
  const { ask, manner, random, written, book } = context;
  const desk: Desk = { book, facts: ask.facts, random: (manner.texts ?? random).fork(wanted.name) };
  const fix = ask.fixes.get(wanted.name);
  if (fix !== undefined && manner.forced === undefined && !random.fork(wanted.name).chance(manner.repairRate)) {
    written.flaws.push(`${wanted.name}:not_repaired`);
    return asList ? [fix.text].flat() : [fix.text].flat().join("\n");
  }
  const repair = fix === undefined ? undefined : readRepair(fix);
  const limitChars = repair?.limitChars ?? wanted.limitChars;
  const texts = asList
    ? wanted.name === "tags"
      ? writeTags(desk, wanted.count ?? 5, limitChars ?? 20)
      : writeBullets(desk, wanted.count ?? 5, limitChars ?? 250)
    : [writeString(desk, { ...wanted, limitChars }, ask)];
  const include = [...(ask.mustUse.get(wanted.name) ?? []), ...(repair?.include ?? [])];
  const wishes = { limitChars, avoid: repair?.avoid ?? [], include };
  const mended = texts.map((text, i) => (i === 0 ? applyRepair(text, wishes, desk) : text));
  const finished = mended.map((text, i) => (i === 0 ? withMistake(text, wanted, desk, context) : text));
  return asList ? finished : (finished[0] ?? "");
}

function withMistake(text: string, wanted: Wanted, desk: Desk, context: Context): string {
  const { ask, manner, written, spoiled } = context;
  const isTitle = wanted.name === "title";
  if (spoiled?.keys.includes(wanted.name)) {
    written.flaws.push(`${wanted.name}:${spoiled.flaw}`);
    return spoil(text, spoiled.flaw, desk, wanted.limitChars);
  }
  if (manner.forced === "hostile") return addAttack(text, desk.random, manner.systemPrompt);
  if (manner.forced === "refused_in_title" && isTitle) return refusalText;
  if (manner.forced === "echo") {
    const { title, description } = ask.facts.original;
    return isTitle || wanted.name === "seo_title" ? title : description;
  }
  const ordered = manner.orders === "obeys" ? wordsOrdered(ask.facts.source) : [];
  if (ordered.length === 0) return text;
  written.flaws.push(`${wanted.name}:obeyed`);
  return obeyOrders(text, ordered);
}

function writeString(desk: Desk, wanted: Wanted, ask: Ask): string {
  const limitChars = wanted.limitChars;
  if (/^image_alt(?:_|$)/.test(wanted.name)) {
    return writeAltText(desk, ask.pictures.get(wanted.name), limitChars ?? 125);
  }
  if (wanted.name === "seo_title") return writeTitle(desk, limitChars ?? 60, true);
  if (wanted.name === "title" || wanted.family === "title") return writeTitle(desk, limitChars ?? 150);
  if (wanted.name === "seo_desc") return writeSeoDescription(desk, limitChars ?? 155);
  if (wanted.name === "search_terms") return writeSearchTerms(desk, limitChars ?? 200);
  if (wanted.name === "howtouse") return writeSteps(desk, wanted);
  if (wanted.name === "desc" || wanted.html) {
    const html = wanted.html || !ask.wanted.has(wanted.name);
    return writeDescription(desk, { html, limitChars });
  }
  return writeParagraph(desk, limitChars ?? 600);
}

function wantedFor(name: string, schema: Schema, ask: Ask): Wanted {
  const maxLength = typeof schema.maxLength === "number" ? schema.maxLength : undefined;
  const count = typeof schema.minItems === "number" && schema.minItems > 0 ? schema.minItems : undefined;
  // One entry of the brief speaks for the alt texts of all pictures.
  const asked = ask.wanted.get(name) ?? (name.startsWith("image_alt_") ? ask.wanted.get("image_alt") : undefined);
  const base = asked
    ? { ...asked, name }
    : { name, limitChars: undefined, count: undefined, html: false, family: "string", task: "", others: 0 };
  return { ...base, limitChars: base.limitChars ?? maxLength, count: base.count ?? count };
}

function keysThatTake(flaw: Flaw, keys: readonly string[]): string[] {
  const taking: Record<Flaw, RegExp> = {
    too_long: /^(title|seo_title|seo_desc|bullets|item_highlights|short_title|subtitle|product_line)$/,
    invented_number: /^(desc|seo_desc|bullets|title)$/,
    placeholder: /^(title|desc|seo_title|seo_desc|bullets)$/,
    all_caps: /^(title|seo_title|short_title|product_line)$/,
  };
  const matching = keys.filter((key) => taking[flaw].test(key));
  return matching.length > 0 ? matching : [...keys];
}

function keysOf(schema: Schema): string[] {
  return Object.keys(asSchema(schema.properties)).filter((key) => key !== citesName && key !== wordingsName);
}

function asSchema(value: unknown): Schema {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Schema) : {};
}

function isFlaw(forced: Manner["forced"]): forced is Flaw {
  return (flaws as readonly unknown[]).includes(forced);
}

function otherLanguage(language: string): string {
  return phrasebookFor(language).language === "fr" ? "es" : "fr";
}

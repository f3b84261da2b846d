import type { Random } from "../../shared/random.ts";
import { addAttack } from "../attack.ts";
import { type Manner, refusalText, type Schema, type Written } from "../write-answer.ts";
import { languageOf } from "./languages.ts";
import { translateText } from "./translate-text.ts";
import type { TranslationAsk } from "./translation-ask.ts";

/** What can be wrong with a translation that is otherwise fine. */
export const translationFlaws = [
  "number_changed",
  "placeholder_translated",
  "tag_lost",
  "source_echoed",
  "field_missing",
] as const;
export type TranslationFlaw = (typeof translationFlaws)[number];

type Text = string | string[];

/** Faults of writing → what they are of a translation. */
const faultsOfWriting: Readonly<Record<string, TranslationFlaw>> = {
  echo: "source_echoed",
  invented_number: "number_changed",
  placeholder: "placeholder_translated",
};

/** Writes the whole answer that `schema` asks for: language → text → translation. Pure: same arguments, same answer. */
export function translateAnswer(
  ask: TranslationAsk,
  schema: Schema,
  random: Random,
  { fault, ...manner }: Manner & { fault: string | undefined },
): Written {
  const flaws: string[] = [];
  const wanted = Object.entries(propertiesOf(schema)).flatMap(([locale, texts]) =>
    Object.keys(propertiesOf(texts)).map((name) => ({ locale, name })),
  );
  const forced = flawOf(fault);
  const spoiled =
    forced === undefined && ask.fixes.size === 0 && random.chance(manner.flawRate)
      ? chooseFlaw(ask, wanted, random)
      : undefined;
  const answer: Record<string, Record<string, Text>> = {};
  for (const { locale, name } of wanted) {
    const source = ask.source.get(name) ?? "";
    const isRight = (flaw: TranslationFlaw) => takes(flaw, source);
    const flaw =
      forced !== undefined && isRight(forced)
        ? forced
        : spoiled?.locale === locale && spoiled.name === name
          ? spoiled.flaw
          : undefined;
    answer[locale] ??= {};
    const fix = ask.fixes.get(locale)?.get(name);
    if (fix !== undefined && forced === undefined && !random.fork(`${locale} ${name}`).chance(manner.repairRate)) {
      flaws.push(`${locale}.${name}:not_repaired`);
      answer[locale][name] = fix.text === "" ? source : fix.text;
      continue;
    }
    if (flaw !== undefined) flaws.push(`${locale}.${name}:${flaw}`);
    if (flaw === "field_missing") continue;
    const to = fault === "wrong_language" ? (locale.startsWith("fr") ? "es" : "fr") : locale;
    const said =
      flaw === "source_echoed"
        ? source
        : spoil(
            flaw,
            each(source, (text) => translated(ask, name, text, to)),
          );
    answer[locale][name] = suffering(said, name, fault, random, manner.systemPrompt);
  }
  return { answer, flaws };
}

function translated(
  { from, keep, limits, glossary }: TranslationAsk,
  name: string,
  text: string,
  place: string,
): string {
  // The readers of one market read their language as all do.
  const to = place.replace(/-market-\d+$/, "");
  const language = languageOf(to);
  // In a language that it does not know, the sandbox has nothing to say but the source.
  if (!language) return text;
  const limitChars = text.includes("<") ? undefined : limits.get(name.startsWith("image_alt_") ? "image_alt" : name);
  const terms = glossary.get(place);
  const kept = [...keep, ...(terms?.keep ?? []), ...(terms?.write.values() ?? [])];
  return translateText(withTerms(text, terms?.write), { language, from, to, keep: kept, limitChars });
}

/** The longest first: what stands for "cast iron" has no "iron" in it. */
function withTerms(text: string, write: ReadonlyMap<string, string> = new Map()): string {
  const terms = [...write].toSorted(([a], [b]) => b.length - a.length);
  return terms.reduce((said, [source, target]) => {
    const letters = source.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const words = new RegExp(`(?<![\\p{L}\\p{N}])${letters}(?:e?s)?(?![\\p{L}\\p{N}])`, "giu");
    return said.replace(words, () => target);
  }, text);
}

function suffering(text: Text, name: string, fault: string | undefined, random: Random, systemPrompt: string): Text {
  if (fault === "hostile") return each(text, (one) => addAttack(one, random.fork(name), systemPrompt));
  if (fault === "refusal" && name === "title") return refusalText;
  return fault === "too_long" ? each(text, (one) => `${one} ${one} ${one}`) : text;
}

function flawOf(fault: string | undefined): TranslationFlaw | undefined {
  if (fault === undefined) return undefined;
  return faultsOfWriting[fault] ?? translationFlaws.find((flaw) => flaw === fault);
}

function chooseFlaw(ask: TranslationAsk, wanted: readonly { locale: string; name: string }[], random: Random) {
  const cells = wanted.flatMap((cell) =>
    translationFlaws.filter((flaw) => takes(flaw, ask.source.get(cell.name) ?? "")).map((flaw) => ({ ...cell, flaw })),
  );
  return cells.length === 0 ? undefined : random.pick(cells);
}

const placeholder = /\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|[%$]?\{[\p{L}\p{N}_.]+\}|\[[\p{Ll}][\p{Ll}\p{N}_]*\](?!\()/u;

function takes(flaw: TranslationFlaw, source: Text): boolean {
  const text = [source].flat().join("\n");
  if (flaw === "number_changed") return /\d/.test(text.replace(/<[^>]*>/g, ""));
  if (flaw === "placeholder_translated") return placeholder.test(text);
  return flaw === "tag_lost" ? /<\/[a-z]/i.test(text) : /\p{L}/u.test(text);
}

function spoil(flaw: TranslationFlaw | undefined, text: Text): Text {
  let done = false;
  const once = (change: (one: string) => string) =>
    each(text, (one) => {
      const changed = done ? one : change(one);
      done ||= changed !== one;
      return changed;
    });
  if (flaw === "number_changed") {
    return once((one) => one.replace(/(?<![<\w])\d+(?![^<]*>)/, (digits) => String(Number(digits) + 7)));
  }
  if (flaw === "placeholder_translated")
    return once((one) => one.replace(placeholder, (words) => words.replace(/\p{L}+/u, "wert")));
  if (flaw === "tag_lost") return once((one) => one.replace(/<([a-z][a-z0-9]*)\b[^>]*>([^<]*)<\/\1>/i, "$2"));
  return text;
}

function each(text: Text, change: (one: string) => string): Text {
  return typeof text === "string" ? change(text) : text.map(change);
}

function propertiesOf(schema: Schema): Record<string, Schema> {
  const { properties } = schema;
  return properties !== null && typeof properties === "object" ? (properties as Record<string, Schema>) : {};
}

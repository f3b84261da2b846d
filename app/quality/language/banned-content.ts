import type { bannedKinds } from "../../rules/channels/channel-rule.ts";
import { linksIn } from "../find-links.ts";
import {
  type BannedIdea,
  bannedRows,
  currencySigns,
  currencyWords,
  currencyWordsBefore,
  currencyWordsTight,
  ideasOfPhrases,
} from "./data/banned-rows.ts";

export type BannedKind = (typeof bannedKinds)[number];

/** Languages that put no spaces between words, or write endings on to them. */
const unspaced: ReadonlySet<string> = new Set(["ja", "zh", "th", "ko"]);
const letter = "[\\p{L}\\p{N}\\p{M}]";
const kept = new Map<BannedIdea, RegExp>();

/** A compound goes on behind a hyphen, so that "free-standing" is not "free"; "-20 %" begins with one. */
function patternOf(idea: BannedIdea): RegExp {
  const before = kept.get(idea);
  if (before) return before;
  const rows = Object.entries(bannedRows[idea]);
  const spaced = rows.flatMap(([language, words]) => (unspaced.has(language) ? [] : [words])).join("|");
  const others = rows.flatMap(([language, words]) => (unspaced.has(language) ? [words] : [])).join("|");
  const pattern = new RegExp(`(?<!${letter})(?:${spaced})(?!${letter})${others === "" ? "" : `|${others}`}`, "iu");
  kept.set(idea, pattern);
  return pattern;
}

const amount = "\\d{1,7}(?:[.,'’\u00a0\u202f ]\\d{2,3}){0,4}";
const price = new RegExp(
  [
    `[${currencySigns}] ?${amount}`,
    `${amount}(?:,-)? ?[${currencySigns}]`,
    `(?<!${letter}|[.,])${amount}(?:,-)? ?(?:${currencyWords})(?!${letter})`,
    `(?<!${letter})(?:${currencyWordsBefore}) ?(?:\\d{1,6}[.,]\\d{2,3}|\\d{3,7})(?![\\d.,]*\\d)`,
    `${amount} ?(?:${currencyWordsTight})`,
  ].join("|"),
  "iu",
);
const stars = /★{2,}|⭐{2,}/u;
const isAddress = /@[\p{L}\p{N}-]+\.|^[+(\d]/u;

/**
 * The first words of a text that are of this kind, whatever language they are in; null when there are none. A finding shows the
 * words, so that a person can tell a real hit from a coincidence.
 */
export function bannedContent(kind: BannedKind, text: string): string | null {
  const plain = text.replace(/[\u00a0\u202f]/gu, " ");
  switch (kind) {
    case "contact":
      return linksIn(text, (link) => isAddress.test(link))[0] ?? null;
    case "url":
      return linksIn(text, (link) => !isAddress.test(link))[0] ?? null;
    case "price":
      return price.exec(plain)?.[0].trim() ?? null;
    case "promotion":
      return saidOf("free_shipping", plain) ?? saidOf("promotion", plain);
    case "review":
      return saidOf("review", plain) ?? stars.exec(plain)?.[0] ?? null;
    case "availability":
      return saidOf("availability", plain);
  }
}

/** Words of the text that say in another language what an English phrase says; null where it does not, or nobody knows the phrase. */
export function sayingOfPhrase(phrase: string, text: string): string | null {
  const idea = ideasOfPhrases[phrase.toLowerCase()];
  return idea === undefined ? null : saidOf(idea, text.replace(/[\u00a0\u202f]/gu, " "));
}

function saidOf(idea: BannedIdea, text: string): string | null {
  return patternOf(idea).exec(text)?.[0] ?? null;
}

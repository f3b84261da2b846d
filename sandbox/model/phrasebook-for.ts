import type { Phrasebook } from "./phrasebook.ts";
import { german } from "./phrasebooks/de.ts";
import { english } from "./phrasebooks/en.ts";
import { spanish } from "./phrasebooks/es.ts";
import { french } from "./phrasebooks/fr.ts";
import { italian } from "./phrasebooks/it.ts";
import { japanese } from "./phrasebooks/ja.ts";
import { dutch } from "./phrasebooks/nl.ts";

const books: ReadonlyMap<string, Phrasebook> = new Map(
  [english, german, french, spanish, italian, dutch, japanese].map((book) => [book.language, book]),
);

export const allPhrasebooks: readonly Phrasebook[] = [...books.values()];

/** The sentences for a BCP-47 tag (only its language part counts) or an English language name; English for all others. */
export function phrasebookFor(language: string): Phrasebook {
  return knownPhrasebook(language) ?? english;
}

export function knownPhrasebook(language: string): Phrasebook | undefined {
  const wanted = language.trim().toLowerCase();
  return books.get(names.get(wanted) ?? wanted.split(/[-_]/)[0] ?? "");
}

const names: ReadonlyMap<string, string> = new Map([
  ["english", "en"],
  ["german", "de"],
  ["deutsch", "de"],
  ["french", "fr"],
  ["spanish", "es"],
  ["italian", "it"],
  ["dutch", "nl"],
  ["japanese", "ja"],
]);

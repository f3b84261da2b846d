import type { Catalog } from "./catalog.ts";

const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = "áƀçđéƒǧħíĵķłɱñóƥɋřšţúṽŵẋýžÁƁÇĐÉƑǦĦÍĴĶŁṀÑÓƤɊŘŠŢÚṼŴẊÝŽ";
/** Values, tags and references to other texts keep their letters. */
const part = /\{\{[^}]*\}\}|<[^>]*>|\$t\([^)]*\)|./gsu;

/** The same catalog with every text in brackets and accents, and a third longer, as German is. */
export function pseudoCatalog(english: Catalog): Catalog {
  return pseudoOf(english) as Catalog;
}

type Words = string | { readonly [key: string]: Words };

function pseudoOf(words: Words): Words {
  if (typeof words === "string") return pseudoText(words);
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, pseudoOf(value)]));
}

function pseudoText(text: string): string {
  const letters = text.replace(part, (found) => accented[plain.indexOf(found)] ?? found);
  return `⟦${letters}${"·".repeat(Math.ceil(text.length / 3))}⟧`;
}

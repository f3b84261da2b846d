const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = "áƀçđéƒǧħíĵķłɱñóƥɋřšţúṽŵẋýžÁƁÇĐÉƑǦĦÍĴĶŁṀÑÓƤɊŘŠŢÚṼŴẊÝŽ";
/** Values (Polaris has them in single braces), tags and references to other texts keep their letters. */
const part = /\{\{[^}]*\}\}|\{[^}]*\}|<[^>]*>|\$t\([^)]*\)|./gsu;

export type Words = string | { readonly [key: string]: Words };

/** The same words with every text in brackets and accents, and a third longer, as German is. */
export function pseudoOf(words: Words): Words {
  if (typeof words === "string") return pseudoText(words);
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, pseudoOf(value)]));
}

function pseudoText(text: string): string {
  const letters = text.replace(part, (found) => accented[plain.indexOf(found)] ?? found);
  return `⟦${letters}${"·".repeat(Math.ceil(text.length / 3))}⟧`;
}

import { claimLexicon, type Group, languagesFor } from "../language/claim-lexicon.ts";
import { foldedText, type Hit, hitsIn } from "../language/word-trie.ts";
import type { Span } from "../statements/statement.ts";
import { canonical, implies } from "../statements/words/implied.ts";
import type { Side } from "./side.ts";

/** What a text may name without saying that the product is, has or comes from it. */
const things: readonly Group[] = ["material", "weak", "substance", "place"];
/** Words that say more of a thing than its name. */
const sayings: readonly Group[] = ["property", "formed", "form", "act", "superlative", "term", "nation", "scheme"];
const makers: ReadonlySet<string> = new Set(["made_after", "maker"]);
/** 産 says no more than "from". */
const from = /^[産产產]/u;
/** A text of so many phrases is no product's. */
const mostHits = 2_000;

type Named = Hit<{ group: Group; key: string }>;

/**
 * Tells which words of a translation name nothing but things that its source names too, whatever the source says of them: "Magnolia
 * wood" and "bois de magnolia", "from Kagoshima" and 鹿児島県産の. Words that say more, such as a form or a verb of making, are none.
 * @returns whether the words at a place of the translation are such
 */
export function namedBySource(source: Side, target: Side): (at: Span) => boolean {
  const named = thingsOf(hitsOf(source));
  const hits = hitsOf(target);
  const writesName = (name: string) => source.text.includes(name);
  return (at) => {
    const within = hits.filter(({ start, end }) => start < at.end && at.start < end);
    if (within.some((hit) => isSaying(hit, target.text.slice(hit.start, hit.end)))) return false;
    const said = thingsOf(within);
    if (said.length > 0) return said.every((thing) => named.some((one) => one === thing || implies(one, thing)));
    const names = target.text.slice(at.start, at.end).match(latinName) ?? [];
    return !isLatin(target.locale) && names.length > 0 && names.every(writesName);
  };
}

/** A name as those of other scripts take it over: `Apple Watch Ultra` in `Apple Watch Ultra対応`. */
const latinName = /\p{Lu}[\p{Script=Latin}\d]+(?: [\p{Lu}\d][\p{Script=Latin}\d]*)*/gu;

function isLatin(locale: string): boolean {
  return new Intl.Locale(locale).maximize().script === "Latn";
}

function isSaying({ meanings }: Named, words: string): boolean {
  return meanings.some(
    ({ group, key }) => sayings.includes(group) || (group === "role" && makers.has(key) && !from.test(words)),
  );
}

function thingsOf(hits: readonly Named[]): string[] {
  return hits.flatMap(({ meanings }) => {
    const thing = meanings.find(({ group }) => things.includes(group));
    return thing ? [canonical(thing.key)] : [];
  });
}

function hitsOf({ text, locale }: Side): Named[] {
  const lower = foldedText(text);
  // Signs whose small letter is longer would move the places.
  return lower.length === text.length ? hitsIn(claimLexicon(), lower, languagesFor(locale, false), mostHits) : [];
}

import { createRandom } from "../../../sandbox/shared/random.ts";
import { type Composed, compose, saidIn } from "./composed-texts.ts";
import { foundBeside, shownOf } from "./found-beside.ts";
import { mutations } from "./mutations.ts";

/** Fewer sentences of people make no descriptions that differ. */
const fewestSaid = 20;
const locales = [...saidIn].filter(([, said]) => said.length >= fewestSaid).map(([locale]) => locale);

/**
 * Checks true translations, in both directions, that are put together from sentences of people.
 * @returns what was found of them: each is a false alarm
 */
export function falseAlarms({ seed, texts }: { seed: number; texts: number }): string[] {
  const random = createRandom(seed);
  return Array.from({ length: texts }).flatMap(() => {
    const locale = random.pick(locales);
    const { source, target, kept } = compose(random, locale);
    const there = foundBeside({ from: "en", to: locale, source, target, kept });
    const back = foundBeside({ from: locale, to: "en", source: target, target: source, kept });
    return [...there, ...back].map((found) => `${locale}: ${shownOf(found)}\n  ${source}\n  ${target}`);
  });
}

/**
 * Mutates true translations, each in one thing that is false by then.
 * @returns how many of each kind there were, and those that no finding marks
 */
export function mutate({ seed, texts }: { seed: number; texts: number }): {
  counts: Record<string, number>;
  unmarked: string[];
} {
  const random = createRandom(seed);
  const counts: Record<string, number> = {};
  const unmarked: string[] = [];
  const kinds = Object.entries(mutations);
  let made = 0;
  for (let turn = 0; made < texts; turn++) {
    const [kind, mutation] = kinds[turn % kinds.length] ?? random.pick(kinds);
    const text = compose(random, random.pick(locales));
    const target = mutation(random, text, compose(random, random.pick(locales)));
    if (target === null) continue;
    // Whether it is false is seen beside the true one, without any of the app's own readers.
    if (!isViolation(kind, text, target)) throw new Error(`no violation (${kind}): ${text.target} → ${target}`);
    made += 1;
    counts[kind] = (counts[kind] ?? 0) + 1;
    const found = foundBeside({ from: "en", to: text.locale, source: text.source, target, kept: text.kept });
    if (found.length === 0) unmarked.push(`${kind}, ${text.locale}:\n  ${text.source}\n  ${target}`);
  }
  return { counts, unmarked };
}

/** What is read of a text to tell two apart: digits, tags, placeholders and words, each in its order. */
const readings: readonly ((html: string) => string[])[] = [
  (html) => html.replace(/<[^>]*>/g, " ").match(/\d+/g) ?? [],
  (html) => html.match(/<[^>]*>/g) ?? [],
  (html) => html.match(/\{\{.*?\}\}|%\{\w+\}|%1\$s|&amp;#\d+;/g) ?? [],
];

function isViolation(kind: string, { source, target: whole }: Composed, mutated: string): boolean {
  if (mutated === whole) return false;
  if (kind === "the source itself") return mutated === source;
  if (kind === "a block in the source's language") {
    const english = source.match(/>[^<]{12,}</g) ?? [];
    return english.some((words) => mutated.includes(words) && !whole.includes(words));
  }
  return readings.some((read) => read(whole).join("\n") !== read(mutated).join("\n"));
}

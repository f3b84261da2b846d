import type { Random } from "../shared/random.ts";

/** What is to be classified: a product's data with a list to choose from, or with attributes to fill in. */
export interface ClassifyAsk {
  /** "name: value" lines of the product */
  facts: string[];
  /** paths, in their order; undefined where attributes are asked for */
  categories: string[] | undefined;
  attributes: { attribute: string; permitted: string[] }[];
}

/** What the user's messages ask to classify; undefined where they are for somebody else. */
export function readClassifyAsk(userTexts: readonly string[]): ClassifyAsk | undefined {
  const [product] = userTexts.flatMap((text) => {
    if (!text.startsWith('{"product_to_classify"')) return [];
    return [(JSON.parse(text) as { product_to_classify: string[] }).product_to_classify];
  });
  if (!product) return undefined;
  const list = userTexts.find((text) => /^Categories \(\d+\)/.test(text));
  const attributes = userTexts.find((text) => text.startsWith("Attributes\n"));
  return {
    facts: product,
    categories: list
      ?.split("\n")
      .slice(1)
      .map((line) => line.replace(/^\d+\. /, "")),
    attributes: (attributes?.split("\n").slice(1) ?? []).map(
      (line) => JSON.parse(line) as { attribute: string; permitted: string[] },
    ),
  };
}

/** An answer as a middling model gives it: by shared words. With a flaw it names what is not on the list, or is hardly sure. */
export function classify(ask: ClassifyAsk, random: Random, flawRate: number): { answer: unknown; flaws: string[] } {
  const flaw = random.chance(flawRate) ? random.pick(["off_list", "unsure"] as const) : undefined;
  const flaws = flaw ? [flaw] : [];
  const { categories } = ask;
  if (!categories) return { answer: { values: filled(ask, flaw === "off_list") }, flaws };
  const said = wordsOf(ask.facts.join(" "));
  const scores = categories.map((path) => {
    const name = wordsOf(path.split(" > ").at(-1) ?? "");
    return [...name].filter((word) => said.has(word)).length / Math.max(1, name.size);
  });
  const best = Math.max(0, ...scores);
  if (best === 0) {
    const type = ask.facts.find((fact) => /^Product type: /.test(fact))?.slice("Product type: ".length);
    const phrases = type ? [type.toLowerCase()] : [];
    return { answer: { category: 0, confidence: 20, reason: "None of them names the product.", phrases }, flaws };
  }
  const at = scores.indexOf(best) + 1;
  const name = categories[at - 1]?.split(" > ").at(-1) ?? "";
  const answer = {
    category: flaw === "off_list" ? categories.length + 7 : at,
    confidence: flaw === "unsure" ? 31 : Math.round(60 + 35 * best),
    reason: `Its data says ${[...wordsOf(name)].find((word) => said.has(word)) ?? name}.`,
    phrases: [],
  };
  return { answer, flaws };
}

function filled({ facts, attributes }: ClassifyAsk, invents: boolean) {
  const values = attributes.flatMap(({ attribute, permitted }) =>
    permitted.flatMap((value) => {
      const fact = facts.map((one) => one.slice(one.indexOf(": ") + 2)).find((one) => holds(one, value));
      const quote = fact === undefined ? undefined : new RegExp(escaped(value), "i").exec(fact)?.[0];
      return quote === undefined ? [] : [{ attribute, value, quote }];
    }),
  );
  const [first] = attributes;
  return invents && first
    ? [...values, { attribute: first.attribute, value: "Moonlight", quote: "by the moon" }]
    : values;
}

function holds(fact: string, value: string): boolean {
  return new RegExp(`(?<!\\p{L})${escaped(value)}(?!\\p{L})`, "iu").test(fact);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** In lower case, without the s of a plural. */
function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2)
      .map((word) => word.replace(/s$/, "")),
  );
}

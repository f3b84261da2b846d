import type { ContentConfig } from "../rules/content-config.ts";
import { comparable } from "../texts/text-body.ts";
import type { CheckInput } from "./check-input.ts";

const rules = new WeakMap<ContentConfig, string>();
const deepest = 5;

/** All texts of a merchant's rules as they are written. */
function writtenRules(config: ContentConfig): string {
  const known = rules.get(config);
  if (known !== undefined) return known;
  const written: string[] = [];
  const collect = (value: unknown, depth: number): void => {
    if (typeof value === "string") written.push(value);
    else if (depth < deepest && value !== null && typeof value === "object")
      for (const inner of Object.values(value)) collect(inner, depth + 1);
  };
  collect(config, 0);
  const all = written.join("\n");
  rules.set(config, all);
  return all;
}

/**
 * True for words that the product's data, its brand, the merchant's own rules or a translation's source hold: whatever they look like, the merchant wants
 * them. Of the data whole words in any case count (a size XXXL is no excuse for XXX), of the rules the letters as written.
 */
export function isOwn(
  { facts, config, source }: Pick<CheckInput, "facts" | "config" | "source">,
  words: string,
): boolean {
  if (source?.parts.some((part) => part.includes(words.trim()))) return true;
  const plain = comparable(words);
  const holds = facts.written.includes(words.toLowerCase()) && (plain === "" || facts.words.includes(` ${plain} `));
  return holds || writtenRules(config).includes(words.trim());
}

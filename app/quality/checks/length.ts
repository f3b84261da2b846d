import type { ProductFacts } from "../../catalog/facts.ts";
import { typeConfigOf } from "../../rules/type-config-of.ts";
import { readLength } from "../../texts/script-weight.ts";
import { countChars } from "../../texts/text-body.ts";
import type { CheckInput } from "../check-input.ts";
import { checkedChars } from "../checked-chars.ts";
import type { Finding } from "../finding.ts";
import { frameChars } from "../fixes/add-around.ts";
import { smallPrintChars } from "../fixes/insert-claims.ts";

/** Fewer key points than this look unfinished, where there is something to say. */
const fewestBullets = 3;

/** Things that a product's data must say before a short text looks unfinished. */
const leastKnown = 3;
/** Less than a word needs no fact. */
const wordChars = 3;

/** EXCEED_LENGTH and BELOW_LENGTH. The first words are the contract's: `title exceeds length by 21 characters`. */
export function checkLength(input: CheckInput): Finding[] {
  const { contentType, traits, parts, text, config } = input;
  const limit = typeConfigOf(config, contentType)?.character_limit ?? Number.POSITIVE_INFINITY;
  // What its place does not take is told by that alone.
  const taken = config.place_limits?.[contentType]?.max ?? Number.POSITIVE_INFINITY;
  const found: Finding[] = [];
  if (text.trim() === "") {
    return [
      {
        code: "BELOW_LENGTH",
        description: `${contentType} is empty`,
        severity: "block",
        fixed: true,
        details: { kind: "empty" },
      },
    ];
  }
  const said = toSay(input.facts.facts);
  const isKnown = said >= leastKnown || traits.minChars <= wordChars;
  parts.forEach((part, i) => {
    const isBullet = traits.family === "bullets";
    const which = isBullet ? ` (bullet ${i + 1})` : "";
    const at = isBullet ? { bullet: i + 1 } : {};
    const length = countChars(part);
    if (length > limit && length <= taken) {
      found.push({
        code: "EXCEED_LENGTH",
        description: `${contentType} exceeds length by ${characters(length - limit)}${which}`,
        details: { kind: "too_long", chars: length - limit, limit, ...at },
        // What the program puts around the text is not the model's to shorten.
        hint: `limit ${Math.max(1, limit - frameChars(input.frames[i] ?? []) - smallPrintChars(input.use.claims, traits))}`,
        ...(length > checkedChars ? { severity: "block" as const, fixed: true } : {}),
      });
    } else if (length > checkedChars) {
      found.push({
        code: "EXCEED_LENGTH",
        description: `${contentType} is longer than the shop takes: ${characters(length)}${which}`,
        details: { kind: "much_too_long", chars: length, ...at },
        severity: "block",
        fixed: true,
      });
    }
    // Forty Chinese characters say what a hundred letters do.
    // Where little is known the writer is told to write little.
    if (isKnown && length < traits.minChars && readLength(part, length) < traits.minChars) {
      found.push({
        code: "BELOW_LENGTH",
        description: `${contentType} is short: ${characters(length)}, at least ${traits.minChars} are expected${which}`,
        details: { kind: "too_short", chars: length, least: traits.minChars, ...at },
      });
    }
  });
  if (traits.count !== undefined) {
    const fewest = Math.min(fewestBullets, traits.count, said);
    found.push(...checkCount(contentType, parts.length, { most: traits.count, fewest }));
  }
  return found;
}

function checkCount(contentType: string, given: number, { most, fewest }: { most: number; fewest: number }): Finding[] {
  if (given > most) {
    const details = { kind: "too_many_items", items: given, most } as const;
    return [
      {
        code: "EXCEED_LENGTH",
        description: `${contentType} has ${given} items, at most ${most} are asked for`,
        details,
      },
    ];
  }
  if (given < fewest) {
    const details = { kind: "too_few_items", items: given, least: fewest } as const;
    return [
      { code: "BELOW_LENGTH", description: `${contentType} has only ${given} of at least ${fewest} items`, details },
    ];
  }
  return [];
}

/** How many things a product's data says, each of which can fill a key point of its own: the rest would be filler. */
function toSay({ attributes, options, descriptionText }: ProductFacts): number {
  const sentences = descriptionText.split(/[.!?。！？\n]+/u).filter((words) => words.trim().length >= shortestSaying);
  return attributes.length + options.length + sentences.length;
}

/** Characters: less is a word or two, as in a heading. */
const shortestSaying = 12;

function characters(count: number): string {
  return `${count} character${count === 1 ? "" : "s"}`;
}

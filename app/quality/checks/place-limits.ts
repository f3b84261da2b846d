import type { FindingDetails } from "../../db/schema/index.ts";
import { partsOf } from "../../texts/text-body.ts";
import { breachesOf, type LimitBreach } from "../../texts/text-limits.ts";
import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";

const mostOfAText = 5;

/**
 * CHANNEL_RULE of the shop's own pages: what the text's place does not take, by its definition in the shop. Shopify refuses such
 * a text, so no setting and no person lets it through. Definitions of rich text have no such rules.
 */
export function checkPlaceLimits({ contentType, config, body, traits }: CheckInput): Finding[] {
  const limits = config.place_limits?.[contentType];
  if (!limits || traits.html) return [];
  const parts = partsOf(body);
  return breachesOf(limits, parts)
    .slice(0, mostOfAText)
    .map((breach): Finding => {
      const bullet = Array.isArray(body) && "part" in breach ? { bullet: breach.part + 1 } : {};
      const which = "bullet" in bullet ? ` (bullet ${bullet.bullet})` : "";
      return {
        code: "CHANNEL_RULE",
        description: `${contentType} ${saidOf(breach)}${which}`,
        details: { ...detailsOf(breach), ...bullet },
        severity: "block",
        fixed: true,
      };
    });
}

function saidOf(breach: LimitBreach): string {
  switch (breach.kind) {
    case "too_long":
      return `has ${breach.chars} characters, the shop takes at most ${breach.limit}`;
    case "too_short":
      return `has ${breach.chars} characters, the shop takes no fewer than ${breach.limit}`;
    case "too_many":
      return `has ${breach.items} items, the shop takes at most ${breach.limit}`;
    case "too_few":
      return `has ${breach.items} items, the shop takes no fewer than ${breach.limit}`;
    case "not_a_choice":
      return `is none of the choices that the shop takes: ${listed(breach.choices)}`;
    case "not_of_pattern":
      return `is not written as the shop asks: ${breach.pattern}`;
  }
}

function detailsOf(breach: LimitBreach): FindingDetails {
  switch (breach.kind) {
    case "too_long":
    case "too_short":
      return { kind: `place_${breach.kind}`, chars: breach.chars, limit: breach.limit };
    case "too_many":
      return { kind: "place_most", items: breach.items, limit: breach.limit };
    case "too_few":
      return { kind: "place_least", items: breach.items, limit: breach.limit };
    case "not_a_choice":
      return { kind: "not_a_choice", choices: listed(breach.choices) };
    case "not_of_pattern":
      return { kind: "not_of_pattern", pattern: breach.pattern };
  }
}

const mostListed = 12;

function listed(choices: readonly string[]): string {
  const some = choices.slice(0, mostListed).map((choice) => `"${choice}"`);
  return `${some.join(", ")}${choices.length > mostListed ? " …" : ""}`;
}

import type { FindingDetails } from "../../db/schema/index.ts";
import type { ChannelRule } from "../../rules/channels/channel-rules.ts";
import { typeConfigOf } from "../../rules/type-config-of.ts";
import { countChars, partsOf } from "../../texts/text-body.ts";
import type { CheckInput } from "../check-input.ts";
import { quotedInAnyCase } from "../evidence/places.ts";
import type { Finding } from "../finding.ts";
import { bannedContent } from "../language/banned-content.ts";
import { functionWords } from "../language/function-words.ts";
import { checkAllCaps } from "./all-caps.ts";
import { checkUnsafeHtml } from "./unsafe-html.ts";

/** CHANNEL_RULE: what the channel that the text is for demands of it. Each finding names the rule's source. */
export function checkChannelRules(input: CheckInput): Finding[] {
  return input.channelRules.flatMap((rule) =>
    breachesOf(rule, input).map(
      (breach): Finding => ({
        code: "CHANNEL_RULE",
        description: `${input.contentType} ${breach.what} (${rule.channel}: ${rule.source})`,
        ...(breach.details && isRefused(rule) ? { details: breach.details } : {}),
        ...(breach.quote === undefined ? {} : quotedInAnyCase(input.text, breach.quote)),
        severity: rule.severity,
        // The shop refuses such a text, whatever the config is.
        fixed: isRefused(rule),
      }),
    ),
  );
}

function isRefused({ channel, severity }: ChannelRule): boolean {
  return channel === "store" && severity === "block";
}

interface Breach {
  /** in words that follow the content type's name */
  what: string;
  /** the words that break the rule; left out where the text as a whole does */
  quote?: string | undefined;
  details?: FindingDetails;
}

/** What is wrong with the text. */
function breachesOf(rule: ChannelRule, input: CheckInput): Breach[] {
  const { parts, text, traits } = input;
  const numbered = traits.family === "bullets";
  const eachPart = (isWrong: (length: number) => boolean, demand: string) =>
    parts.flatMap((part, i) => {
      const length = countChars(part);
      return isWrong(length)
        ? [{ what: `has ${length} characters${numbered ? ` in bullet ${i + 1}` : ""}, ${demand}`, chars: length }]
        : [];
    });
  switch (rule.kind) {
    case "max": {
      if (rule.unit === "byte") {
        const bytes = Buffer.byteLength(text);
        return bytes > rule.value ? [{ what: `has ${bytes} bytes, at most ${rule.value} are taken` }] : [];
      }
      // The config's own limit is the stricter one, and its finding reports the same thing.
      const own = typeConfigOf(input.config, input.contentType)?.character_limit ?? Number.POSITIVE_INFINITY;
      if (rule.severity === "warn" && own <= rule.value) return [];
      return eachPart((length) => length > rule.value, `at most ${rule.value} are taken`).map((breach) => ({
        ...breach,
        details: { kind: "place_too_long", chars: breach.chars, limit: rule.value },
      }));
    }
    case "min":
      return eachPart((length) => length < rule.value, `at least ${rule.value} are asked for`);
    case "total_max": {
      const total = parts.reduce((sum, part) => sum + countChars(part), 0);
      return total > rule.value ? [{ what: `has ${total} characters in all, at most ${rule.value} are taken` }] : [];
    }
    case "items_min":
      return parts.length < rule.value
        ? [{ what: `has ${parts.length} items, at least ${rule.value} are asked for` }]
        : [];
    case "items_max":
      return parts.length > rule.value ? [{ what: `has ${parts.length} items, at most ${rule.value} are taken` }] : [];
    case "max_repeats":
      return repeated(input, rule.value).map((word) => ({
        what: `says "${word}" more than ${rule.value} times`,
        quote: word,
      }));
    case "forbid":
      return forbidden(rule, input);
    case "require":
      return [];
  }
}

function forbidden(rule: Extract<ChannelRule, { kind: "forbid" }>, input: CheckInput): Breach[] {
  const { text, body, facts } = input;
  switch (rule.unit) {
    case "char_set": {
      // A brand may be called so.
      const plain = facts.facts.vendor === "" ? text : text.replaceAll(facts.facts.vendor, " ");
      const found = rule.value.split(" ").filter((sign) => sign !== "" && plain.includes(sign));
      return found.length > 0
        ? [{ what: `holds ${found.map((sign) => `"${sign}"`).join(", ")}, which are not taken`, quote: found[0] }]
        : [];
    }
    case "phrase": {
      const plain = ` ${text.toLowerCase().replace(/\s+/gu, " ")} `;
      return rule.value
        .filter((phrase) => isSaid(plain, phrase.toLowerCase()))
        .map((phrase) => ({ what: `says "${phrase}", which is not taken`, quote: phrase }));
    }
    case "content":
      return rule.value.flatMap((kind) => {
        const words = bannedContent(kind, text);
        return words === null
          ? []
          : [{ what: `holds ${kind} ("${words.slice(0, 60)}"), which is not taken`, quote: words }];
      });
    case "html":
      return partsOf(body).some((part) => /<(?!br\s*\/?>)[a-z/][^<>]*>/i.test(part))
        ? [{ what: "holds HTML, plain text is taken" }]
        : [];
    case "emoji": {
      const [emoji] = /\p{Extended_Pictographic}/u.exec(text.replace(/[©®™]/g, "")) ?? [];
      return emoji === undefined ? [] : [{ what: `holds the emoji ${emoji}, which is not taken`, quote: emoji }];
    }
    case "all_caps":
      return checkAllCaps(input).map(({ quote }) => ({ what: "is written in capitals, which is not taken", quote }));
    case "active_content":
      return checkUnsafeHtml(input).length > 0 ? [{ what: "holds active content, which is not taken" }] : [];
  }
}

/** Whole words only. */
function isSaid(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const around = `${text[at - 1] ?? " "}${text[at + phrase.length] ?? " "}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

/** Words used too often; function words are not counted. */
function repeated({ text, locale }: CheckInput, most: number): string[] {
  const free = functionWords(locale);
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (!free.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].flatMap(([word, count]) => (count > most ? [word] : []));
}

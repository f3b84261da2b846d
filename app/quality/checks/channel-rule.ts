import type { ChannelBreach } from "../../db/schema/index.ts";
import type { ChannelRule } from "../../rules/channels/channel-rule.ts";
import { isFixedRule } from "../../rules/channels/channel-rules.ts";
import { lengthIn } from "../../rules/channels/length-in.ts";
import { typeConfigOf } from "../../rules/type-config-of.ts";
import { partsOf } from "../../texts/text-body.ts";
import type { CheckInput } from "../check-input.ts";
import { quotedInAnyCase } from "../evidence/places.ts";
import type { Finding } from "../finding.ts";
import { bannedContent, sayingOfPhrase } from "../language/banned-content.ts";
import { functionWords } from "../language/function-words.ts";
import type { Span } from "../statements/statement.ts";
import { checkAllCaps } from "./all-caps.ts";
import { checkUnsafeHtml } from "./unsafe-html.ts";

/** CHANNEL_RULE: what the channel that the text is for demands of it. Each finding names the rule, its source, how sure that is and its day. */
export function checkChannelRules(input: CheckInput): Finding[] {
  return input.channelRules.flatMap((rule) =>
    breachesOf(rule, input).map(
      ({ what, quote, spans, breach }): Finding => ({
        code: "CHANNEL_RULE",
        description: `${input.contentType} ${what} (${rule.channel}: ${rule.source})`,
        details: {
          kind: "channel_rule",
          rule: rule.id,
          channel: rule.channel,
          source: rule.source,
          certainty: rule.certainty,
          checked_on: rule.checked_on,
          breach,
        },
        ...(spans && quote !== undefined
          ? { quote, spans: [...spans] }
          : quote === undefined
            ? {}
            : quotedInAnyCase(input.text, quote)),
        severity: rule.severity,
        // The shop refuses such a text, whatever the config is.
        fixed: isFixedRule(rule),
      }),
    ),
  );
}

interface Breach {
  /** in words that follow the content type's name */
  what: string;
  /** the words that break the rule; left out where the text as a whole does */
  quote?: string | undefined;
  /** where they stand; default: wherever the text holds them */
  spans?: readonly Span[] | undefined;
  breach: ChannelBreach;
}

const unitNames = { char: "characters", grapheme: "signs", utf16: "UTF-16 units", byte: "bytes" } as const;

/** What is wrong with the text. */
function breachesOf(rule: ChannelRule, input: CheckInput): Breach[] {
  const { parts, text, traits } = input;
  const numbered = traits.family === "bullets";
  switch (rule.kind) {
    case "max":
    case "min": {
      // The config's own limit is the stricter one, and its finding reports the same thing.
      const own = typeConfigOf(input.config, input.contentType)?.character_limit ?? Number.POSITIVE_INFINITY;
      if (rule.kind === "max" && rule.severity === "warn" && own <= rule.value && rule.unit === "char") return [];
      // Bytes are what a field of the channel holds as a whole.
      const measured = rule.unit === "byte" ? [text] : parts;
      return measured.flatMap((part, i): Breach[] => {
        const have = lengthIn(rule.unit, part);
        if (rule.kind === "max" ? have <= rule.value : have >= rule.value) return [];
        const where = numbered && measured === parts ? { bullet: i + 1 } : {};
        const said = rule.kind === "max" ? `at most ${rule.value} are taken` : `at least ${rule.value} are asked for`;
        return [
          {
            what: `has ${have} ${unitNames[rule.unit]}${"bullet" in where ? ` in bullet ${i + 1}` : ""}, ${said}`,
            breach: { is: rule.kind === "max" ? "most" : "least", unit: rule.unit, have, limit: rule.value, ...where },
          },
        ];
      });
    }
    case "total_max":
      return overTotal(
        rule.unit,
        parts.reduce((sum, part) => sum + lengthIn(rule.unit, part), 0),
        rule.value,
        "in all",
      );
    case "sum_max": {
      const others = rule.value.with.map((name) => lengthIn(rule.unit, input.others.get(name) ?? ""));
      const together = others.reduce((sum, one) => sum + one, lengthIn(rule.unit, text));
      return overTotal(rule.unit, together, rule.value.limit, `together with ${rule.value.with.join(", ")}`);
    }
    case "items_min":
    case "items_max": {
      const have = parts.length;
      if (rule.kind === "items_max" ? have <= rule.value : have >= rule.value) return [];
      const said =
        rule.kind === "items_max" ? `at most ${rule.value} are taken` : `at least ${rule.value} are asked for`;
      const is = rule.kind === "items_max" ? "most" : "least";
      return [{ what: `has ${have} items, ${said}`, breach: { is, unit: "item", have, limit: rule.value } }];
    }
    case "max_repeats":
      return repeated(input, rule.value).map((word) => ({
        what: `says "${word}" more than ${rule.value} times`,
        quote: word,
        breach: { is: "repeated", limit: rule.value },
      }));
    case "max_count": {
      const plain = withoutBrand(input);
      return signsOf(rule.value.signs).flatMap((sign): Breach[] => {
        const have = plain.split(sign).length - 1;
        if (have <= rule.value.most) return [];
        return [
          {
            what: `has "${sign}" ${have} times, ${rule.value.most} are taken`,
            quote: sign,
            spans: spansOfSign(text, sign),
            breach: { is: "most", unit: "sign", have, limit: rule.value.most },
          },
        ];
      });
    }
    case "allow":
      return notAllowed(rule.value, input);
    case "forbid":
      return forbidden(rule, input);
    case "require":
      return [];
  }
}

function overTotal(unit: keyof typeof unitNames, have: number, limit: number, how: string): Breach[] {
  if (have <= limit) return [];
  return [
    {
      what: `has ${have} ${unitNames[unit]} ${how}, at most ${limit} are taken`,
      breach: { is: how === "in all" ? "total" : "together", unit, have, limit },
    },
  ];
}

function signsOf(signs: string): string[] {
  return signs.split(" ").filter((sign) => sign !== "");
}

function spansOfSign(text: string, sign: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + sign.length)) {
    spans.push({ start: at, end: at + sign.length });
  }
  return spans;
}

/** A brand may be called so. */
function withoutBrand({ text, facts }: CheckInput): string {
  const { vendor } = facts.facts;
  return vendor === "" ? text : text.replaceAll(vendor, " ".repeat(vendor.length));
}

/** Emoji are told by the rule about them, where there is one. */
function notAllowed(signs: string, input: CheckInput): Breach[] {
  const { text, channelRules } = input;
  const tellsEmoji = channelRules.some((rule) => rule.kind === "forbid" && rule.unit === "emoji");
  const composed = text.normalize("NFC").replace(/\n/g, " ");
  const plain = tellsEmoji ? composed.replace(emojiSigns, "") : composed;
  const found = [...new Set(plain.match(new RegExp(`[^${signs}]`, "gu")) ?? [])].slice(0, 10);
  if (found.length === 0) return [];
  return [
    {
      what: `holds ${found.map((sign) => `"${sign}"`).join(", ")}, which ${found.length === 1 ? "is" : "are"} not taken`,
      quote: found[0],
      spans: found.flatMap((sign) => spansOfSign(text, sign)).toSorted((a, b) => a.start - b.start),
      breach: { is: "not_taken", what: "sign" },
    },
  ];
}

/** Also flags, keycaps and skin tones; not the signs of trade marks, nor arrows that are text unless they are asked for as pictures. */
const emojiSigns =
  /[©®™↔↕ℹ]\ufe0f|[0-9#*]\ufe0f?\u20e3|\p{Emoji_Presentation}|(?![©®™↔↕ℹ])\p{Extended_Pictographic}|[\ufe0f\u200d](?<=\p{Extended_Pictographic}.)/gu;

function forbidden(rule: Extract<ChannelRule, { kind: "forbid" }>, input: CheckInput): Breach[] {
  const { text, body } = input;
  switch (rule.unit) {
    case "char_set": {
      const plain = withoutBrand(input);
      const found = signsOf(rule.value).filter((sign) => plain.includes(sign));
      return found.length > 0
        ? [
            {
              what: `holds ${found.map((sign) => `"${sign}"`).join(", ")}, which are not taken`,
              quote: found[0],
              spans: found.flatMap((sign) => spansOfSign(plain, sign)).toSorted((a, b) => a.start - b.start),
              breach: { is: "not_taken", what: "sign" },
            },
          ]
        : [];
    }
    case "phrase": {
      const plain = ` ${text.toLowerCase().replace(/\s+/gu, " ")} `;
      return rule.value.flatMap((phrase): Breach[] => {
        const said = isSaid(plain, phrase.toLowerCase()) ? phrase : sayingOfPhrase(phrase, text);
        if (said === null) return [];
        const means = said === phrase ? "" : ` (in other words: "${said}")`;
        return [
          {
            what: `says "${phrase}"${means}, which is not taken`,
            quote: said,
            breach: { is: "not_taken", what: "phrase" },
          },
        ];
      });
    }
    case "content":
      return rule.value.flatMap((kind): Breach[] => {
        const words = bannedContent(kind, text);
        return words === null
          ? []
          : [
              {
                what: `holds ${kind} ("${words.slice(0, 60)}"), which is not taken`,
                quote: words,
                breach: { is: "not_taken", what: kind },
              },
            ];
      });
    case "html":
      return partsOf(body).some((part) => /<(?!br\s*\/?>)[a-z/][^<>]*>/i.test(part))
        ? [{ what: "holds HTML, plain text is taken", breach: { is: "not_taken", what: "html" } }]
        : [];
    case "emoji": {
      const spans = [...text.matchAll(emojiSigns)].map(({ 0: sign, index: start }) => ({
        start,
        end: start + sign.length,
      }));
      const [first] = spans;
      if (!first) return [];
      const emoji = text.slice(first.start, first.end);
      return [
        {
          what: `holds the emoji ${emoji}, which is not taken`,
          quote: emoji,
          spans,
          breach: { is: "not_taken", what: "emoji" },
        },
      ];
    }
    case "all_caps":
      return checkAllCaps(input).map(({ quote, spans }) => ({
        what: "is written in capitals, which is not taken",
        quote,
        spans,
        breach: { is: "not_taken", what: "all_caps" },
      }));
    case "active_content":
      return checkUnsafeHtml(input).length > 0
        ? [{ what: "holds active content, which is not taken", breach: { is: "not_taken", what: "active_content" } }]
        : [];
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

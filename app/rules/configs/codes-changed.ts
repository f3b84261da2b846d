import { isDeepStrictEqual } from "node:util";
import { type Code, configurableCodes } from "../check-codes.ts";
import type { ContentConfig } from "../content-config.ts";

/** What a change of rules does to the checks of texts that were written before it. */
export interface ChangedCodes {
  /** these may find something else: to be looked for anew, by checks that are quick */
  checked: ReadonlySet<Code>;
  /** these find the same and weigh it otherwise: what was found before tells */
  weighed: ReadonlySet<Code>;
  /** these were off, and looking for them in a whole catalogue takes minutes */
  uncounted: ReadonlySet<Code>;
}

/** What they find follows from the product's facts, its whole catalogue or the language: milliseconds a text. */
const slow: ReadonlySet<Code> = new Set<Code>([
  "CONTRADICTED_FACT",
  "UNSUPPORTED_FACT",
  "ECHO",
  "WRONG_LANGUAGE",
  "DUPLICATE",
  "IMAGE_UNSEEN",
]);

const keywordCodes: readonly Code[] = [
  "MISSING_KEYWORD",
  "OMITTED_KEYWORD_USED",
  "MISSING_CLAIM",
  "MISSING_DISCLAIMER",
];

/** Codes by the rules that they follow. What a model is told alone changes nothing about a text that is there. */
const followers: readonly { codes: readonly Code[]; rules(config: ContentConfig): unknown }[] = [
  { codes: ["FORBIDDEN_WORD"], rules: ({ client }) => client?.forbidden_words },
  {
    codes: keywordCodes,
    rules: ({ keyword_groups, keywords, ...config }) => [
      keyword_groups,
      keywords,
      ofTypes(config, (type) => type.keyword_groups),
    ],
  },
  {
    codes: ["GLOSSARY", "FORBIDDEN_WORD"],
    rules: ({ translations }) =>
      Object.entries(translations ?? {}).map(
        ([locale, { translated_keywords: keywords, forbidden_words: forbidden }]) => [...[locale, keywords, forbidden]],
      ),
  },
  { codes: ["MISSING_DISCLAIMER"], rules: (config) => ofTypes(config, (type) => type.additions) },
  { codes: ["EXCEED_LENGTH", "CHANNEL_RULE"], rules: (config) => ofTypes(config, (type) => type.character_limit) },
  { codes: ["EXCEED_LENGTH", "CHANNEL_RULE"], rules: ({ place_limits: limits }) => limits },
  { codes: ["EXCEED_LENGTH", "BELOW_LENGTH"], rules: ({ client }) => client?.content_type_family_map },
  {
    codes: ["UNSUPPORTED_FACT"],
    rules: ({ client }) => [client?.validation_entities, client?.false_words_entity_map, entityNames(client)],
  },
];

/** Says which checks have to be asked again, when rules take the place of others. Pure. */
export function codesChanged(before: ContentConfig, now: ContentConfig): ChangedCodes {
  const checked = new Set<Code>();
  for (const { codes, rules } of followers) {
    if (!isSame(rules(before), rules(now))) for (const code of codes) checked.add(code);
  }
  const weighed = new Set<Code>();
  const uncounted = new Set<Code>();
  for (const code of configurableCodes) {
    const [was, is] = [severitiesOf(before, code), severitiesOf(now, code)];
    if (isSame(was, is)) continue;
    if (!slow.has(code)) checked.add(code);
    else {
      weighed.add(code);
      const wasOff = Object.keys({ ...was, ...is }).some(
        (name) => settingOf(was, name) === "off" && settingOf(is, name) !== "off",
      );
      if (wasOff) uncounted.add(code);
    }
  }
  return { checked, weighed, uncounted };
}

type Client = ContentConfig["client"];
type TypeRules = NonNullable<ContentConfig["content_types"]>[string];

/** What backs a colour or a size is found by these names. */
function entityNames(client: Client): unknown {
  const named = (client?.validation_entities ?? []).length > 0 || client?.false_words_entity_map;
  return named ? [client?.field_map, client?.review_attributes] : null;
}

function ofTypes({ content_types }: ContentConfig, read: (type: TypeRules) => unknown): unknown {
  const entries = Object.entries(content_types ?? {}).flatMap(([name, type]) => {
    const value = read(type);
    return value === null || value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

type Severity = "block" | "warn" | "off" | "usual";

/** What a code does in all texts (`*`) and in those that have a setting of their own. */
function severitiesOf({ checks, content_types }: ContentConfig, code: Code): Record<string, Severity> {
  const own = Object.entries(content_types ?? {}).flatMap(([name, type]): [string, Severity][] => {
    const setting = type.checks?.[code as keyof typeof type.checks];
    return setting === undefined ? [] : [[name, setting]];
  });
  return { ...Object.fromEntries(own), "*": checks?.[code as keyof typeof checks] ?? "usual" };
}

function settingOf(severities: Record<string, Severity>, name: string): Severity {
  return severities[name] ?? severities["*"] ?? "usual";
}

/** Nothing, an empty list and an empty map say the same. */
function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(plain(one), plain(other));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain);
  if (typeof value !== "object" || value === null) return value ?? null;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const kept = plain(inner);
    return kept === null ? [] : [[key, kept] as const];
  });
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

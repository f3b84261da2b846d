import { attributeKey } from "../catalog/attribute-key.ts";
import type { Keywords } from "../catalog/keywords.ts";
import { configNameOf, isImageAlt } from "../texts/slot.ts";
import type { ContentConfig, KeywordUses } from "./content-config.ts";
import { type Claim, parseClaim } from "./parse-claim.ts";
import { typeConfigOf } from "./type-config-of.ts";

export type { Keywords };

/** What one content type does with a product's keywords. */
export interface KeywordUse {
  must: string[];
  should: string[];
  omit: string[];
  /** to be in the text to the letter */
  claims: Claim[];
  /** may be put in other words */
  optionalClaims: Claim[];
}

const none: Keywords = {};

/** Where claims named for all content types go: the contract puts them into the description and the bullets. */
const claimTypes: ReadonlySet<string> = new Set(["desc", "bullets"]);

/**
 * The terms and claims of the groups that the config names for all content types and for this one, without repeats. An alt
 * text tells what a picture shows: what all texts must use it should use where it fits, or each picture would say the same.
 */
export function keywordUseOf(config: ContentConfig, contentType: string, keywords: Keywords = none): KeywordUse {
  const uses = usesOf(config, keywords);
  // All images share what is used in their texts.
  const name = configNameOf(contentType);
  const known = uses.get(name);
  if (known) return known;
  const fresh = readUse(config, contentType, keywords);
  uses.set(name, fresh);
  return fresh;
}

/** Made once for a configuration, and once more for a product that has keywords of its own: neither is changed in place. */
const kept = new WeakMap<ContentConfig, WeakMap<Keywords, Map<string, KeywordUse>>>();

function usesOf(config: ContentConfig, keywords: Keywords): Map<string, KeywordUse> {
  let ofConfig = kept.get(config);
  if (!ofConfig) {
    ofConfig = new WeakMap();
    kept.set(config, ofConfig);
  }
  let uses = ofConfig.get(keywords);
  if (!uses) {
    uses = new Map();
    ofConfig.set(keywords, uses);
  }
  return uses;
}

function readUse(config: ContentConfig, contentType: string, keywords: Keywords): KeywordUse {
  const own = typeConfigOf(config, contentType)?.keyword_groups;
  const shared = config.keyword_groups;
  const sharedClaims = claimTypes.has(contentType) ? shared : null;
  const terms = (use: keyof KeywordUses, general: KeywordUses | null | undefined) =>
    termsOf([...(general?.[use] ?? []), ...(own?.[use] ?? [])], config, keywords);
  const isAlt = isImageAlt(contentType);
  const must = terms("must", isAlt ? null : shared);
  const wished = isAlt ? termsOf(shared?.must ?? [], config, keywords).filter((term) => !must.includes(term)) : [];
  return {
    must,
    should: [...new Set([...wished, ...terms("should", shared)])],
    omit: terms("omit", shared),
    claims: claimsOf(terms("verbatim_must_claims", sharedClaims)),
    optionalClaims: claimsOf(terms("non_verbatim_optional_claims", sharedClaims)),
  };
}

/** What groups of these names hold, without repeats: the product's own where it has them. */
export function termsOf(groups: readonly string[], config: ContentConfig, keywords: Keywords): string[] {
  const terms = new Set<string>();
  for (const group of groups) {
    for (const term of own(keywords, group) ?? own(config.keywords ?? none, group) ?? []) {
      if (term.trim() !== "") terms.add(term.trim());
    }
  }
  return [...terms];
}

/** By name in any spelling: `Primary terms` is the metafield `primary_terms`. Names come from outside: `constructor` is no group. */
function own(source: Keywords, name: string): readonly string[] | undefined {
  if (Object.hasOwn(source, name)) return source[name];
  const alike = namesOf(source).get(attributeKey(name));
  return alike === undefined ? undefined : source[alike];
}

const names = new WeakMap<Keywords, ReadonlyMap<string, string>>();

/** Spelling → the first name that is spelled so. */
function namesOf(source: Keywords): ReadonlyMap<string, string> {
  const known = names.get(source);
  if (known) return known;
  const fresh = new Map<string, string>();
  for (const name of Object.keys(source)) {
    const key = attributeKey(name);
    if (!fresh.has(key)) fresh.set(key, name);
  }
  names.set(source, fresh);
  return fresh;
}

function claimsOf(sources: readonly string[]): Claim[] {
  return sources.map(parseClaim).filter((claim) => claim !== null);
}

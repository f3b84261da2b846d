import { get, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { digestOf } from "../../lib/digest.ts";
import { emptyGlossary, type Glossary, glossarySchema } from "./glossary.ts";

/** The digest of a shop that has no glossary yet. */
export const emptyDigest = digestOf([]);

const digestSql = "SELECT digest FROM glossaries WHERE shop = @shop";
const termsSql = "SELECT terms FROM glossaries WHERE shop = @shop";

const parsed = new Map<string, Glossary>();
const maxParsed = 100;

/**
 * The words of a shop. The same digest gives the same object: it is parsed once, and what checks derive from it is kept.
 */
export function* readGlossary(shop: ShopDomain): Steps<{ terms: Glossary; digest: string }> {
  const digest = (yield* get<{ digest: string }>(digestSql, { shop }))?.digest ?? emptyDigest;
  if (digest === emptyDigest) return { terms: emptyGlossary, digest };
  const known = parsed.get(digest);
  if (known) return { terms: known, digest };
  const row = yield* get<{ terms: string }>(termsSql, { shop });
  const terms = glossarySchema.parse(JSON.parse(row?.terms ?? "[]"));
  if (parsed.size >= maxParsed) parsed.delete(parsed.keys().next().value ?? "");
  // The digest of what was read: somebody may have saved between the two reads.
  const read = digestOf(terms);
  parsed.set(read, terms);
  return { terms, digest: read };
}

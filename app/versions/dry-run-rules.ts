import { setImmediate as nextTurn } from "node:timers/promises";
import { attributesOfProducts } from "../catalog/own-attributes.ts";
import { keywordsOfProducts } from "../catalog/own-keywords.ts";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { textBits } from "../catalog/text-bits.ts";
import type { Db } from "../db/open.ts";
import { all, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import {
  type ComparedDraft,
  type ComparedProduct,
  compareRules,
  type RulesComparison,
} from "../quality/compare-rules.ts";
import type { HeavyChecks } from "../quality/heavy/heavy-checks.ts";
import type { Code } from "../rules/check-codes.ts";
import { codesChanged } from "../rules/configs/codes-changed.ts";
import { productsOfConfig, type RuledRow } from "../rules/configs/products-of-config.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { withAddedTypes } from "../rules/content-types/with-added-types.ts";
import { readGlossary } from "../rules/glossary/read-glossary.ts";
import { imageAlt, nameOfRow } from "../texts/slot.ts";
import type { TargetColumns } from "../texts/target.ts";
import { keptOfProducts } from "./findings/read-kept-findings.ts";

/** What rules that are not saved would do to the texts of the products that follow them. Units are texts. */
export interface DryRun {
  /** live texts that would be marked and are not by the saved rules; alt texts are not looked at */
  marked: number;
  live: number;
  /** drafts that would be blocked and are not by the saved rules */
  blocked: number;
  drafts: number;
  /** approved and published texts of these products that were written by these rules in one of their states: they stay as they are */
  written: number;
  /** checks that were off, whose findings are in none of these numbers */
  uncounted: readonly Code[];
  /** the first products with such texts */
  examples: { marked: string[]; blocked: string[] };
}

export interface DryRunInput {
  shop: ShopDomain;
  configId: string;
  config: ContentConfig;
  /** the rules that these are a change of */
  saved: ContentConfig;
  signal: AbortSignal;
}

/** As many as can be tried at once. */
const mostExamples = 5;
/** A thread needs some 50 ms for them, so that what others wait for comes in between. */
const chunkProducts = 100;

/** These say all that they find by the words of the text and the rules. */
const ofWordsAlone: ReadonlySet<Code> = new Set<Code>([
  "FORBIDDEN_WORD", "OMITTED_KEYWORD_USED", "MISSING_KEYWORD", "MISSING_CLAIM", "MISSING_DISCLAIMER", "EXCEED_LENGTH",
  "CHANNEL_RULE", "REFUSAL", "LOST_MEDIA", "GLOSSARY",
]); // biome-ignore format: a list of names

/**
 * Counts, by the program alone and in threads, what changed rules find in the texts of a catalogue: only checks whose findings
 * may be others are asked, since all of them would take minutes. Nothing is stored.
 * @returns null once the signal was aborted
 * @throws OperationalError `too_much_at_once`, `busy`
 */
export async function dryRunRules(
  deps: { db: Db; heavy?: HeavyChecks | undefined },
  { shop, configId, config, saved, signal }: DryRunInput,
): Promise<DryRun | null> {
  const { db, heavy } = deps;
  const target = await readPrimaryTarget(deps, shop);
  const { checked, weighed, uncounted } = codesChanged(saved, config);
  const { terms } = await db.do(readGlossary(shop));
  const common: Omit<RulesComparison, "products"> = {
    before: await db.do(withAddedTypes(shop, saved)),
    now: await db.do(withAddedTypes(shop, config)),
    checked: [...checked],
    weighed: [...weighed],
    target,
    glossary: checked.has("GLOSSARY") ? terms : [],
  };
  const reading: Reading = {
    ...{ shop, target, checks: checked.size + weighed.size > 0 },
    facts: [...checked].some((code) => !ofWordsAlone.has(code)) || hasAdditions(common),
    bits: bitsOf(await db.do(textBits(shop))),
  };
  const run: DryRun = {
    ...{ marked: 0, live: 0, blocked: 0, drafts: 0, written: 0 },
    ...{ uncounted: [...uncounted], examples: { marked: [], blocked: [] } },
  };
  const written = await db.do(writtenOfProducts(shop, configId));
  for (let after: number | null = 0; after !== null; ) {
    const page: { rows: RuledRow[]; last: number | null } = await db.do(productsOfConfig(shop, { configId, after }));
    for (const { id } of page.rows) run.written += written.get(id) ?? 0;
    for (let from = 0; from < page.rows.length; from += chunkProducts) {
      if (signal.aborted) return null;
      const read = await db.do(readChunk(reading, page.rows.slice(from, from + chunkProducts)));
      run.live += read.live;
      run.drafts += read.drafts;
      if (read.products.length > 0) {
        const comparison = { ...common, products: read.products };
        const compared = heavy
          ? await heavy.enter(shop, (inThread) => inThread("compare", comparison))
          : compareRules(comparison);
        run.marked += add(compared.marked, run.examples.marked);
        run.blocked += add(compared.blocked, run.examples.blocked);
      }
      await nextTurn();
    }
    after = page.last;
  }
  return signal.aborted ? null : run;
}

function add(found: readonly [string, number][], examples: string[]): number {
  for (const [id] of found) if (examples.length < mostExamples) examples.push(id);
  return found.reduce((sum, [, texts]) => sum + texts, 0);
}

/** What an addition puts around a text is made of the product's data. */
function hasAdditions({ now, before, checked }: Omit<RulesComparison, "products">): boolean {
  if (!checked.includes("MISSING_DISCLAIMER")) return false;
  return [now, before].some(({ content_types }) =>
    Object.values(content_types ?? {}).some(({ additions }) => additions),
  );
}

interface Reading {
  shop: ShopDomain;
  target: TargetColumns;
  /** something is looked for: without it texts are counted only */
  checks: boolean;
  /** with what is known of the products */
  facts: boolean;
  /** `missingBit` of the texts that are counted */
  bits: number;
}

type ProductRow = Omit<ComparedProduct, "ownKeywords" | "ownAttributes" | "kept" | "drafts">;

interface DraftRow {
  productId: string;
  resource: string;
  contentType: string;
  body: string;
  origin: string;
  blocked: number;
  warnings: string;
}

const countSql = `SELECT missing FROM products WHERE shop = @shop AND id IN (SELECT value FROM json_each(@ids))`;
const textsSql = `id, title, vendor, product_type AS productType, description_html AS descriptionHtml, seo_title AS seoTitle,
    seo_description AS seoDescription, bullets, added_texts AS addedTexts`;
const fromSql = "FROM products WHERE shop = @shop AND id IN (SELECT value FROM json_each(@ids)) ORDER BY row_id";
const wordsSql = `SELECT ${textsSql}, NULL AS facts, NULL AS variants, json_extract(facts, '$.keywords') AS keywords ${fromSql}`;
const factsSql = `SELECT ${textsSql}, facts, variants, NULL AS keywords ${fromSql}`;
const draftsSql = `SELECT product_id AS productId, resource, content_type AS contentType, body, origin, blocked, warnings
  FROM versions
  WHERE shop = @shop AND product_id IN (SELECT value FROM json_each(@ids)) AND state = 'draft'
    AND locale = @locale AND market = @market AND channel = @channel`;

interface Chunk {
  live: number;
  drafts: number;
  products: ComparedProduct[];
}

function* readChunk({ shop, target, checks, facts, bits }: Reading, rows: readonly RuledRow[]): Steps<Chunk> {
  const ids = rows.map(({ id }) => id);
  const given = { shop, ids: JSON.stringify(ids) };
  const missing = yield* all<{ missing: number }>(countSql, given);
  const live = missing.reduce((sum, row) => sum + countBits(bits & ~row.missing), 0);
  const drafts = yield* all<DraftRow>(draftsSql, { ...given, ...target });
  const counted = { live, drafts: drafts.length };
  if (!checks) return { ...counted, products: [] };
  const products = yield* all<ProductRow>(facts ? factsSql : wordsSql, given);
  const ownKeywords = yield* keywordsOfProducts(shop, ids);
  const ownAttributes = facts ? yield* attributesOfProducts(shop, ids) : new Map<string, never>();
  const kept = yield* keptOfProducts({ shop, productIds: ids, target });
  const byProduct = Map.groupBy(drafts, ({ productId }) => productId);
  return {
    ...counted,
    products: products.map((row) => ({
      ...row,
      ownKeywords: ownKeywords.get(row.id) ?? [],
      ownAttributes: ownAttributes.get(row.id) ?? [],
      kept: kept.get(row.id) ?? [],
      drafts: (byProduct.get(row.id) ?? []).map(draftOf),
    })),
  };
}

function draftOf({ body, origin, blocked, warnings, ...slot }: DraftRow): ComparedDraft {
  return { name: nameOfRow(slot), body, edited: origin === "edited", blocked: blocked === 1, warnings };
}

/** Of all texts but pictures'. */
function bitsOf(texts: ReadonlyMap<string, number>): number {
  return [...texts].reduce((bits, [name, bit]) => (name === imageAlt ? bits : bits | bit), 0);
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

// A copy begins with the digest of its original, so that a digest alone does not say whose text it is: products do.
const writtenSql = `SELECT product_id AS productId, count(*) AS texts FROM versions
  WHERE shop = @shop AND config_digest IN (SELECT digest FROM config_states WHERE shop = @shop AND config_id = @configId)
    AND (state = 'approved' OR state = 'published')
  GROUP BY product_id`;

function* writtenOfProducts(shop: ShopDomain, configId: string): Steps<ReadonlyMap<string, number>> {
  const rows = yield* all<{ productId: string; texts: number }>(writtenSql, { shop, configId });
  return new Map(rows.map(({ productId, texts }) => [productId, texts]));
}

import type { Product } from "../../catalog/product.ts";
import { readProduct } from "../../catalog/read-product.ts";
import type { Db } from "../../db/open.ts";
import { prepared } from "../../db/prepared.ts";
import type { StoredWarning, TextBody } from "../../db/schema/index.ts";
import type { JobId, ProductId, ShopDomain } from "../../lib/brand.ts";
import type { NearDuplicateOf } from "../../quality/check-input.ts";
import { isSound } from "../../quality/check-result.ts";
import type { ResolvedConfig } from "../../rules/configs/resolve-config.ts";
import { readGlossary } from "../../rules/glossary/read-glossary.ts";
import type { MerchantsNotes } from "../../rules/merchants-notes.ts";
import { readSourceFacts } from "../../versions/read-source-facts.ts";
import type { Generated, GeneratedText } from "../generate-product.ts";
import { openDesk } from "../writing-desk.ts";
import { varyTexts } from "./vary-texts.ts";

export interface VariantInput extends MerchantsNotes {
  shop: ShopDomain;
  jobId: JobId;
  master: ProductId;
  product: Product;
  contentTypes: readonly string[];
  locale: string;
  rules: ResolvedConfig;
  nearDuplicateOf: NearDuplicateOf;
}

export type Variant =
  | Extract<Generated, { outcome: "written" }>
  /** the master's texts are on their way */
  | { outcome: "wait" }
  /** it needs texts of its own */
  | { outcome: "apart" };

interface MasterText {
  contentType: string;
  body: string;
  model: string;
  /** JSON */
  warnings: string;
  configDigest: string;
}

const textsSql = `SELECT content_type AS contentType, body, model, warnings, config_digest AS configDigest FROM versions
  WHERE shop = @shop AND product_id = @master AND job_id = @jobId AND locale = @locale AND origin = 'generated'`;
const itemSql = "SELECT status FROM job_items WHERE shop = @shop AND job_id = @jobId AND subject = @master";

/**
 * Texts of a variant from those that the same job wrote for its master: the values of `variant_data_fields` are put in by
 * program, and the result is checked against the variant's own facts. Words that a check blocks are written apart.
 */
export async function writeVariant({ db }: { db: Db }, input: VariantInput): Promise<Variant> {
  const { shop, jobId, master, product, contentTypes, locale, rules } = input;
  if ((rules.config.client?.variant_data_fields ?? []).length === 0) return { outcome: "apart" };
  const texts = prepared<object, MasterText>(db, textsSql).all({ shop, jobId, master, locale });
  const wanted = texts.filter(({ contentType }) => contentTypes.includes(contentType));
  if (wanted.length === 0) {
    const item = prepared<object, { status: string }>(db, itemSql).get({ shop, jobId, master });
    return { outcome: item?.status === "queued" || item?.status === "processing" ? "wait" : "apart" };
  }
  const sound = wanted.every(
    (text) => isSound(JSON.parse(text.warnings) as StoredWarning[]) && text.configDigest === rules.digest,
  );
  const leader = sound && wanted.length === contentTypes.length ? await readProduct({ db }, shop, master) : null;
  if (!leader) return { outcome: "apart" };
  const { config } = rules;
  const facts = await readSourceFacts({ db }, product);
  const bodies = new Map(wanted.map(({ contentType, body }) => [contentType, JSON.parse(body) as TextBody]));
  const varied = varyTexts({ master: await readSourceFacts({ db }, leader), variant: facts, config }, bodies);
  if (!varied) return { outcome: "apart" };
  const written = new Map([...varied].map(([contentType, body]) => [contentType, { body, raw: body }]));
  const { notes, fieldNotes, nearDuplicateOf } = input;
  const glossary = readGlossary({ db }, shop).terms;
  const results = openDesk({
    facts,
    config,
    contentTypes,
    locale,
    notes,
    fieldNotes,
    nearDuplicateOf,
    glossary,
    live: product.live,
  }).judge(written, contentTypes);
  const checked: GeneratedText[] = [];
  for (const [contentType, { body }] of written) {
    const result = results.get(contentType);
    if (!result || !isSound(result.warnings)) return { outcome: "apart" };
    const { warnings, blocked, evidence } = result;
    checked.push({ contentType, body, warnings, blocked, evidence });
  }
  return {
    outcome: "written",
    texts: checked,
    usage: { model: wanted[0]?.model ?? "", calls: 0, tokensIn: 0, tokensOut: 0 },
  };
}

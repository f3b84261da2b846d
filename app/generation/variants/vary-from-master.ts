import type { Product } from "../../catalog/product.ts";
import { readProduct } from "../../catalog/read-product.ts";
import type { Db } from "../../db/open.ts";
import type { StoredWarning, TextBody } from "../../db/schema/index.ts";
import { get } from "../../db/steps.ts";
import type { JobId, ProductId, ShopDomain } from "../../lib/brand.ts";
import { isSound } from "../../quality/check-result.ts";
import type { ResolvedConfig } from "../../rules/configs/resolve-config.ts";
import { sameTarget, storeTarget } from "../../texts/target.ts";
import { readSourceFacts } from "../../versions/read-source-facts.ts";
import { textsOfJob } from "../../versions/texts-of-job.ts";
import type { Examination } from "../examine/examination.ts";
import type { Generated } from "../generated-text.ts";
import type { GenerationContext } from "../generation-context.ts";
import { checkFixed } from "../tried-texts.ts";
import { varyTexts } from "./vary-texts.ts";

/** The texts that a job wrote for the first product of a variant group. */
export type Master =
  | {
      outcome: "found";
      product: Product;
      texts: ReadonlyMap<string, TextBody>;
      /** how many statements of its texts no fact of its own says */
      unsupported: number;
      /** the provider's name of the model that wrote them */
      model: string;
    }
  /** its texts are on their way */
  | { outcome: "wait" }
  /** the variant needs texts of its own */
  | { outcome: "apart" };

const noUsage = { calls: 0, tokensIn: 0, tokensOut: 0 };

const apart = { outcome: "apart" } as const;

const itemSql = "SELECT status FROM job_items WHERE shop = @shop AND job_id = @jobId AND subject = @master";

/** Finds the texts that a variant's may be made of: all that it wants, written by the same rules, with nothing wrong. */
export async function findMaster(
  { db }: { db: Db },
  wanted: {
    shop: ShopDomain;
    jobId: JobId;
    /** undefined: the product is no variant of another one of its job */
    master: ProductId | undefined;
    contentTypes: readonly string[];
    locale: string;
    rules: ResolvedConfig;
  },
): Promise<Master> {
  const { shop, jobId, master, contentTypes, locale, rules } = wanted;
  if (master === undefined || contentTypes.length === 0) return apart;
  if ((rules.config.client?.variant_data_fields ?? []).length === 0) return apart;
  const target = storeTarget(locale);
  const written = await db.do(textsOfJob({ shop, productId: master, jobId }));
  const texts = written.filter((text) => contentTypes.includes(text.contentType) && sameTarget(text, target));
  const [first] = texts;
  if (!first) {
    const item = await db.do(get<{ status: string }>(itemSql, { shop, jobId, master }));
    return item?.status === "queued" || item?.status === "processing" ? { outcome: "wait" } : apart;
  }
  const sound = texts.every((text) => isSound(text.warnings) && text.configDigest === rules.digest);
  const product = sound && texts.length === contentTypes.length ? await readProduct({ db }, shop, master) : null;
  if (!product) return apart;
  const bodies = texts.map(({ contentType, body }) => [contentType, body] as const);
  return {
    outcome: "found",
    product,
    texts: new Map(bodies),
    unsupported: unsupportedIn(texts),
    model: first.model ?? "",
  };
}

/**
 * Texts of a variant from those of its master: the values of `variant_data_fields` are put in by program, and the result is
 * checked against the variant's own facts.
 * @returns null when the values cannot be put in, a check blocks what comes of it, or more of it than of the master's texts is said
 * by no fact: the variant is then written by the model
 */
export async function varyFromMaster(
  { db }: { db: Db },
  master: Extract<Master, { outcome: "found" }>,
  context: GenerationContext,
  examination: Examination | null,
): Promise<Extract<Generated, { outcome: "written" }> | null> {
  const { facts: variant, config } = context.source;
  const varied = varyTexts({ master: await readSourceFacts({ db }, master.product), variant, config }, master.texts);
  if (!varied) return null;
  const bodies = [...varied].map(([contentType, body]) => [contentType, { raw: body, draft: body, body }] as const);
  const checked = await checkFixed(context, new Map(), new Map(bodies), examination);
  const texts = [...checked].map(([contentType, { body, result, examined }]) => {
    const { warnings, blocked, evidence } = result;
    return { contentType, body, warnings, blocked, evidence, examined };
  });
  if (texts.length < varied.size || !texts.every(({ warnings }) => isSound(warnings))) return null;
  if (unsupportedIn(texts) > master.unsupported) return null;
  return { outcome: "written", texts, usage: { model: master.model, ...(examination?.usage ?? noUsage) } };
}

function unsupportedIn(texts: readonly { warnings: readonly StoredWarning[] }[]): number {
  const codes = texts.flatMap(({ warnings }) => warnings.map(({ code }) => code));
  return codes.filter((code) => code === "UNSUPPORTED_FACT").length;
}

import type { ProductFacts } from "../catalog/facts.ts";
import type { LiveTexts } from "../catalog/live-texts.ts";
import type { Product } from "../catalog/product.ts";
import { reviewsAsMaterial } from "../catalog/reviews/read-reviews.ts";
import type { Db } from "../db/open.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { type ChecksContext, createChecksContext } from "../quality/checks-context.ts";
import type { KeptFinding } from "../quality/evidence/kept-finding.ts";
import { splitMachineWords } from "../quality/facts/machine/split-machine-words.ts";
import { withoutMachineWords } from "../quality/facts/without-machine-words.ts";
import type { Catalogue } from "../quality/look-up-texts.ts";
import { type Comparison, catalogueOf, compareWithCatalogue } from "../quality/near-duplicates/compare-catalogue.ts";
import { importedReviewsOf } from "../rules/attribute-table.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import type { Glossary } from "../rules/glossary/glossary.ts";
import { readGlossary } from "../rules/glossary/read-glossary.ts";
import type { Keywords } from "../rules/keyword-use.ts";
import type { MerchantsNotes } from "../rules/merchants-notes.ts";
import type { LocaleTerms } from "../rules/terms/locale-term.ts";
import { configNameOf } from "../texts/slot.ts";
import { storeTarget } from "../texts/target.ts";
import { readKeptFindings } from "../versions/findings/read-kept-findings.ts";
import { openVersions } from "../versions/open-versions.ts";
import { readSourceFacts } from "../versions/read-source-facts.ts";
import { type Adaptation, withoutOrdersIn } from "./adapt/prompt.ts";
import { type TextRules, textRulesOf } from "./text-rules.ts";

/** What the texts of one product are written from. */
export interface GenerationSource extends MerchantsNotes {
  facts: ProductFacts;
  config: ContentConfig;
  /** any names; those in the config's `skip_content_types` are not written */
  contentTypes: readonly string[];
  /** BCP-47 */
  locale: string;
  /** the provider's name */
  model: string;
  /** keyword group → terms; a group that is not in it has the terms of the config. Default: those of the facts */
  keywords?: Keywords | undefined;
  /** what is in the shop now: of its pictures, videos and links a text may keep those; default: nothing */
  live?: LiveTexts | undefined;
  /** how the shop spells its words */
  glossary?: Glossary | undefined;
  /** what the shop asks of texts in this language, where it is not its own */
  terms?: LocaleTerms | undefined;
  /** what customers wrote: material, never a fact */
  reviews?: readonly string[] | undefined;
  /** findings of its texts that a person kept; default: none */
  kept?: readonly KeptFinding[] | undefined;
  /** whose rules the texts must keep; default: those of the shop's own pages */
  channel?: string | undefined;
  /** "" = none; default: none */
  market?: string | undefined;
  /** they are made of the product's texts on another channel; default: of its data alone */
  adaptation?: Adaptation | undefined;
  /** how many wordings of a short text the model offers; default: one */
  wordings?: number | undefined;
  /** where texts of other products are looked up; default: nothing to compare with */
  catalogue?: Catalogue | undefined;
}

/** One product as prompts, fixes and checks see it: made once, whatever is written and written again. */
export interface GenerationContext {
  source: GenerationSource;
  /** those that are written */
  texts: readonly TextRules[];
  checks: ChecksContext;
}

/** Pure: for what has been read, e.g. by {@link readContext}. */
export function createGenerationContext(given: GenerationSource): GenerationContext {
  const source = withoutOrders(given);
  const skipped = source.config.client?.skip_content_types ?? [];
  const contentTypes = source.contentTypes.filter((contentType) => !skipped.includes(configNameOf(contentType)));
  const checks = createChecksContext(source);
  return {
    source,
    texts: contentTypes.map((contentType) => textRulesOf(contentType, checks, source.wordings)),
    checks,
  };
}

/** The model is given nothing that speaks to it from the data. */
function withoutOrders(source: GenerationSource): GenerationSource {
  const { facts, reviews, adaptation } = source;
  const plain = reviews?.map((review) => splitMachineWords(review).kept).filter((review) => review.trim() !== "");
  return {
    ...source,
    facts: withoutMachineWords(facts),
    ...(plain ? { reviews: plain } : {}),
    ...(adaptation ? { adaptation: withoutOrdersIn(adaptation) } : {}),
  };
}

/** The same product, with only these of its texts to write. */
export function narrowed(context: GenerationContext, contentTypes: readonly string[]): GenerationContext {
  return { ...context, texts: context.texts.filter(({ contentType }) => contentTypes.includes(contentType)) };
}

/** What is wanted of a product: everything else that its texts are written from is read. */
export interface Wanted
  extends Pick<GenerationSource, "contentTypes" | "locale" | "model" | "notes" | "fieldNotes" | "wordings"> {
  shop: ShopDomain;
  product: Product;
  config: ContentConfig;
}

/** A context of a product that is stored. */
export interface StoredContext extends GenerationContext {
  /** its texts beside those of all others of its shop */
  comparison: Comparison;
}

/** Reads what the texts of a product are written from, beside the rules, and what they are compared with. */
export async function readContext({ db }: { db: Db }, { shop, product, ...wanted }: Wanted): Promise<StoredContext> {
  const { terms: glossary } = await db.do(readGlossary(shop));
  const facts = await readSourceFacts({ db }, product);
  const target = storeTarget(wanted.locale);
  const comparison = await db.do(compareWithCatalogue(openVersions, { product, target }));
  const catalogue = catalogueOf({ db }, comparison);
  const kept = await db.do(readKeptFindings({ shop, productId: product.id, target }));
  const reviews = await db.do(reviewsAsMaterial({ shop, productId: product.id }, importedReviewsOf(wanted.config)));
  const source = { ...wanted, facts, reviews, live: product.live, glossary, kept, catalogue };
  return { ...createGenerationContext(source), comparison };
}

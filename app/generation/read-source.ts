import type { Product } from "../catalog/product.ts";
import type { Db } from "../db/open.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { type Comparison, catalogueOf, compareWithCatalogue } from "../quality/near-duplicates/compare-catalogue.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { readGlossary } from "../rules/glossary/read-glossary.ts";
import { storeTarget } from "../texts/target.ts";
import { openVersions } from "../versions/open-versions.ts";
import { readSourceFacts } from "../versions/read-source-facts.ts";
import type { GenerationSource } from "./generation-context.ts";

/** What is wanted of a product: everything else that its texts are written from is read. */
export interface Wanted extends Pick<GenerationSource, "contentTypes" | "locale" | "model" | "notes" | "fieldNotes"> {
  shop: ShopDomain;
  product: Product;
  config: ContentConfig;
}

/** Reads what the texts of a product are written from, beside the rules, and what they are compared with. */
export async function readSource(
  { db }: { db: Db },
  { shop, product, ...wanted }: Wanted,
): Promise<{ source: GenerationSource; comparison: Comparison }> {
  const { terms: glossary } = await db.do(readGlossary(shop));
  const facts = await readSourceFacts({ db }, product);
  const target = storeTarget(wanted.locale);
  const comparison = await db.do(compareWithCatalogue(openVersions, { product, target }));
  const catalogue = catalogueOf({ db }, comparison);
  return { source: { ...wanted, facts, live: product.live, glossary, catalogue }, comparison };
}

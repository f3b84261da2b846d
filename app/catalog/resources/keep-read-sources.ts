import type { TranslatableText } from "../../db/schema/index.ts";
import { get, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { kindOfOwner } from "../../texts/resource-owner.ts";
import { outdatingTranslations } from "../translations/outdate-translations.ts";
import { keepParts, type ProductParts } from "../translations/product-parts.ts";
import { formOfType } from "../translations/text-form.ts";

const storedSql = `SELECT texts, metafields, read_at AS readAt FROM translatable_texts
  WHERE shop = @shop AND owner = @owner`;

export interface ReadSources {
  shop: ShopDomain;
  /** e.g. `Page/12`; of a product nothing is kept: it is read whole whenever it changes */
  owner: string;
  /** by the name of the slot: what was just read of it; null where it has no text there any more */
  sources: ReadonlyMap<string, TranslatableText | null>;
  /** before Shopify was asked, in epoch ms: what was read later stays */
  readAt: number;
}

/**
 * A step of a transaction: keeps the originals of a resource's texts as they were just read, since Shopify tells of no change of
 * theirs, and marks translations of what they were as outdated. What was not read stays.
 */
export function* keepReadSources({ shop, owner, sources, readAt }: ReadSources): Steps<void> {
  if (kindOfOwner(owner) === null || sources.size === 0) return;
  const row = yield* get<{ texts: string; metafields: string; readAt: number }>(storedSql, { shop, owner });
  if (row && row.readAt > readAt) return;
  const texts = row ? (JSON.parse(row.texts) as ProductParts["texts"]) : {};
  for (const [name, source] of sources) {
    if (source === null || formOfType(source.type) === null) delete texts[name];
    // This reading does not ask for definitions: what is known of one stays.
    else texts[name] = { ...limitsOf(texts[name]), ...source };
  }
  const metafields = row ? (JSON.parse(row.metafields) as ProductParts["metafields"]) : {};
  yield* outdatingTranslations({ shop, owner, now: readAt }, () =>
    keepParts(shop, [{ owner, parts: { texts, metafields } }], readAt),
  );
}

function limitsOf(known: TranslatableText | undefined): Pick<TranslatableText, "limits"> {
  return known?.limits ? { limits: known.limits } : {};
}

import { keepReadSources } from "../../catalog/resources/keep-read-sources.ts";
import { withKnown } from "../../catalog/translations/known-row.ts";
import {
  allShopTranslations,
  keepShopTranslations,
  shopTranslationsOf,
} from "../../catalog/translations/shop-translations.ts";
import type { MadeFrom, ShopTranslation } from "../../db/schema/index.ts";
import type { Steps } from "../../db/steps.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";
import { isImageAlt } from "../../texts/slot.ts";
import type { TargetColumns } from "../../texts/target.ts";
import { refreshContentState } from "../../versions/refresh-content-state.ts";
import { productsWithTextsOf } from "../../versions/texts-of-images.ts";
import type { LiveTranslations } from "./read-live-translations.ts";

/**
 * Part of a transaction: what was just read of a product for one target is what its mirror holds of these texts, and of other
 * products that show the same images.
 */
export function* mirrorTranslations(input: {
  shop: ShopDomain;
  productId: ProductId;
  target: TargetColumns;
  live: LiveTranslations;
  /** as `Mirroring` in `writer.ts` */
  written?: ReadonlyMap<string, MadeFrom | null> | undefined;
}): Steps<void> {
  const { shop, productId, target, written } = input;
  const { rows, found, readAt } = input.live;
  yield* keepReadSources({ shop, owner: productId, sources: found, readAt });
  yield* merge({ shop, owner: productId, target, rows, written, readAt });
  const alts = new Map([...rows].filter(([name]) => isImageAlt(name)));
  if (alts.size === 0) return;
  for (const owner of yield* productsWithTextsOf({ shop, contentTypes: [...alts.keys()], except: productId })) {
    const known = yield* allShopTranslations({ shop, owner });
    const names = new Set(known.flatMap(({ texts }) => Object.keys(texts)));
    const shared = new Map([...alts].filter(([name]) => names.has(name)));
    if (shared.size === 0) continue;
    yield* merge({ shop, owner, target, rows: shared, written, readAt });
    yield* refreshContentState({ shop, productId: owner, target });
  }
}

interface Merging {
  shop: string;
  owner: string;
  target: TargetColumns;
  rows: ReadonlyMap<string, ShopTranslation | null>;
  written: ReadonlyMap<string, MadeFrom | null> | undefined;
  readAt: number;
}

function* merge({ shop, owner, target, rows, written, readAt }: Merging): Steps<void> {
  const texts: Record<string, ShopTranslation> = { ...(yield* shopTranslationsOf({ shop, owner, target })) };
  for (const [name, row] of rows) {
    if (row === null) delete texts[name];
    else texts[name] = mirrored(row, texts[name], written?.get(name));
  }
  yield* keepShopTranslations({ shop, owner, target, texts, readAt });
}

function mirrored(
  row: ShopTranslation,
  known: ShopTranslation | undefined,
  written: MadeFrom | null | undefined,
): ShopTranslation {
  if (written === undefined) return withKnown(row, known);
  if (written === null) return withKnown(row, known && { ...known, putBack: undefined });
  const { of: _, ...read } = row;
  return { ...read, outdated: true, putBack: true, ...(written.digest === null ? {} : { of: written.digest }) };
}

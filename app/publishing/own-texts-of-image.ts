import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import type { Db } from "../db/open.ts";
import type { TextBody } from "../db/schema/index.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { isImageAlt } from "../texts/slot.ts";
import type { Target } from "../texts/target.ts";
import { publishedElsewhere } from "../versions/texts-of-images.ts";
import { sameOnceSaved } from "./saved-form.ts";

/** A product that shows the same image, and whose published alt text is the image's live one. */
export interface SharesImage {
  productId: string;
  title: string;
}

/**
 * Which other product of the shop an image's live alt text was published for from here; null when the text is none of
 * ours. An image has one alt text, however many products show it.
 * @param text.theirs the live text
 */
export async function ownTextOfImage(
  { db }: { db: Db },
  input: {
    shop: ShopDomain;
    productId: string;
    contentType: string;
    theirs: TextBody | null;
    /** default: the shop's own pages */
    target?: Target | undefined;
  },
): Promise<SharesImage | null> {
  const { shop, productId, contentType, theirs } = input;
  if (theirs === null || !isImageAlt(contentType)) return null;
  const target = input.target ?? (await readPrimaryTarget({ db }, shop));
  const rows = await db.do(publishedElsewhere({ shop, contentType, target, except: productId }));
  const found = rows.find(({ body }) => sameOnceSaved(contentType, body, theirs));
  return found ? { productId: found.productId, title: found.title } : null;
}

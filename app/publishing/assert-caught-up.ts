import { and, desc, eq, gte, inArray, or } from "drizzle-orm";
import type { LiveTexts } from "../catalog/live-texts.ts";
import type { Tx } from "../db/orm.ts";
import { writeBacks } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { isImageAlt, nameOfSlot } from "../texts/slot.ts";
import { productsWithTextsOf } from "../versions/texts-of-images.ts";
import { sameText } from "./compare-texts.ts";
import { copiesCatchUpMs, imageBusyError, lagError } from "./lag.ts";
import { isOf, type Writer } from "./writer.ts";

/**
 * Part of a transaction: what was read of a product is no older than our own last writes, those of other products to the same
 * images included: they have one alt text. To be asked before anything is decided by what was read.
 * @param input.texts as read. @param input.contentTypes alt texts that are about to be written
 * @throws OperationalError `shopify_lag` or `image_busy`, to be tried again soon
 */
export function* assertCaughtUp(
  tx: Tx,
  input: {
    writer: Pick<Writer, "name" | "target">;
    shop: ShopDomain;
    productId: string;
    texts: LiveTexts;
    contentTypes?: readonly string[];
    now: number;
  },
) {
  const { writer, shop, productId, texts, now } = input;
  const alts = (input.contentTypes ?? []).filter(isImageAlt);
  const others = alts.length > 0 ? yield* productsWithTextsOf({ shop, contentTypes: alts, except: productId }) : [];
  const rows = yield* q(
    tx
      .select()
      .from(writeBacks)
      .where(
        and(
          eq(writeBacks.shop, shop),
          eq(writeBacks.writer, writer.name),
          inArray(writeBacks.productId, [productId, ...others]),
          or(gte(writeBacks.writtenAt, now - copiesCatchUpMs), eq(writeBacks.state, "writing")),
        ),
      )
      .orderBy(desc(writeBacks.createdAt), desc(writeBacks.id)),
  );
  const seen = new Set<string>();
  for (const { state, fields, writtenAt, ...row } of rows) {
    if (!isOf(writer, { fields })) continue;
    const isOther = row.productId !== productId;
    for (const { slot, answered, before } of fields) {
      const contentType = nameOfSlot(slot);
      if (isOther && !alts.includes(contentType)) continue;
      if (isOther && state === "writing") throw imageBusyError();
      if (!(contentType in texts) || seen.has(contentType) || state === "failed" || state === "conflict") continue;
      seen.add(contentType);
      const shown = texts[contentType] ?? null;
      const isBehind = state === "verified" && sameText(shown, before) && !sameText(shown, answered);
      if (isBehind) throw lagError(now - (writtenAt ?? now));
    }
  }
}

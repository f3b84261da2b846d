import { readMetafieldPlaces } from "../catalog/text-places.ts";
import type { Db } from "../db/open.ts";
import type { Clock } from "../lib/clock.ts";
import { mirrorSharedAlts } from "./image-products.ts";
import { createMetafieldDefinitions, type MetafieldDefinitions } from "./metafield-definitions.ts";
import { mirrorLiveTexts } from "./mirror-live-texts.ts";
import { readLiveProduct } from "./read-live-product.ts";
import type { LiveProduct } from "./read-live-texts.ts";
import { writeTexts } from "./write-texts.ts";
import type { Writer } from "./writer.ts";

/** Into the product's own fields, its metafields and images. @param deps.definitions is not needed where nothing is sent */
export function productWriter(deps: { db: Db; clock: Clock; definitions?: MetafieldDefinitions }): Writer<LiveProduct> {
  const { db, definitions = createMetafieldDefinitions() } = deps;
  return {
    name: "product",
    target: null,
    read: (admin, input, options) => readLiveProduct(deps, admin, input, options),
    async makeReady(admin, { shop, fields }) {
      const filled = new Set(fields.flatMap(({ contentType, sent }) => (sent === null ? [] : [contentType])));
      const places = await db.do(readMetafieldPlaces(shop));
      await definitions.ensure(
        admin,
        places.filter(({ contentType }) => filled.has(contentType)),
      );
    },
    async send(admin, { shop, gid, fields, live: { digests }, beforeCall }, answers) {
      const places = await db.do(readMetafieldPlaces(shop));
      await writeTexts(admin, { gid, fields, places, digests, beforeCall }, answers);
    },
    *mirror(tx, { shop, productId, live: { texts, updatedAt } }) {
      yield* mirrorLiveTexts(tx, deps, { shop, productId, texts, updatedAt });
      yield* mirrorSharedAlts(tx, deps, { shop, productId, texts });
    },
    // biome-ignore lint/correctness/useYield: these texts translate nothing
    *madeFrom() {
      return new Map();
    },
    notShown: "conflict",
  };
}

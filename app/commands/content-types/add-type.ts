import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { addContentType } from "../../rules/content-types/save-content-type.ts";
import { listShopFields } from "../../rules/content-types/shop-fields.ts";
import type { AdminApiFor } from "../../shopify/admin-api.ts";
import { defineCommand } from "../command.ts";
import type { Stale } from "../results.ts";
import { type Reading, readCatalogueAgain } from "./read-catalogue-again.ts";
import { detailsSchema, type InvalidType, savedType } from "./saved-type.ts";

type Result =
  | { kind: "added"; reading: Reading }
  /** Shopify no longer has the metafield */
  | { kind: "no_field" }
  | Stale
  | InvalidType;

/** Adds a content type to the shop, and reads the catalogue again for its texts. */
export const addType = defineCommand({
  name: "contentTypes.add",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: detailsSchema.extend({
    name: z.string(),
    /** a kind of metafield that this app makes … */
    metafieldType: z.string(),
    /** … or one of the shop's own, `namespace.key` */
    field: z.string().nullable(),
    published: z.boolean(),
  }),
  async run(deps: { db: Db; clock: Clock; admin: AdminApiFor } & Acted, asker, { field, ...given }): Promise<Result> {
    const { shop, by } = asker;
    let input: unknown = { ...given, place: null };
    if (field !== null) {
      // What the field holds is Shopify's word, not the asker's.
      const found = (await listShopFields(deps, shop)).find(({ id }) => id === field);
      if (!found) return { kind: "no_field" };
      const { namespace, key, type } = found;
      input = { ...given, place: { namespace, key }, metafieldType: type };
    }
    const saved = savedType(await addContentType(deps, { shop, input, by }));
    if (saved.kind !== "saved") return saved;
    return { kind: "added", reading: await readCatalogueAgain(deps, asker) };
  },
});

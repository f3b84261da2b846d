import { z } from "zod";
import { readOwner } from "../../catalog/read-product.ts";
import { translationSources } from "../../catalog/translations/translation-sources.ts";
import { localeSchema, productIdSchema } from "../../lib/brand.ts";
import { saveEdits } from "../../publishing/save-edits.ts";
import { approveVersions } from "../../versions/approve-versions.ts";
import type { EditDeps } from "../../versions/edit-version.ts";
import { decideFinding } from "../../versions/findings/decide-finding.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound, type Stale, stale } from "../results.ts";
import { askedTarget } from "./asked-target.ts";
import { seenVersionSchema, shownTextSchema, slotNameSchema } from "./texts-input.ts";

type Result =
  | { kind: "approved" }
  | Stale
  /** also where there is no original, and in the shop's own language */
  | NotFound;

/**
 * A person's word that a text stays the same in a language, as "Polo" or a name does: the original is stored as its approved
 * translation, whatever a check says of that, and published like any other. Shopify takes a translation that is equal to its original.
 */
export const keepOriginal = defineCommand({
  name: "product.keep_original",
  kind: "texts",
  rate: "texts",
  needs: "approve",
  input: z.object({
    productId: productIdSchema,
    contentType: slotNameSchema,
    locale: localeSchema,
    seen: seenVersionSchema,
    shown: shownTextSchema,
    /** in the asker's language: kept with what a check finds of it */
    reason: z.string().trim().min(1).max(1_000),
  }),
  async run(deps: EditDeps, { shop, by }, { productId, contentType, locale, reason, ...was }): Promise<Result> {
    const target = await askedTarget(deps, shop, { locale });
    const primary = await askedTarget(deps, shop, {});
    const product = await readOwner(deps, shop, productId);
    if (!product || product.goneAt !== null || target.locale === primary.locale) return notFound;
    const source = (await deps.db.do(translationSources(product))).find(({ name }) => name === contentType);
    if (!source) return notFound;
    const edits = [{ contentType, body: source.body, ...was }];
    const saved = await saveEdits(deps, { shop, productId, target, by, edits });
    if (saved.outcome === "stale") return stale;
    const draft = saved.outcome === "saved" ? saved.drafts.get(contentType) : undefined;
    if (draft === undefined) return notFound;
    // That it says what its original says is what was meant.
    for (const { id, code } of draft.warnings) {
      if (code !== "ECHO" || id === undefined) continue;
      await decideFinding(deps, { shop, versionId: draft.id, findingId: id, keep: { reason }, by });
    }
    const versionIds = [draft.id];
    const { approved } = await approveVersions(deps, { shop, versionIds, by, onlyClean: false, override: true });
    return approved === 0 ? stale : { kind: "approved" };
  },
});

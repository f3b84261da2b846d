import { z } from "zod";
import { readOwner } from "../../catalog/read-product.ts";
import { heldTexts } from "../../catalog/translations/held-texts.ts";
import { textsAbove } from "../../catalog/translations/texts-above.ts";
import { translationSources } from "../../catalog/translations/translation-sources.ts";
import { type JobId, productIdSchema } from "../../lib/brand.ts";
import { saveEdits } from "../../publishing/save-edits.ts";
import { startPublishing } from "../../publishing/start-publishing.ts";
import { approveVersions } from "../../versions/approve-versions.ts";
import type { EditDeps } from "../../versions/edit-version.ts";
import { mayDo } from "../../workplace/rights.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound, type Stale, stale } from "../results.ts";
import { askedTarget, forWhom } from "./asked-target.ts";
import { seenVersionSchema, shownTextSchema, slotNameSchema } from "./texts-input.ts";

type Result =
  /** what the market has of its own is being taken away */
  | { kind: "started"; jobId: JobId }
  /** the asker may not publish: it is approved, and a colleague publishes it */
  | { kind: "approved" }
  | Stale
  /** also where nothing is said without a text of the market's own */
  | NotFound;

/**
 * Takes away what a market has of its own: its customers read again what they would read without it, whatever that is by then. It is
 * approved like a text of the market, so that it stands in the history and can be undone.
 */
export const useGeneralText = defineCommand({
  name: "product.use_general",
  kind: "publishing",
  rate: "texts",
  needs: "approve",
  input: z.object({
    productId: productIdSchema,
    contentType: slotNameSchema,
    locale: forWhom.locale,
    market: z.string().regex(/^\d{1,20}$/),
    seen: seenVersionSchema,
    shown: shownTextSchema,
  }),
  async run(deps: EditDeps, { shop, by }, { productId, contentType, locale, market, ...was }): Promise<Result> {
    const target = await askedTarget(deps, shop, { locale, market });
    const product = await readOwner(deps, shop, productId);
    if (!product || product.goneAt !== null) return notFound;
    const body = await deps.db.do(
      (function* () {
        const place = { shop, owner: productId, target };
        const general = yield* heldTexts({ ...place, target: { ...target, market: "" } });
        const sources = yield* translationSources(product);
        const source = sources.find(({ name }) => name === contentType)?.body;
        return (yield* textsAbove(place)).get(contentType) ?? general.get(contentType) ?? source;
      })(),
    );
    if (body === undefined) return notFound;
    const edits = [{ contentType, body, givesUp: true, ...was }];
    const saved = await saveEdits(deps, { shop, productId, target, by, edits });
    if (saved.outcome === "stale") return stale;
    const draft = saved.outcome === "saved" ? saved.drafts.get(contentType) : undefined;
    if (draft === undefined) return notFound;
    // What a check says of it holds as much for what is read there anyway.
    const { approved } = await approveVersions(deps, {
      shop,
      versionIds: [draft.id],
      by,
      onlyClean: false,
      override: true,
    });
    // Somebody wrote or decided this text in between.
    if (approved === 0) return stale;
    if (!(await deps.db.do(mayDo(shop, by, "publish")))) return { kind: "approved" };
    const work = { productIds: [productId], targets: [target], contentTypes: [contentType], createdBy: by };
    return { kind: "started", jobId: await startPublishing(deps, { shop, ...work }) };
  },
});

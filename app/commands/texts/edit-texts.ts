import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { boundedList } from "../../lib/bounded-list.ts";
import { productIdSchema } from "../../lib/brand.ts";
import { listConflicts } from "../../publishing/list-conflicts.ts";
import { resolveConflict } from "../../publishing/resolve-conflict.ts";
import { contentTypeNameSchema } from "../../texts/content-types.ts";
import { writtenOf } from "../../texts/text-body.ts";
import { type EditDeps, editVersion } from "../../versions/edit-version.ts";
import { readProductTexts } from "../../versions/read-product-texts.ts";
import { defineCommand } from "../command.ts";
import { type Invalid, invalid, type NotFound, notFound, type Stale, stale } from "../results.ts";
import { isSome, seenVersionSchema } from "./texts-input.ts";

/** A product page full of long texts has a tenth of it. */
const maxEditedChars = 1_000_000;

const bodySchema = z.union([z.string().max(200_000), boundedList(z.string().max(20_000), 100)]);
const input = z.object({
  productId: productIdSchema,
  edits: boundedList(
    z.object({ contentType: contentTypeNameSchema, body: bodySchema, seen: seenVersionSchema }),
    100,
  ).refine(isSome),
});

/** `too_much`: more than a million characters in all; nothing was saved */
type Result = { kind: "saved" } | { kind: "too_much" } | Stale | Invalid | NotFound;

/**
 * Saves texts of a product as drafts, checked like the model's. An edit of a text in conflict also decides the conflict.
 * When one of the texts is another one than the asker saw, none is saved.
 */
export const editTexts = defineCommand({
  name: "product.edit",
  kind: "texts",
  rate: "texts",
  input,
  async run(deps: EditDeps, { shop, by }, { productId, edits }): Promise<Result> {
    if (edits.reduce((sum, { body }) => sum + writtenOf(body).length, 0) > maxEditedChars) return { kind: "too_much" };
    const target = await readPrimaryTarget(deps, shop);
    const conflicts = await listConflicts(deps, { shop, productId, target });
    const texts = (await readProductTexts(deps, { shop, productId, target })) ?? [];
    const newestOf = (name: string) => texts.find(({ contentType }) => contentType === name)?.newest?.id ?? null;
    // All or nothing: what was saved of several texts would look as if somebody else had written it.
    if (edits.some(({ contentType, seen }) => seen !== undefined && seen !== newestOf(contentType))) return stale;
    for (const { contentType, body, seen } of edits) {
      const text = { shop, productId, contentType, target, by };
      if (conflicts.rows.some((row) => row.contentType === contentType)) {
        const resolved = await resolveConflict(deps, { ...text, decision: { kind: "edit", body, seen } });
        if (resolved.kind === "stale") return stale;
        if (resolved.kind === "invalid") return invalid(resolved.message);
        if (resolved.kind === "resolved") continue;
      }
      const edited = await editVersion(deps, { ...text, body, seen });
      if (edited.outcome === "stale") return stale;
      if (edited.outcome === "invalid") return invalid(edited.message);
      if (edited.outcome === "not_found") return notFound;
      // Whoever else waits for a page comes in between.
      await nextTurn();
    }
    return { kind: "saved" };
  },
});

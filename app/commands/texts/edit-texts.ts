import { z } from "zod";
import { boundedList } from "../../lib/bounded-list.ts";
import { productIdSchema } from "../../lib/brand.ts";
import { saveEdits } from "../../publishing/save-edits.ts";
import { writtenOf } from "../../texts/text-body.ts";
import type { EditDeps } from "../../versions/edit-version.ts";
import type { ProblemsOfEdits } from "../../versions/edit-versions.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound, type Stale, stale } from "../results.ts";
import { askedTarget, forWhom } from "./asked-target.ts";
import {
  editedBodySchema,
  isSome,
  seenVersionSchema,
  shownTextSchema,
  sittingSchema,
  slotNameSchema,
} from "./texts-input.ts";

/** A product page full of long texts has a tenth of it. */
const maxEditedChars = 1_000_000;

const input = z.object({
  productId: productIdSchema,
  ...forWhom,
  edits: boundedList(
    z.object({
      contentType: slotNameSchema,
      body: editedBodySchema,
      seen: seenVersionSchema,
      shown: shownTextSchema,
      sitting: sittingSchema.optional(),
    }),
    100,
  ).refine(isSome),
});

/** `too_much`: more than a million characters in all; nothing was saved */
type Result =
  | { kind: "saved" }
  | { kind: "too_much" }
  /** nothing was saved */
  | { kind: "invalid"; problems: ProblemsOfEdits }
  | Stale
  | NotFound;

/**
 * Saves texts of a product as drafts, checked like the model's. An edit of a text in conflict also decides the
 * conflict, for who may approve.
 * All or nothing: when one of the texts is another one than the asker saw, or is not valid, none is saved.
 */
export const editTexts = defineCommand({
  name: "product.edit",
  kind: "texts",
  rate: "texts",
  input,
  async run(deps: EditDeps, { shop, by }, { productId, edits, ...whom }): Promise<Result> {
    if (edits.reduce((sum, { body }) => sum + writtenOf(body).length, 0) > maxEditedChars) return { kind: "too_much" };
    const target = await askedTarget(deps, shop, whom);
    const saved = await saveEdits(deps, { shop, productId, target, by, edits });
    switch (saved.outcome) {
      case "saved":
        return { kind: "saved" };
      case "stale":
        return stale;
      case "invalid":
        return { kind: "invalid", problems: saved.problems };
      case "not_found":
        return notFound;
    }
  },
});

import { z } from "zod";
import { productIdSchema } from "../../lib/brand.ts";
import { saveEdits } from "../../publishing/save-edits.ts";
import type { EditDeps } from "../../versions/edit-version.ts";
import type { ProblemOfEdit } from "../../versions/edit-versions.ts";
import { readProductTexts } from "../../versions/read-product-texts.ts";
import type { VersionView } from "../../versions/version-view.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";
import { askedTarget, forWhom } from "./asked-target.ts";
import { editedBodySchema, shownTextSchema, sittingSchema, slotNameSchema, versionIdSchema } from "./texts-input.ts";

const input = z.object({
  productId: productIdSchema,
  contentType: slotNameSchema,
  ...forWhom,
  body: editedBodySchema,
  /** the newest version as the asker saw or saved it last, null for none */
  seen: versionIdSchema.nullable(),
  shown: shownTextSchema,
  sitting: sittingSchema,
});

type Result =
  /** as the newest draft has it now; also when it had it before */
  | { kind: "saved"; draft: VersionView }
  /** nothing was saved: somebody wrote or decided this text meanwhile; its newest version by now */
  | { kind: "elsewhere"; newest: VersionView | null }
  | { kind: "invalid"; problem: ProblemOfEdit["problem"] }
  | NotFound;

/**
 * Saves a text by itself while a person writes it: a draft, checked like the model's. What is saved in one sitting is one
 * version in the end, one line of the log and one examination.
 */
export const writeText = defineCommand({
  name: "product.write",
  kind: "texts",
  rate: "texts",
  input,
  async run(deps: EditDeps, { shop, by }, { productId, locale, market, ...edit }): Promise<Result> {
    const target = await askedTarget(deps, shop, { locale, market });
    const saved = await saveEdits(deps, { shop, productId, target, by, edits: [edit] });
    switch (saved.outcome) {
      case "saved": {
        const draft = saved.drafts.get(edit.contentType);
        return draft ? { kind: "saved", draft } : notFound;
      }
      case "stale": {
        const texts = await readProductTexts(deps, { shop, productId, target, also: [edit.contentType] });
        const text = texts?.find(({ contentType }) => contentType === edit.contentType);
        return { kind: "elsewhere", newest: text?.newest ?? null };
      }
      case "invalid":
        return { kind: "invalid", problem: saved.problems[0].problem };
      case "not_found":
        return notFound;
    }
  },
});

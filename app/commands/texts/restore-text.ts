import { z } from "zod";
import { productIdSchema } from "../../lib/brand.ts";
import { type EditDeps, type EditProblem, editVersion } from "../../versions/edit-version.ts";
import { readProductTexts } from "../../versions/read-product-texts.ts";
import { defineCommand } from "../command.ts";
import { type Invalid, invalid, type NotFound, notFound, type Stale, stale } from "../results.ts";
import { askedTarget, forWhom } from "./asked-target.ts";
import { seenVersionSchema, shownTextSchema, versionIdSchema } from "./texts-input.ts";

type Result =
  | { kind: "restored" }
  /** the newest draft has the same text */
  | { kind: "unchanged" }
  /** the product has no place for this text any more, e.g. its image is gone */
  | { kind: "no_place" }
  | Stale
  | Invalid<EditProblem>
  | NotFound;

/** Makes an earlier text a new draft, checked by the rules and facts of today and made from what it was made from; all versions stay as they are. */
export const restoreText = defineCommand({
  name: "product.restore",
  kind: "texts",
  rate: "texts",
  input: z.object({
    productId: productIdSchema,
    versionId: versionIdSchema,
    seen: seenVersionSchema,
    shown: shownTextSchema,
    ...forWhom,
  }),
  async run(deps: EditDeps, { shop, by }, { productId, versionId, seen, shown, ...whom }): Promise<Result> {
    const target = await askedTarget(deps, shop, whom);
    const texts = (await readProductTexts(deps, { shop, productId, target })) ?? [];
    const version = texts.flatMap(({ history }) => history).find(({ id }) => id === versionId);
    if (!version) return { kind: "no_place" };
    const { contentType, body } = version;
    const edited = await editVersion(deps, {
      ...{ shop, productId, contentType, target, body, seen, by, shown },
      // Facts of another product with the same image are none of this one's.
      ...(version.productId === undefined ? { madeFrom: version.factsDigest } : {}),
    });
    if (edited.outcome === "stale") return stale;
    if (edited.outcome === "invalid") return invalid(edited.problem);
    if (edited.outcome === "not_found") return notFound;
    return { kind: edited.outcome === "unchanged" ? "unchanged" : "restored" };
  },
});

import { z } from "zod";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { readProduct } from "../../catalog/read-product.ts";
import { productIdSchema } from "../../lib/brand.ts";
import { applyFix } from "../../quality/fixes/apply-fix.ts";
import { resolveConfig } from "../../rules/configs/resolve-config.ts";
import { traitsOf } from "../../texts/content-types.ts";
import { type EditDeps, type EditProblem, editVersion } from "../../versions/edit-version.ts";
import { readProductTexts } from "../../versions/read-product-texts.ts";
import { defineCommand } from "../command.ts";
import { type Invalid, invalid, type NotFound, notFound, type Stale, stale } from "../results.ts";
import { findingIdSchema, versionIdSchema } from "./texts-input.ts";

type Result =
  | { kind: "fixed" }
  /** nothing was changed: the finding has no words that put it right, or the text says them already */
  | { kind: "no_fix" }
  /** nothing was changed: the text is none of the product's newest ones any more */
  | Stale
  | Invalid<EditProblem>
  | NotFound;

/** Puts the fact's words in the place of those that contradict it: a new draft, made and checked like a person's edit. */
export const useFix = defineCommand({
  name: "product.use_fix",
  kind: "texts",
  rate: "texts",
  input: z.object({ productId: productIdSchema, versionId: versionIdSchema, findingId: findingIdSchema }),
  async run(deps: EditDeps, { shop, by }, { productId, versionId, findingId }): Promise<Result> {
    const target = await readPrimaryTarget(deps, shop);
    const texts = await readProductTexts(deps, { shop, productId, target });
    if (!texts) return notFound;
    const version = texts.find(({ newest }) => newest?.id === versionId)?.newest;
    if (!version) return stale;
    const fix = version.warnings.find(({ id }) => id === findingId)?.fix;
    const product = await readProduct(deps, shop, productId);
    if (!product) return notFound;
    const { contentType } = version;
    const { config } = await deps.db.do(resolveConfig({ shop, product }));
    const body = fix ? applyFix(version.body, fix, traitsOf(contentType, config)) : null;
    if (body === null) return { kind: "no_fix" };
    const madeFrom = version.factsDigest;
    const edited = await editVersion(deps, {
      ...{ shop, productId, contentType, target, body, madeFrom, by },
      seen: versionId,
    });
    switch (edited.outcome) {
      case "saved":
        return { kind: "fixed" };
      case "unchanged":
        return { kind: "no_fix" };
      case "stale":
        return stale;
      case "invalid":
        return invalid(edited.problem);
      case "not_found":
        return notFound;
    }
  },
});

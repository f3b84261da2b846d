import { z } from "zod";
import type { Evidence, StoredWarning } from "../../db/schema/index.ts";
import { productIdSchema } from "../../lib/brand.ts";
import { type EditDeps, type EditProblem, prepareEdit } from "../../versions/edit-version.ts";
import { defineCommand } from "../command.ts";
import { type Invalid, invalid, type NotFound, notFound } from "../results.ts";
import { askedTarget, forWhom } from "./asked-target.ts";
import { editedBodySchema, slotNameSchema } from "./texts-input.ts";

type Result =
  | { kind: "checked"; warnings: StoredWarning[]; evidence: Evidence[]; blocked: boolean }
  | Invalid<EditProblem>
  | NotFound;

/** What the program's checks say of words that are not saved, beside the product's facts and other texts. Nothing is stored. */
export const checkText = defineCommand({
  name: "product.check",
  kind: null,
  rate: "anything",
  input: z.object({
    productId: productIdSchema,
    contentType: slotNameSchema,
    ...forWhom,
    body: editedBodySchema,
  }),
  async run(deps: EditDeps, { shop, by }, { productId, contentType, body, ...whom }): Promise<Result> {
    const target = await askedTarget(deps, shop, whom);
    const prepared = await prepareEdit(deps, { shop, productId, contentType, target, body, by });
    if (prepared.outcome === "not_found") return notFound;
    if (prepared.outcome === "invalid") return invalid(prepared.problem);
    const { warnings, evidence, blocked } = prepared.result;
    return { kind: "checked", warnings, evidence, blocked };
  },
});

import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { productIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { decideFinding as decide } from "../../versions/findings/decide-finding.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";
import { hasTexts } from "./has-texts.ts";
import { findingIdSchema, versionIdSchema } from "./texts-input.ts";

type Result =
  | { kind: "kept" }
  | { kind: "taken_back" }
  /** nothing was decided: a newer text took its place */
  | { kind: "superseded" }
  /** nothing was decided: it was found no more when the text was last checked */
  | { kind: "no_finding" }
  /** nothing was decided: it is nothing that a person can decide */
  | { kind: "fixed" }
  /** nothing was decided: what blocks is kept for a reason */
  | { kind: "reason_missing" }
  /** the shop has no such product, or the text is another product's */
  | NotFound;

/**
 * Keeps what a check found, with who and why: the text is right as it is. It blocks this text and later versions of it no more as
 * long as the same words are found against the same fact. `keep: false` takes the decision back.
 */
export const decideFinding = defineCommand({
  name: "product.decide_finding",
  kind: "texts",
  rate: "anything",
  needs: "approve",
  input: z.object({
    productId: productIdSchema,
    versionId: versionIdSchema,
    findingId: findingIdSchema,
    keep: z.boolean(),
    reason: z.string().max(1_000).optional(),
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, asked): Promise<Result> {
    const { productId, versionId, findingId, keep, reason = "" } = asked;
    if (!(await hasTexts(deps, { shop, productId, versionIds: [versionId] }))) return notFound;
    const decided = await decide(deps, { shop, versionId, findingId, keep: keep ? { reason } : null, by });
    if (decided === "decided") return { kind: keep ? "kept" : "taken_back" };
    return { kind: decided };
  },
});

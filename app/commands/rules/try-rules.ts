import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { previewModel, startPreview } from "../../generation/preview.ts";
import { type JobId, productIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Models } from "../../model/model-for-shop.ts";
import { readConfig } from "../../rules/configs/read-config.ts";
import { defineCommand } from "../command.ts";
import { invalid } from "../results.ts";
import { rulesSchema, rulesTextSchema } from "./rules-input.ts";
import type { InvalidRules } from "./saved-rules.ts";

type Result = { kind: "started"; jobId: JobId } | InvalidRules;

/** Writes texts of a few products by rules that need not be saved. Nothing of it becomes a draft. */
export const tryRules = defineCommand({
  name: "config.try",
  kind: "rules",
  rate: "work",
  input: z.object({
    /** of the saved rules that these are a change of, if they are one */
    configId: rulesTextSchema,
    rules: rulesSchema,
    productIds: z.array(productIdSchema),
  }),
  async run(
    deps: { db: Db; clock: Clock; models: Models } & Acted,
    { shop, by },
    { configId, rules, productIds },
  ): Promise<Result> {
    const saved = (await readConfig(deps, { shop, id: configId }))?.config;
    const itemCredits = (await deps.models.forShop(shop)).creditsOf(previewModel);
    const request = { shop, config: rules, saved, productIds, itemCredits, createdBy: by };
    const started = await startPreview(deps, request);
    if (started.outcome === "started") return { kind: "started", jobId: started.jobId };
    return invalid(started.problem);
  },
});

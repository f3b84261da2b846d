import { z } from "zod";
import type { Db } from "../../db/open.ts";
import { productIdSchema } from "../../lib/brand.ts";
import type { HeavyChecks } from "../../quality/heavy/heavy-checks.ts";
import { limitProblems } from "../../rules/configs/config-limits.ts";
import { atLeastOne } from "../../rules/configs/field-problems.ts";
import { parseRules } from "../../rules/configs/parse-rules.ts";
import { readConfig } from "../../rules/configs/read-config.ts";
import { contentConfigSchema } from "../../rules/content-config.ts";
import { type MarkedProduct, markByRules } from "../../versions/mark-by-rules.ts";
import { defineCommand } from "../command.ts";
import { invalid, type NotFound, notFound } from "../results.ts";
import { rulesSchema, rulesTextSchema } from "./rules-input.ts";
import type { InvalidRules } from "./saved-rules.ts";

/** So many are tried at once. */
const mostProducts = 5;

type Result = { kind: "marked"; products: MarkedProduct[] } | InvalidRules | NotFound;

/** Tells what rules that need not be saved make of the last texts of a few products, by the program alone. Changes nothing. */
export const markTexts = defineCommand({
  name: "config.mark",
  kind: null,
  rate: "anything",
  input: z.object({
    /** the saved rules that these are a change of */
    configId: rulesTextSchema,
    rules: rulesSchema,
    productIds: z.array(productIdSchema).max(mostProducts),
  }),
  async run(
    deps: { db: Db; heavy?: HeavyChecks | undefined },
    { shop },
    { configId, rules, productIds },
  ): Promise<Result> {
    const saved = await readConfig(deps, { shop, id: configId });
    if (!saved) return notFound;
    const config = parseRules(contentConfigSchema, rules);
    if (!config.ok) return invalid({ code: "fields_not_valid", fields: config.problems });
    const fields = atLeastOne(limitProblems(config.data, saved.config));
    if (fields) return invalid({ code: "fields_not_valid", fields });
    const products = await markByRules(deps, { shop, config: config.data, saved: saved.config, productIds });
    return { kind: "marked", products };
  },
});

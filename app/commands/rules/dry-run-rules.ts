import { z } from "zod";
import type { Db } from "../../db/open.ts";
import { OperationalError } from "../../lib/errors.ts";
import { createNewestOf } from "../../lib/newest-of.ts";
import type { HeavyChecks } from "../../quality/heavy/heavy-checks.ts";
import { limitProblems } from "../../rules/configs/config-limits.ts";
import { atLeastOne } from "../../rules/configs/field-problems.ts";
import { parseRules } from "../../rules/configs/parse-rules.ts";
import { readConfig } from "../../rules/configs/read-config.ts";
import { contentConfigSchema } from "../../rules/content-config.ts";
import { type DryRun, dryRunRules as dryRun } from "../../versions/dry-run-rules.ts";
import { defineCommand } from "../command.ts";
import { invalid, type NotFound, notFound } from "../results.ts";
import { rulesSchema, rulesTextSchema } from "./rules-input.ts";
import type { InvalidRules } from "./saved-rules.ts";

/** `superseded`: the same person asked again, or nobody waits any more. `too_much`: checking by these rules takes too long */
type Result =
  | { kind: "counted"; counts: DryRun }
  | { kind: "superseded" }
  | { kind: "too_much" }
  | InvalidRules
  | NotFound;

/** One count a person and set of rules: who types asks again before the last count came. */
const newest = createNewestOf();

/** Counts in how many texts of the shop rules that need not be saved would find something. Changes nothing and asks no model. */
export const dryRunRules = defineCommand({
  name: "config.dry_run",
  kind: null,
  rate: "anything",
  input: z.object({
    /** the saved rules that these are a change of */
    configId: rulesTextSchema,
    rules: rulesSchema,
  }),
  async run(
    deps: { db: Db; heavy?: HeavyChecks | undefined; signal?: AbortSignal | undefined },
    { shop, by },
    { configId, rules },
  ): Promise<Result> {
    const saved = await readConfig(deps, { shop, id: configId });
    if (!saved) return notFound;
    const config = parseRules(contentConfigSchema, rules);
    if (!config.ok) return invalid({ code: "fields_not_valid", fields: config.problems });
    const fields = atLeastOne(limitProblems(config.data, saved.config));
    if (fields) return invalid({ code: "fields_not_valid", fields });
    const { signal, ended } = newest.begin(JSON.stringify([shop, by, configId]));
    const signals = deps.signal ? AbortSignal.any([signal, deps.signal]) : signal;
    try {
      const input = { shop, configId, config: config.data, saved: saved.config, signal: signals };
      const counts = await dryRun(deps, input);
      return counts ? { kind: "counted", counts } : { kind: "superseded" };
    } catch (error) {
      if (error instanceof OperationalError && error.code === "too_much_at_once") return { kind: "too_much" };
      throw error;
    } finally {
      ended();
    }
  },
});

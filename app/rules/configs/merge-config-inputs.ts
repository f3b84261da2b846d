import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { type ContentConfig, contentConfigSchema } from "../content-config.ts";
import { limitProblems } from "./config-limits.ts";
import type { FieldProblem } from "./field-problems.ts";
import { type Merged, mergeConfigs } from "./merge-configs.ts";
import { parseRules } from "./parse-rules.ts";
import { readConfig } from "./read-config.ts";

export type MergeOutcome =
  | ({ outcome: "merged" } & Merged)
  | { outcome: "invalid"; message: string; problems: FieldProblem[] }
  | { outcome: "not_found"; message: string };

const inputsSchema = z.array(z.unknown()).min(2).max(5);

/** Merges two to five configs given as objects, as ids of the shop's configs or of presets, or mixed. Stores nothing. */
export async function mergeConfigInputs(
  { db }: { db: Db },
  { shop, inputs }: { shop: ShopDomain; inputs: unknown },
): Promise<MergeOutcome> {
  const list = inputsSchema.safeParse(inputs);
  if (!list.success) return { outcome: "invalid", message: "Choose two to five rule sets to merge.", problems: [] };
  const configs: ContentConfig[] = [];
  for (const [index, input] of list.data.entries()) {
    if (typeof input === "string") {
      const found = await readConfig({ db }, { shop, id: input });
      if (!found) return { outcome: "not_found", message: `Rule set ${index + 1} does not exist. Choose another one.` };
      configs.push(found.config);
      continue;
    }
    const parsed = parseRules(contentConfigSchema, input);
    if (!parsed.ok) {
      const { problems } = parsed;
      return { outcome: "invalid", message: `Rule set ${index + 1} is not valid: ${problems[0]?.message}`, problems };
    }
    const problems = limitProblems(parsed.data);
    if (problems.length > 0) {
      return { outcome: "invalid", message: `Rule set ${index + 1} is too large: ${problems[0]?.message}`, problems };
    }
    configs.push(parsed.data);
  }
  return { outcome: "merged", ...mergeConfigs(configs) };
}

import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { type ContentConfig, contentConfigSchema } from "../content-config.ts";
import { limitProblems } from "./config-limits.ts";
import { atLeastOne, type FieldProblems } from "./field-problems.ts";
import { type Merged, mergeConfigs } from "./merge-configs.ts";
import { parseRules } from "./parse-rules.ts";
import { readConfig } from "./read-config.ts";

/** Why rule sets cannot be merged. `place`: which one, counted from 1. */
export type MergeProblem =
  | { code: "wrong_number_of_rule_sets"; least: number; most: number }
  | { code: "rule_set_gone"; place: number }
  | { code: "rule_set_not_valid" | "rule_set_too_large"; place: number; fields: FieldProblems };

export type MergeOutcome = ({ outcome: "merged" } & Merged) | { outcome: "invalid"; problem: MergeProblem };

const [least, most] = [2, 5];
const inputsSchema = z.array(z.unknown()).min(least).max(most);

/** Merges two to five configs given as objects, as ids of the shop's configs or of presets, or mixed. Stores nothing. */
export async function mergeConfigInputs(
  { db }: { db: Db },
  { shop, inputs }: { shop: ShopDomain; inputs: unknown },
): Promise<MergeOutcome> {
  const list = inputsSchema.safeParse(inputs);
  if (!list.success) return { outcome: "invalid", problem: { code: "wrong_number_of_rule_sets", least, most } };
  const configs: ContentConfig[] = [];
  for (const [index, input] of list.data.entries()) {
    const place = index + 1;
    if (typeof input === "string") {
      const found = await readConfig({ db }, { shop, id: input });
      if (!found) return { outcome: "invalid", problem: { code: "rule_set_gone", place } };
      configs.push(found.config);
      continue;
    }
    const parsed = parseRules(contentConfigSchema, input);
    if (!parsed.ok) {
      return { outcome: "invalid", problem: { code: "rule_set_not_valid", place, fields: parsed.problems } };
    }
    const fields = atLeastOne(limitProblems(parsed.data));
    if (fields) return { outcome: "invalid", problem: { code: "rule_set_too_large", place, fields } };
    configs.push(parsed.data);
  }
  return { outcome: "merged", ...mergeConfigs(configs) };
}

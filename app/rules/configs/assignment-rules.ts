import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { configRules, contentConfigs } from "../../db/schema/index.ts";
import { q } from "../../db/steps.ts";
import { boundedList } from "../../lib/bounded-list.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { codedIssues } from "../../lib/coded-issues.ts";
import { digestOf } from "../../lib/digest.ts";
import { generalPresetId, presetById } from "./presets.ts";

type LineProblem =
  | { code: "value_missing" }
  | { code: "value_too_long"; limit: number }
  | { code: "rules_missing" }
  /** the value is no collection's number */
  | { code: "collection_missing" };

/** Why assignments were not kept. Their lines are counted from 1. */
export type AssignmentsProblem =
  | (LineProblem & { line: number })
  | { code: "too_many_assignments"; limit: number }
  /** the later one would never hold */
  | { code: "assigned_twice"; lines: [earlier: number, later: number] }
  /** a line, or the rest, is for rules that the shop does not have */
  | { code: "unknown_rules" }
  /** no assignments; null: not that of one line */
  | { code: "not_assignments"; line: number | null };

const maxValueChars = 255;
const maxAssignments = 200;
const issues = codedIssues<LineProblem | Extract<AssignmentsProblem, { code: "too_many_assignments" }>>();

const ruleSchema = z
  .strictObject({
    field: z.enum(["collection", "vendor", "product_type", "tag"]),
    /** of a collection the number of its gid, so that a rule holds on when it is renamed */
    value: z
      .string()
      .trim()
      .min(1, issues.as({ code: "value_missing" }))
      .max(maxValueChars, issues.as({ code: "value_too_long", limit: maxValueChars })),
    configId: z.string().min(1, issues.as({ code: "rules_missing" })),
  })
  .refine(
    ({ field, value }) => field !== "collection" || /^\d+$/.test(value),
    issues.as({ code: "collection_missing" }),
  );

export const assignmentsSchema = z.strictObject({
  rules: boundedList(ruleSchema, maxAssignments, issues.as({ code: "too_many_assignments", limit: maxAssignments })),
  /** the config of every product that no rule matches */
  otherwise: z.string().min(1),
});
export type Assignments = z.infer<typeof assignmentsSchema>;

/** Which config holds for which products, in the order in which the rules are asked. */
export async function readAssignments({ db }: { db: Db }, shop: ShopDomain): Promise<Assignments & { digest: string }> {
  const rows = await db.orm
    .select()
    .from(configRules)
    .where(eq(configRules.shop, shop))
    .orderBy(asc(configRules.position));
  const rules = rows.flatMap(({ field, value, configId }) => (field === "all" ? [] : [{ field, value, configId }]));
  const otherwise = rows.find(({ field }) => field === "all")?.configId ?? generalPresetId;
  return { rules, otherwise, digest: digestOf({ rules, otherwise }) };
}

/** The first thing that is wrong. */
function problemOf({ issues: [first] }: z.ZodError): AssignmentsProblem {
  const [list, index] = first?.path ?? [];
  const line = list === "rules" && typeof index === "number" ? index + 1 : null;
  const problem = issues.of(first);
  if (problem?.code === "too_many_assignments") return problem;
  return problem && line !== null ? { ...problem, line } : { code: "not_assignments", line };
}

export type SavedAssignments =
  | { outcome: "saved" }
  | { outcome: "refused"; problem: AssignmentsProblem }
  /** somebody changed them since they were seen: nothing was overwritten */
  | { outcome: "stale" };

/**
 * Replaces the shop's rules by these.
 * @param request.digest of the rules the person had before them: if somebody saved meanwhile, nothing is overwritten
 */
export async function saveAssignments(
  { db, note }: { db: Db } & Acted,
  { shop, assignments, digest }: { shop: ShopDomain; assignments: unknown; digest: string },
): Promise<SavedAssignments> {
  const parsed = assignmentsSchema.safeParse(assignments);
  if (!parsed.success) return { outcome: "refused", problem: problemOf(parsed.error) };
  const { rules, otherwise } = parsed.data;
  const seen = new Map<string, number>();
  for (const [index, { field, value }] of rules.entries()) {
    const key = JSON.stringify([field, value.toLowerCase()]);
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      return { outcome: "refused", problem: { code: "assigned_twice", lines: [earlier + 1, index + 1] } };
    }
    seen.set(key, index);
  }
  return db.transact<SavedAssignments>({ shop }, function* (tx) {
    const rows = yield* q(
      tx.select().from(configRules).where(eq(configRules.shop, shop)).orderBy(asc(configRules.position)),
    );
    const current = {
      rules: rows.flatMap(({ field, value, configId }) => (field === "all" ? [] : [{ field, value, configId }])),
      otherwise: rows.find(({ field }) => field === "all")?.configId ?? generalPresetId,
    };
    if (digestOf(current) !== digest) return { outcome: "stale" };
    const own = yield* q(
      tx.select({ id: contentConfigs.id }).from(contentConfigs).where(eq(contentConfigs.shop, shop)),
    );
    const known = (id: string) => presetById(id) !== undefined || own.some((row) => row.id === id);
    if (![...rules.map(({ configId }) => configId), otherwise].every(known)) {
      return { outcome: "refused", problem: { code: "unknown_rules" } };
    }
    yield* q(tx.delete(configRules).where(eq(configRules.shop, shop)));
    const next: (typeof configRules.$inferInsert)[] = rules.map((rule, position) => ({ shop, position, ...rule }));
    if (otherwise !== generalPresetId) {
      next.push({ shop, position: rules.length, field: "all", value: "", configId: otherwise });
    }
    if (next.length > 0) yield* q(tx.insert(configRules).values(next));
    if (note) yield* note({ details: { rules: { before: current.rules.length, after: rules.length }, otherwise } });
    return { outcome: "saved" };
  });
}

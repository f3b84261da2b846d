import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { configRules, contentConfigs } from "../../db/schema/index.ts";
import { q } from "../../db/steps.ts";
import { boundedList } from "../../lib/bounded-list.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { digestOf } from "../../lib/digest.ts";
import { generalPresetId, presetById } from "./presets.ts";

const ruleSchema = z
  .strictObject({
    field: z.enum(["collection", "vendor", "product_type", "tag"]),
    /** of a collection the number of its gid, so that a rule holds on when it is renamed */
    value: z.string().trim().min(1, "Choose a value.").max(255),
    configId: z.string().min(1, "Choose the rules to use."),
  })
  .refine(({ field, value }) => field !== "collection" || /^\d+$/.test(value), "Choose a collection from the list.");

export const assignmentsSchema = z.strictObject({
  rules: boundedList(ruleSchema, 200, "A shop keeps at most 200 rules."),
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

/** The first thing that is wrong, with the rule as its page counts it. */
function problemOf({ issues: [issue] }: z.ZodError): string {
  const [list, index] = issue?.path ?? [];
  const which = list === "rules" && typeof index === "number" ? `Rule ${index + 1}: ` : "";
  return `${which}${issue?.message ?? "Check the rules."}`;
}

export type SavedAssignments = { outcome: "saved" } | { outcome: "refused"; message: string; stale?: boolean };

/**
 * Replaces the shop's rules by these.
 * @param request.digest of the rules the person had before them: if somebody saved meanwhile, nothing is overwritten
 */
export async function saveAssignments(
  { db, note }: { db: Db } & Acted,
  { shop, assignments, digest }: { shop: ShopDomain; assignments: unknown; digest: string },
): Promise<SavedAssignments> {
  const parsed = assignmentsSchema.safeParse(assignments);
  if (!parsed.success) return { outcome: "refused", message: problemOf(parsed.error) };
  const { rules, otherwise } = parsed.data;
  const seen = new Map<string, number>();
  for (const [index, { field, value }] of rules.entries()) {
    const key = JSON.stringify([field, value.toLowerCase()]);
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      return {
        outcome: "refused",
        message: `Rules ${earlier + 1} and ${index + 1} ask for the same: the later one would never hold. Remove one.`,
      };
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
    if (digestOf(current) !== digest) {
      const message = "Somebody changed the assignments while you had them open. Nothing was overwritten.";
      return { outcome: "refused", message, stale: true };
    }
    const own = yield* q(
      tx.select({ id: contentConfigs.id }).from(contentConfigs).where(eq(contentConfigs.shop, shop)),
    );
    const known = (id: string) => presetById(id) !== undefined || own.some((row) => row.id === id);
    if (![...rules.map(({ configId }) => configId), otherwise].every(known)) {
      return { outcome: "refused", message: "A line names rules that were deleted. Choose others." };
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

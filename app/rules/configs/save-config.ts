import { randomUUID } from "node:crypto";
import { and, eq, max } from "drizzle-orm";
import type { Db } from "../../db/open.ts";
import type { Tx } from "../../db/orm.ts";
import type { Act, Acted } from "../../db/record-act.ts";
import { type ConfigChange, configRules, configStates, contentConfigs } from "../../db/schema/index.ts";
import { q } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { isRecord } from "../../lib/json.ts";
import { labelKey, nameFromLabel } from "./config-label.ts";
import { limitProblems } from "./config-limits.ts";
import {
  type ConfigInput,
  type ConfigRecord,
  configDigest,
  configInputSchema,
  recordOf,
  stateDigest,
  tidyConfig,
} from "./config-record.ts";
import { atLeastOne, type FieldProblem, type FieldProblems } from "./field-problems.ts";
import { parseRules } from "./parse-rules.ts";
import { presetById, presets } from "./presets.ts";
import { maxConfigs } from "./read-config.ts";

type Deps = { db: Db; clock: Clock } & Acted;
type ConfigRow = typeof contentConfigs.$inferSelect;

/** Why rules were not kept. */
export type ConfigProblem =
  | { code: "fields_not_valid"; fields: FieldProblems }
  /** presets stay as they are: only a copy can be changed */
  | { code: "is_preset" }
  /** `limit`: of a shop */
  | { code: "too_many_rule_sets"; limit: number };

export type SavedConfig =
  | { outcome: "saved"; config: ConfigRecord }
  | { outcome: "refused"; problem: ConfigProblem }
  /** somebody saved since they were seen: nothing was overwritten */
  | { outcome: "stale" }
  | { outcome: "not_found" };

/** Stores a new config of the shop and its first state. @param change how it came to be */
export async function createConfig(
  { db, clock, note }: Deps,
  request: { shop: ShopDomain; input: unknown; by: string; change?: "created" | "imported" | "merged" },
): Promise<SavedConfig> {
  const { shop, by, change = "created" } = request;
  const { input } = request;
  const above = isRecord(input) ? inFile(limitProblems(input.content_config)) : undefined;
  if (above) return refusedBy(above);
  const parsed = parseRules(configInputSchema, input);
  if (!parsed.ok) return refusedBy(parsed.problems);
  return db.transact<SavedConfig>({ shop }, function* (tx) {
    const { name, label } = parsed.data;
    const own = yield* readNames(tx, shop);
    const called = label ?? name ?? "";
    if (isLabelTaken(own, called)) return labelClash(called, label === undefined ? "name" : "label");
    const isTaken = (wanted: string) => [...presets, ...own].some((one) => one.name === wanted);
    // A caller that refers to rules by name only, as the API does, gets an error; elsewhere the name may be changed.
    if (name !== undefined && label === undefined && isTaken(name)) return labelClash(called, "name");
    if (own.length >= maxConfigs) {
      return { outcome: "refused", problem: { code: "too_many_rule_sets", limit: maxConfigs } };
    }
    const now = clock.now();
    const row: ConfigRow = {
      shop,
      id: randomUUID(),
      createdAt: now,
      updatedAt: now,
      updatedBy: by,
      name: name !== undefined && !isTaken(name) ? name : nameFromLabel(called, isTaken),
      label: called,
      ...columnsOf(parsed.data),
    };
    yield* q(tx.insert(contentConfigs).values(row));
    yield* keepState(tx, row, change);
    if (note) yield* note(actOn(row));
    return { outcome: "saved", config: recordOf(row) };
  });
}

/**
 * Saves a changed config of the shop and keeps the new state. Nothing is written when nothing changed;
 * its name stays what it was.
 * @param request.seen stateDigest of what the person had before them: if somebody saved meanwhile, nothing is overwritten
 */
export async function updateConfig(
  { db, clock, note }: Deps,
  request: {
    shop: ShopDomain;
    id: string;
    input: unknown;
    seen?: string | undefined;
    by: string;
    change?: "edited" | "restored";
  },
): Promise<SavedConfig> {
  const { shop, id, by, seen, change = "edited" } = request;
  if (presetById(id)) return { outcome: "refused", problem: { code: "is_preset" } };
  const parsed = parseRules(configInputSchema, request.input);
  if (!parsed.ok) return refusedBy(parsed.problems);
  return db.transact<SavedConfig>({ shop }, function* (tx) {
    const [row] = yield* q(tx.select().from(contentConfigs).where(is(shop, id)));
    if (!row) return { outcome: "not_found" };
    if (seen !== undefined && seen !== stateDigest(row)) return { outcome: "stale" };
    // An earlier state was the shop's own before there was a limit.
    const limited = change === "restored" ? [] : limitProblems(parsed.data.content_config, recordOf(row).config);
    const above = inFile(limited);
    if (above) return refusedBy(above);
    const { label = row.label } = parsed.data;
    const others = (yield* readNames(tx, shop)).filter((one) => one.id !== id);
    if (isLabelTaken(others, label)) return labelClash(label, "label");
    const next = { ...row, ...columnsOf(parsed.data), label, updatedAt: clock.now(), updatedBy: by };
    const same = next.label === row.label && next.description === row.description && next.digest === row.digest;
    if (same) return { outcome: "saved", config: recordOf(row) };
    yield* q(tx.update(contentConfigs).set(next).where(is(shop, id)));
    yield* keepState(tx, next, change);
    if (note) yield* note(actOn(next, row.digest));
    return { outcome: "saved", config: recordOf(next) };
  });
}

/**
 * Deletes a config of the shop and the rules that assign it. Its states stay, so that the rules of texts it produced can
 * still be read.
 * @param request.seen stateDigest of what the person had before them: what somebody saved since is not deleted
 * @returns how many rules went with it, null when the shop has no such config
 */
export async function deleteConfig(
  { db, clock, note }: Deps,
  { shop, id, by, seen }: { shop: ShopDomain; id: string; by: string; seen?: string | undefined },
): Promise<{ rules: number } | "stale" | null> {
  return db.transact({ shop }, function* (tx) {
    const [now] = yield* q(tx.select().from(contentConfigs).where(is(shop, id)));
    if (now && seen !== undefined && seen !== stateDigest(now)) return "stale";
    const [row] = yield* q(tx.delete(contentConfigs).where(is(shop, id)).returning());
    if (!row) return null;
    const gone = yield* q(
      tx
        .delete(configRules)
        .where(and(eq(configRules.shop, shop), eq(configRules.configId, id)))
        .returning({ position: configRules.position }),
    );
    yield* keepState(tx, { ...row, updatedAt: clock.now(), updatedBy: by }, "deleted");
    if (note) yield* note({ subject: { kind: "config", id }, details: { name: row.label, assignments: gone.length } });
    return { rules: gone.length };
  });
}

/** The digests lead to the states that the history keeps. */
function actOn({ id, label, digest }: ConfigRow, before?: string): Act {
  const from: Record<string, string> = before === undefined ? {} : { before };
  return { subject: { kind: "config", id }, details: { name: label, ...from, after: digest }, told: { configId: id } };
}

function is(shop: ShopDomain, id: string) {
  return and(eq(contentConfigs.shop, shop), eq(contentConfigs.id, id));
}

function columnsOf({ description, content_config }: ConfigInput) {
  const config = tidyConfig(content_config);
  return { description: description ?? null, config, digest: configDigest(config) };
}

interface Named {
  id: string;
  name: string;
  label: string;
}

/** At most a hundred: compared here, since no index folds letters of every language. */
function* readNames(tx: Tx, shop: ShopDomain) {
  const { id, name, label } = contentConfigs;
  return yield* q(tx.select({ id, name, label }).from(contentConfigs).where(eq(contentConfigs.shop, shop)));
}

function isLabelTaken(own: readonly Named[], label: string): boolean {
  const key = labelKey(label);
  return [...presets, ...own].some((one) => labelKey(one.label) === key);
}

function labelClash(label: string, field: "name" | "label"): SavedConfig {
  return refusedBy([{ field, reason: { code: "label_taken", label } }]);
}

function* keepState(tx: Tx, row: ConfigRow, change: ConfigChange) {
  const { shop, id: configId, name, label, description, config, digest } = row;
  const [last] = yield* q(
    tx
      .select({ revision: max(configStates.revision) })
      .from(configStates)
      .where(and(eq(configStates.shop, shop), eq(configStates.configId, configId))),
  );
  const revision = (last?.revision ?? 0) + 1;
  const saved = { savedAt: row.updatedAt, savedBy: row.updatedBy };
  yield* q(
    tx
      .insert(configStates)
      .values({ shop, configId, revision, change, name, label, description, config, digest, ...saved }),
  );
}

/** Addresses as a file of rules has them. */
function inFile(problems: readonly FieldProblem[]): FieldProblems | undefined {
  return atLeastOne(
    problems.map(({ field, reason }) => ({
      field: field === "" ? "content_config" : `content_config.${field}`,
      reason,
    })),
  );
}

function refusedBy(fields: FieldProblems): SavedConfig {
  return { outcome: "refused", problem: { code: "fields_not_valid", fields } };
}

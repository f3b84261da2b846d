import { ZodError, type z } from "zod";
import type { Db } from "../../db/open.ts";
import type { ResourceKind } from "../../db/schema/index.ts";
import { all } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { isOperationalError } from "../../lib/errors.ts";
import type { Logger } from "../../lib/logger.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import {
  maxTranslatables,
  maxTranslationTargets,
  readTextResources,
  readTranslations,
  type TextResourceNode,
  type TextResourceType,
  type TranslationTarget,
} from "../../shopify/operations/index.ts";
import { slotNamed } from "../../texts/slot.ts";
import { type ReadResource, readResource, resourceName } from "../translations/store-read.ts";
import { translationTargetsOf } from "../translations/translation-targets.ts";
import { kindReadings, type OwnerTexts, ownerOfNode, textsOfNode, titleOfAll } from "./read-owner-texts.ts";
import { markGoneResources, storeResources } from "./store-resources.ts";

interface Deps {
  db: Db;
  clock: Clock;
  logger: Logger;
  admin: AdminApi;
}

export interface ResourcesContext {
  shop: ShopDomain;
  signal: AbortSignal;
  /** kinds that an earlier attempt went through */
  done: number;
  /** what it found */
  before?: ImportedResources | undefined;
  /** after each kind */
  saveDone(done: number, result: ImportedResources): Promise<void>;
}

export interface ImportedResources {
  /** of resources, languages and markets that were written or removed, counted by row */
  changed: number;
  /** kinds that the shop has not let the app read: what is known of them was left as it was */
  denied: ResourceKind[];
  /** kinds that could not be read, or not whole: nothing that is missing there counts as gone */
  partial: ResourceKind[];
}

/**
 * Reads the texts of a shop beside its products (collections, pages, articles, policies, menus …) with their translations, and
 * keeps what differs: kind by kind, a page of resources at a time. Goes on with the kind at which an earlier attempt stopped.
 * A kind that cannot be read stays as it was, and the next one is read.
 * @throws OperationalError of the Admin API while Shopify is out of reach
 */
export async function importResources(deps: Deps, context: ResourcesContext): Promise<ImportedResources> {
  const { shop } = context;
  const targets = await deps.db.do(translationTargetsOf(shop));
  const { before } = context;
  const result: ImportedResources = {
    ...{ changed: before?.changed ?? 0, denied: [...(before?.denied ?? [])], partial: [...(before?.partial ?? [])] },
  };
  if (targets.length === 0) return result;
  for (const [at, reading] of kindReadings.entries()) {
    if (at < context.done) continue;
    try {
      const { changed, isWhole } = await readKind(deps, context, targets, reading);
      result.changed += changed;
      if (!isWhole) result.partial.push(reading.kind);
    } catch (error) {
      const left = whyLeft(error);
      if (left === null) throw error;
      result[left].push(reading.kind);
      deps.logger.warn({ shop, reason: reading.kind }, leftWords[left]);
    }
    await context.saveDone(at + 1, result);
  }
  return result;
}

const leftWords = {
  denied: "the shop has not let the app read some texts: left as they are",
  partial: "some texts could not be read: left as they are",
};

/** Why a kind is left as it was; null for what stops the import: Shopify out of reach, a lost lease, a bug. */
function whyLeft(error: unknown): "denied" | "partial" | null {
  if (error instanceof ZodError) return "partial";
  if (!isOperationalError(error) || error.outageOf !== undefined || error.code === "shopify_throttled") return null;
  return error.code === "shopify_scope" ? "denied" : "partial";
}

async function readKind(
  deps: Deps,
  { shop, signal }: ResourcesContext,
  targets: readonly TranslationTarget[],
  { kind, types, together }: (typeof kindReadings)[number],
): Promise<{ changed: number; isWhole: boolean }> {
  const { db, clock } = deps;
  const asOf = clock.now();
  const line: OwnerTexts = { id: together ?? "", kind, title: "", texts: {} };
  const ofAll: string[] = [];
  let changed = 0;
  let count = 0;
  for (const type of types) {
    for await (const nodes of pagesOf(deps, type, signal)) {
      count += nodes.length;
      const gids = nodes.map(({ resourceId }) => resourceId);
      if (together !== undefined) {
        for (const node of nodes) Object.assign(line.texts, textsOfNode(node));
        if (type === types[0]) line.title = titleOfAll(Object.values(line.texts).map(({ value }) => value));
        ofAll.push(...gids);
        continue;
      }
      const owners = nodes.flatMap((node) => ownerOfNode(node) ?? []);
      changed += await store(deps, { shop, owners, gids, targets, asOf, signal });
    }
  }
  if (ofAll.length > 0) changed += await store(deps, { shop, owners: [line], gids: ofAll, targets, asOf, signal });
  if (count === 0 && (await isStillThere(deps, { shop, kind, signal }))) return { changed, isWhole: false };
  const gone = { shop, kind, before: asOf, now: clock.now() };
  while ((await db.transact({ shop }, () => markGoneResources(gone))) > 0) signal.throwIfAborted();
  return { changed, isWhole: true };
}

const knownSql = `SELECT t.texts FROM text_resources AS r
  JOIN translatable_texts AS t ON t.shop = r.shop AND t.owner = r.id
  WHERE r.shop = @shop AND r.kind = @kind AND r.gone_at IS NULL ORDER BY r.id LIMIT ${maxTranslatables}`;

/** A second look at some of a kind that is listed empty: whether one that is known has a text in the shop after all. */
async function isStillThere(
  { db, admin }: Deps,
  { shop, kind, signal }: { shop: ShopDomain; kind: ResourceKind; signal: AbortSignal },
): Promise<boolean> {
  const rows = await db.do(all<{ texts: string }>(knownSql, { shop, kind }));
  const names = rows.flatMap(({ texts }) => Object.keys(JSON.parse(texts) as OwnerTexts["texts"]));
  const known = [...new Set(names.map((name) => `gid://shopify/${slotNamed(name).resource}`))];
  const ids = known.slice(0, maxTranslatables);
  if (ids.length === 0) return false;
  const { translatableResourcesByIds } = await admin.run(readTranslations([]), { ids }, { signal });
  return translatableResourcesByIds.nodes.some((node) => Object.keys(textsOfNode(node)).length > 0);
}

async function* pagesOf(
  { admin }: Deps,
  type: TextResourceType,
  signal: AbortSignal,
): AsyncGenerator<TextResourceNode[]> {
  let after: string | null = null;
  do {
    const read: z.infer<typeof readTextResources.data> = await admin.run(
      readTextResources,
      { type, after },
      { signal },
    );
    const { nodes, pageInfo } = read.translatableResources;
    if (nodes.length > 0) yield nodes;
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after !== null);
}

interface Storing {
  shop: ShopDomain;
  owners: readonly OwnerTexts[];
  gids: readonly string[];
  targets: readonly TranslationTarget[];
  asOf: number;
  signal: AbortSignal;
}

async function store({ db, admin }: Deps, input: Storing): Promise<number> {
  const { shop, owners, gids, asOf, signal } = input;
  let changed = 0;
  for (let from = 0; from < input.targets.length; from += maxTranslationTargets) {
    const targets = input.targets.slice(from, from + maxTranslationTargets);
    const read = new Map<string, ReadResource>();
    const unanswered = new Set(gids);
    for (let at = 0; at < gids.length; at += maxTranslatables) {
      const ids = gids.slice(at, at + maxTranslatables);
      const { translatableResourcesByIds } = await admin.run(readTranslations(targets), { ids }, { signal });
      for (const node of translatableResourcesByIds.nodes) {
        unanswered.delete(node.resourceId);
        const found = readResource(node, targets.length);
        if (found) read.set(resourceName(node.resourceId), found);
      }
    }
    const incomplete = new Set([...unanswered].map((gid) => resourceName(gid).split("/")[0] ?? ""));
    const reading = { shop, owners, read, targets, incomplete, asOf };
    changed += await db.transact({ shop }, () => storeResources(reading));
  }
  return changed;
}

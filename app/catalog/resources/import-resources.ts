import type { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { ResourceKind } from "../../db/schema/index.ts";
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
  /** kinds that an earlier attempt read whole */
  done: number;
  /** after each kind */
  saveDone(done: number): Promise<void>;
}

export interface ImportedResources {
  /** of resources, languages and markets that were written or removed, counted by row */
  changed: number;
  /** kinds that the shop has not let the app read: what is known of them was left as it was */
  denied: ResourceKind[];
}

/**
 * Reads the texts of a shop beside its products (collections, pages, articles, policies, menus …) with their translations, and
 * keeps what differs: kind by kind, a page of resources at a time. Goes on with the kind at which an earlier attempt stopped.
 * @throws OperationalError of the Admin API, when it may be tried again
 */
export async function importResources(deps: Deps, context: ResourcesContext): Promise<ImportedResources> {
  const { shop } = context;
  const targets = await deps.db.do(translationTargetsOf(shop));
  const result: ImportedResources = { changed: 0, denied: [] };
  if (targets.length === 0) return result;
  for (const [at, reading] of kindReadings.entries()) {
    if (at < context.done) continue;
    try {
      result.changed += await readKind(deps, context, targets, reading);
    } catch (error) {
      if (!isOperationalError(error) || error.code !== "shopify_scope") throw error;
      result.denied.push(reading.kind);
      deps.logger.warn(
        { shop, reason: reading.kind },
        "the shop has not let the app read some texts: left as they are",
      );
    }
    await context.saveDone(at + 1);
  }
  return result;
}

async function readKind(
  deps: Deps,
  { shop, signal }: ResourcesContext,
  targets: readonly TranslationTarget[],
  { kind, types, together }: (typeof kindReadings)[number],
): Promise<number> {
  const { db, clock } = deps;
  const asOf = clock.now();
  const all: OwnerTexts = { id: together ?? "", kind, title: "", texts: {} };
  const ofAll: string[] = [];
  let changed = 0;
  for (const type of types) {
    for await (const nodes of pagesOf(deps, type, signal)) {
      const gids = nodes.map(({ resourceId }) => resourceId);
      if (together !== undefined) {
        for (const node of nodes) Object.assign(all.texts, textsOfNode(node));
        if (type === types[0]) all.title = titleOfAll(Object.values(all.texts).map(({ value }) => value));
        ofAll.push(...gids);
        continue;
      }
      const owners = nodes.flatMap((node) => ownerOfNode(node) ?? []);
      changed += await store(deps, { shop, owners, gids, targets, asOf, signal });
    }
  }
  if (ofAll.length > 0) changed += await store(deps, { shop, owners: [all], gids: ofAll, targets, asOf, signal });
  const gone = { shop, kind, before: asOf, now: clock.now() };
  while ((await db.transact({ shop }, () => markGoneResources(gone))) > 0) signal.throwIfAborted();
  return changed;
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

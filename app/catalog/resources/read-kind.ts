import { setImmediate as nextTurn } from "node:timers/promises";
import type { z } from "zod";
import type { ResourceKind } from "../../db/schema/index.ts";
import { all } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { isOperationalError } from "../../lib/errors.ts";
import {
  maxTranslatables,
  maxTranslationTargets,
  readTextResources,
  readTranslations,
  type TextResourceNode,
  type TextResourceType,
  type TranslatableNode,
  type TranslationTarget,
} from "../../shopify/operations/index.ts";
import { slotNamed } from "../../texts/slot.ts";
import { type ReadResource, readResource, resourceName } from "../translations/store-read.ts";
import { noParts, partsOfPage } from "./parts-of-page.ts";
import { type ReadMetaobjects, readMetaobjects, withLimits } from "./read-metaobjects.ts";
import { type KindReading, type OwnerTexts, ownerOfNode, textsOfNode, titleOfAll } from "./read-owner-texts.ts";
import { hasParts } from "./read-resource-parts.ts";
import { type KindCheckpoint, newKindCheckpoint, type ResourcesCheckpoint } from "./resources-checkpoint.ts";
import type { ResourcesContext, ResourcesDeps } from "./resources-context.ts";
import { markGoneResources, storeResources } from "./store-resources.ts";
import { dropAside, type PageAside, putAside, readAside } from "./texts-aside.ts";

interface Reading {
  context: ResourcesContext;
  /** is changed, and saved after each page */
  state: ResourcesCheckpoint;
  /** for a kind that begins now */
  targets: readonly TranslationTarget[];
}

/**
 * Reads all resources of a kind, a page at a time, each of which is a checkpoint. The parts of a kind that is one line of the list
 * are put aside until the last of them is read. When Shopify no longer knows the page that was come to, the kind is begun anew, once.
 * @returns whether all was read: then what was not seen is marked as gone
 */
export async function readKind(deps: ResourcesDeps, reading: Reading, of: KindReading): Promise<boolean> {
  const { db, clock, logger } = deps;
  const { context, state } = reading;
  const { shop, signal } = context;
  const { kind, types, together } = of;
  let at = state.reading?.kind === kind ? state.reading : await begin(deps, reading, kind);
  while (at.type < types.length) {
    signal.throwIfAborted();
    const asOf = clock.now();
    const page = await readPage(deps, context, { type: types[at.type] ?? "PAGE", after: at.after });
    if (page === "lost") {
      if (state.anew.includes(kind)) return false;
      logger.warn(
        { shop, reason: kind },
        "Shopify no longer knows the page that was come to: these texts are read anew",
      );
      state.anew.push(kind);
      at = await begin(deps, reading, kind);
      continue;
    }
    const { nodes, next } = page;
    const ofPage = { kind, nodes, targets: at.targets, asOf };
    if (nodes.length > 0 && together !== undefined) {
      await setAside(deps, context, { ...ofPage, owner: together, line: at.pages, named: at.type === 0 });
    } else if (nodes.length > 0) state.changed += await storePage(deps, context, { ...ofPage, state });
    // A list that leads nowhere is not read to its end.
    if (next !== null && (next === "" || next === at.after)) return false;
    at.after = next;
    if (next === null) at.type++;
    at.pages++;
    at.count += nodes.length;
    state.read += nodes.length;
    await context.saveCheckpoint(state);
    await context.assertStillWanted();
    await context.progress({ done: state.read, total: null, label: `${state.read.toLocaleString("en")} texts read` });
    await db.keepUp();
    await nextTurn();
  }
  if (together !== undefined) state.changed += await storeTogether(deps, context, { at, kind, id: together });
  if (at.count === 0 && (await isStillThere(deps, { shop, kind, signal }))) return false;
  const gone = { shop, kind, before: at.startedAt, now: clock.now() };
  const markGone = function* () {
    yield* context.assertLease();
    return yield* markGoneResources(gone);
  };
  while ((await db.transact({ shop }, markGone)) > 0) signal.throwIfAborted();
  return true;
}

async function begin(
  { db, clock }: ResourcesDeps,
  { context, state, targets }: Reading,
  kind: ResourceKind,
): Promise<KindCheckpoint> {
  const at = newKindCheckpoint({ kind, targets, now: clock.now() });
  state.reading = at;
  if (kind === "metaobject") state.leftOut = { notTranslatable: 0, ofApps: 0 };
  await db.transact({ shop: context.shop }, function* () {
    yield* context.assertLease();
    yield* dropAside(context.shop);
  });
  return at;
}

interface Page {
  nodes: TextResourceNode[];
  /** its end, to go on behind; null: it is the last; "": Shopify has more and does not say where */
  next: string | null;
}

/** @returns `lost` where Shopify refuses to go on behind that cursor */
async function readPage(
  { admin }: ResourcesDeps,
  { signal }: ResourcesContext,
  asked: { type: TextResourceType; after: string | null },
): Promise<Page | "lost"> {
  try {
    const read: z.infer<typeof readTextResources.data> = await admin.run(readTextResources, asked, { signal });
    const { nodes, pageInfo } = read.translatableResources;
    return { nodes, next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? "") : null };
  } catch (error) {
    if (asked.after === null || !isOperationalError(error) || error.code !== "shopify_bad_request") throw error;
    return "lost";
  }
}

interface OfPage {
  kind: ResourceKind;
  nodes: readonly TextResourceNode[];
  targets: readonly TranslationTarget[];
  /** before Shopify was asked for the page, epoch ms */
  asOf: number;
}

const noneLeftOut: ReadMetaobjects = { limits: new Map(), leftOut: new Map() };

/** @param page.state whose counts of what is left out are changed */
async function storePage(
  deps: ResourcesDeps,
  context: ResourcesContext,
  page: OfPage & { state: ResourcesCheckpoint },
): Promise<number> {
  const { shop, signal } = context;
  const { targets, asOf, kind } = page;
  const gids = page.nodes.map(({ resourceId }) => resourceId);
  const { limits, leftOut } = kind === "metaobject" ? await readMetaobjects(deps.admin, { gids, signal }) : noneLeftOut;
  const alone = page.nodes.flatMap((node) => {
    const owner = ownerOfNode(node);
    return owner && !leftOut.has(owner.id) ? [withLimits(owner, limits)] : [];
  });
  for (const why of leftOut.values()) page.state.leftOut[why]++;
  const parts = hasParts(kind) ? await partsOfPage(deps, context, { gids }) : noParts;
  const ids = [...gids, ...parts.gids()];
  let owners: OwnerTexts[] | undefined;
  let changed = 0;
  for (const some of groupsOf(targets)) {
    const { nodes, read, unanswered } = await readGroup(deps, context, { gids: ids, targets: some });
    owners ??= alone.map((owner) => parts.added(owner, nodes));
    const missed = unanswered.filter((gid) => parts.isExpected(gid));
    const input = { shop, owners, read, targets: some, incomplete: kindsOf(missed), asOf };
    changed += await deps.db.transact({ shop }, function* () {
      yield* context.assertLease();
      return yield* storeResources(input);
    });
  }
  return changed;
}

async function setAside(
  deps: ResourcesDeps,
  context: ResourcesContext,
  page: OfPage & { owner: string; line: number; named: boolean },
): Promise<void> {
  const { shop } = context;
  const texts: OwnerTexts["texts"] = {};
  for (const node of page.nodes) Object.assign(texts, textsOfNode(node));
  const aside: PageAside = { texts, named: page.named, read: [], unanswered: [] };
  const gids = page.nodes.map(({ resourceId }) => resourceId);
  for (const targets of groupsOf(page.targets)) {
    const { read, unanswered } = await readGroup(deps, context, { gids, targets });
    aside.read.push(Object.fromEntries(read));
    aside.unanswered.push(...unanswered);
  }
  await deps.db.transact({ shop }, function* () {
    yield* context.assertLease();
    yield* putAside({ shop, owner: page.owner, line: page.line }, aside);
  });
}

async function storeTogether(
  { db }: ResourcesDeps,
  context: ResourcesContext,
  { at, kind, id }: { at: KindCheckpoint; kind: ResourceKind; id: string },
): Promise<number> {
  const { shop } = context;
  const pages = await db.do(readAside(shop, id));
  if (pages.length === 0) return 0;
  const texts: OwnerTexts["texts"] = Object.assign({}, ...pages.map((page) => page.texts));
  const names = pages.filter(({ named }) => named).flatMap((page) => Object.values(page.texts));
  const owners = [{ id, kind, title: titleOfAll(names.map(({ value }) => value)), texts }];
  const incomplete = kindsOf(pages.flatMap(({ unanswered }) => unanswered));
  let changed = 0;
  for (const [group, targets] of groupsOf(at.targets).entries()) {
    const read = new Map(pages.flatMap((page) => Object.entries(page.read[group] ?? {})));
    const input = { shop, owners, read, targets, incomplete, asOf: at.startedAt };
    changed += await db.transact({ shop }, function* () {
      yield* context.assertLease();
      return yield* storeResources(input);
    });
  }
  await db.transact({ shop }, () => dropAside(shop));
  return changed;
}

function groupsOf(targets: readonly TranslationTarget[]): TranslationTarget[][] {
  const groups: TranslationTarget[][] = [];
  for (let from = 0; from < targets.length; from += maxTranslationTargets) {
    groups.push(targets.slice(from, from + maxTranslationTargets));
  }
  return groups;
}

async function readGroup(
  { admin }: ResourcesDeps,
  { signal }: ResourcesContext,
  { gids, targets }: { gids: readonly string[]; targets: readonly TranslationTarget[] },
): Promise<{ nodes: TranslatableNode[]; read: Map<string, ReadResource>; unanswered: string[] }> {
  const nodes: TranslatableNode[] = [];
  for (let from = 0; from < gids.length; from += maxTranslatables) {
    const ids = gids.slice(from, from + maxTranslatables);
    const { translatableResourcesByIds } = await admin.run(readTranslations(targets), { ids }, { signal });
    nodes.push(...translatableResourcesByIds.nodes);
  }
  const read = new Map<string, ReadResource>();
  for (const node of nodes) {
    const found = readResource(node, targets.length);
    if (found) read.set(resourceName(node.resourceId), found);
  }
  const answered = new Set(nodes.map(({ resourceId }) => resourceId));
  return { nodes, read, unanswered: gids.filter((gid) => !answered.has(gid)) };
}

function kindsOf(gids: readonly string[]): Set<string> {
  return new Set(gids.map((gid) => resourceName(gid).split("/")[0] ?? ""));
}

const knownSql = `SELECT t.texts FROM text_resources AS r
  JOIN translatable_texts AS t ON t.shop = r.shop AND t.owner = r.id
  WHERE r.shop = @shop AND r.kind = @kind AND r.gone_at IS NULL ORDER BY r.id LIMIT ${maxTranslatables}`;

/** A second look at some of a kind that is listed empty: whether one that is known has a text in the shop after all. */
async function isStillThere(
  { db, admin }: ResourcesDeps,
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

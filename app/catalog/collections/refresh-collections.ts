import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import type { Db } from "../../db/open.ts";
import { all } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { isOperationalError, OperationalError } from "../../lib/errors.ts";
import { wait } from "../../lib/retry.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import { type BulkClaims, type BulkEvidence, isWhole } from "../../shopify/bulk-evidence.ts";
import { openBulkResult, pollBulkOperation, startBulkQuery } from "../../shopify/bulk-query.ts";
import { collectionNodeSchema, collectionsBulkDocument, readCollection } from "../../shopify/operations/index.ts";
import { numberOf } from "../bulk-line.ts";
import { type CollectionHead, dropCollection, putCollection, readAtOf } from "./put-collection.ts";
import { type Member, type StagedMembers, stageMembers } from "./staged-members.ts";
import { writeMembers } from "./write-members.ts";

export interface RefreshDeps {
  db: Db;
  clock: Clock;
  fetch: typeof fetch;
  admin: AdminApi;
}

/** The part of a job's item that the refresh needs. */
export interface RefreshContext {
  shop: ShopDomain;
  signal: AbortSignal;
  checkpoint: unknown;
  saveCheckpoint(value: unknown): Promise<void>;
}

export interface RefreshedCollections {
  collections: number;
  /** members that came or went */
  changed: number;
  /** no longer in the shop */
  gone: number;
  /** Shopify delivered only a part: nobody was taken out */
  partial: boolean;
}

/** Up to here a collection is read page by page; a larger one by a bulk query, which costs no points. */
const pagedProducts = 2_500;
const stagedLines = 500;
const pollMs = { first: 250, longest: 5_000 };

const checkpointSchema = z.object({ operationId: z.string(), startedAt: z.number() });

/**
 * Brings collections and their members in step with the shop: all of them, or one. Only what differs is written. What was
 * read of a product or a collection since this began is newer and stays.
 * @param only the number of the Shopify gid, null for all
 * @throws OperationalError of the Admin API, `collections_failed` when Shopify could not run the query
 */
export async function refreshCollections(
  deps: RefreshDeps,
  context: RefreshContext,
  only: string | null,
): Promise<RefreshedCollections> {
  const { shop } = context;
  const staged = stageMembers(deps, shop);
  const startedAt = deps.clock.now();
  const small = only === null ? "large" : await readByPages(deps, context, only, staged);
  if (small === "gone") {
    await dropCollection(deps.db, shop, only ?? "");
    return { collections: 0, changed: 0, gone: 1, partial: false };
  }
  const read =
    small === "large" ? await readByBulkQuery(deps, context, only, staged) : { heads: [small], startedAt, whole: true };
  return store(deps, context, { ...read, staged, isAll: only === null });
}

interface ReadCollections {
  heads: CollectionHead[];
  /** before Shopify was asked */
  startedAt: number;
  whole: boolean;
}

async function store(
  { db }: RefreshDeps,
  { shop, signal }: RefreshContext,
  { heads, startedAt, whole, staged, isAll }: ReadCollections & { staged: StagedMembers; isAll: boolean },
): Promise<RefreshedCollections> {
  let changed = 0;
  for (const head of heads) {
    if (((await db.do(readAtOf(shop, head.id))) ?? 0) > startedAt) continue;
    changed += await writeMembers({ db }, { shop, collectionId: head.id, staged, startedAt, whole, signal });
    await db.transact({ shop }, () => putCollection(shop, head, startedAt));
  }
  let gone = 0;
  if (isAll && whole) {
    const seen = new Set(heads.map(({ id }) => id));
    const held = await db.do(
      all<{ id: string }>("SELECT id FROM collections WHERE shop = @shop AND read_at <= @startedAt", {
        shop,
        startedAt,
      }),
    );
    for (const { id } of held.filter((one) => !seen.has(one.id))) {
      await dropCollection(db, shop, id);
      gone++;
    }
  }
  return { collections: heads.length, changed, gone, partial: !whole };
}

async function readByPages(
  { admin }: RefreshDeps,
  { signal }: RefreshContext,
  id: string,
  staged: StagedMembers,
): Promise<CollectionHead | "large" | "gone"> {
  for (let after: string | null = null; ; ) {
    const variables: { id: string; after: string | null } = { id: `gid://shopify/Collection/${id}`, after };
    const { collection } = await admin.run(readCollection, variables, { signal });
    if (!collection) return "gone";
    if ((collection.productsCount?.count ?? 0) > pagedProducts) return "large";
    await staged.add(collection.products.nodes.map((node) => ({ collectionId: id, productId: numberOf(node.id) })));
    const { hasNextPage, endCursor } = collection.products.pageInfo;
    if (!hasNextPage || !endCursor) return { id, title: collection.title, handle: collection.handle };
    after = endCursor;
  }
}

async function readByBulkQuery(
  deps: RefreshDeps,
  context: RefreshContext,
  only: string | null,
  staged: StagedMembers,
): Promise<ReadCollections> {
  const { signal } = context;
  const { operationId, startedAt } = await resumeOrStart(deps, context, only);
  const result = await awaitResult(deps, context, operationId);
  const heads = new Map<string, CollectionHead>();
  const named = new Set<string>();
  let members: Member[] = [];
  let evidence: BulkEvidence = { bytes: 0, lines: 0, lastLineWhole: true };
  const stage = async () => {
    await staged.add(members);
    members = [];
    await nextTurn();
  };
  try {
    const ended = (found: BulkEvidence) => {
      evidence = found;
    };
    for await (const line of result.url === null ? [] : openBulkResult(deps, result.url, { signal, ended })) {
      const read = readLine(line);
      if ("title" in read) {
        heads.set(read.id, read);
        continue;
      }
      named.add(read.collectionId);
      if (members.push(read) >= stagedLines) await stage();
    }
  } catch (error) {
    if (!isOperationalError(error) || error.code !== "shopify_bulk_gone") throw error;
    await context.saveCheckpoint(null);
    throw failed("EXPIRED");
  }
  await stage();
  const whole = result.whole && isWhole(evidence, result) && [...named].every((id) => heads.has(id));
  return { heads: [...heads.values()], startedAt, whole };
}

async function resumeOrStart(deps: RefreshDeps, context: RefreshContext, only: string | null) {
  const saved = checkpointSchema.safeParse(context.checkpoint);
  if (saved.success) return saved.data;
  const startedAt = deps.clock.now();
  const operationId = await startBulkQuery(deps.admin, collectionsBulkDocument(only), { signal: context.signal });
  await context.saveCheckpoint({ operationId, startedAt });
  return { operationId, startedAt };
}

async function awaitResult(
  { admin }: RefreshDeps,
  context: RefreshContext,
  operationId: string,
): Promise<BulkClaims & { url: string | null; whole: boolean }> {
  const { signal } = context;
  for (let pauseMs = pollMs.first; ; pauseMs = Math.min(pauseMs * 1.5, pollMs.longest)) {
    const found = await pollBulkOperation(admin, operationId, { signal });
    if (found.kind === "completed") return { ...found, whole: true };
    if (found.kind === "partial") return { ...found, whole: false };
    if (found.kind !== "running") {
      await context.saveCheckpoint(null);
      throw failed(found.kind === "failed" ? found.errorCode : "CANCELED");
    }
    await wait(pauseMs, signal);
  }
}

const memberSchema = z.object({ id: z.string(), __parentId: z.string() });

/** @throws when a line is neither a collection nor a product in one */
function readLine(line: string): CollectionHead | Member {
  const value: unknown = JSON.parse(line);
  const member = memberSchema.safeParse(value);
  if (member.success) return { collectionId: numberOf(member.data.__parentId), productId: numberOf(member.data.id) };
  const { id, title, handle } = collectionNodeSchema.parse(value);
  return { id: numberOf(id), title, handle };
}

function failed(errorCode: string): OperationalError {
  return new OperationalError(`the bulk query over collections ended with ${errorCode}`, {
    code: "collections_failed",
    retryable: errorCode !== "ACCESS_DENIED",
    outageOf: errorCode === "EXPIRED" ? "shopify" : undefined,
    merchantMessage:
      "Shopify could not list the shop's collections. They stay as they were; the next import reads them.",
  });
}

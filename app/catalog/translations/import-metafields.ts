import { setImmediate as nextTurn } from "node:timers/promises";
import type { ShopTranslation } from "../../db/schema/index.ts";
import { all, manyOf, type Steps } from "../../db/steps.ts";
import { isOperationalError } from "../../lib/errors.ts";
import {
  maxTranslatables,
  maxTranslationTargets,
  readTranslations,
  type TranslationTarget,
} from "../../shopify/operations/index.ts";
import type { ProductParts } from "./product-parts.ts";
import { type ReadResource, readResource, resourceName } from "./store-read.ts";
import type {
  TranslationsCheckpoint,
  TranslationsContext,
  TranslationsDeps,
  TypeOutcome,
} from "./translations-context.ts";

/** Products whose metafields are put aside in one transaction. */
const batchProducts = 200;
const metafield = "Metafield/";

const productsSql = `SELECT owner, texts, metafields FROM translatable_texts
  WHERE shop = @shop AND owner > @after AND owner NOT LIKE '%/%' ORDER BY owner LIMIT ${batchProducts}`;
const stageSql = `INSERT INTO import_translations (shop, resource, body) VALUES (@shop, @resource, @body)
  ON CONFLICT (shop, resource) DO UPDATE SET body = excluded.body`;

/** Puts aside what was read of resources until the line of their product comes; null: it has no translations. */
export function* stageRead(shop: string, read: readonly (readonly [string, ReadResource | null])[]): Steps<void> {
  yield* manyOf(stageSql, read, ([resource, found]) => ({ shop, resource, body: JSON.stringify(found) }));
}

/**
 * Reads the translations of all metafields with texts that the shop's products are known to have, and puts them aside. Those of
 * customers, orders and other owners are never asked for. Goes on behind `state.after`.
 * @param state is changed and saved. @throws OperationalError of the Admin API, when it may be tried again
 */
export async function importMetafields(
  { db, admin }: TranslationsDeps,
  context: TranslationsContext,
  state: TranslationsCheckpoint,
  targets: readonly TranslationTarget[],
): Promise<TypeOutcome> {
  const { shop, signal } = context;
  for (;;) {
    signal.throwIfAborted();
    const rows = await db.do(
      all<{ owner: string; texts: string; metafields: string }>(productsSql, { shop, after: state.after }),
    );
    const last = rows.at(-1);
    if (last === undefined) return context.productsInPart ? "partial" : "whole";
    const resources = rows.flatMap(({ texts, metafields }) => metafieldsOf(texts, metafields));
    const read: [string, ReadResource | null][] = [];
    try {
      for (let from = 0; from < resources.length; from += maxTranslatables) {
        const some = resources.slice(from, from + maxTranslatables);
        read.push(...(await readSome(admin, { resources: some, targets, signal })));
      }
    } catch (error) {
      if (isOperationalError(error) && error.code === "shopify_scope") return "denied";
      if (isOperationalError(error) && error.code === "shopify_bad_request") return "refused";
      throw error;
    }
    await db.transact({ shop }, () => stageRead(shop, read));
    state.staged += read.length;
    state.after = last.owner;
    await context.saveCheckpoint(state);
    await context.progress(state.staged);
    await db.keepUp();
    await nextTurn();
  }
}

function metafieldsOf(texts: string, metafields: string): string[] {
  const names = Object.keys(JSON.parse(texts) as ProductParts["texts"]);
  const own = names.filter((name) => name.startsWith(metafield)).map((name) => name.replace(/\.[^.]*$/, ""));
  return [...new Set([...own, ...Object.values(JSON.parse(metafields) as ProductParts["metafields"])])];
}

/** One that an answer left out is asked for once more: that it is missing twice is a sign that it cannot be translated. */
async function readSome(
  admin: TranslationsDeps["admin"],
  {
    resources,
    targets,
    signal,
  }: { resources: readonly string[]; targets: readonly TranslationTarget[]; signal: AbortSignal },
): Promise<[string, ReadResource | null][]> {
  const found = new Map<string, Record<string, Readonly<Record<string, ShopTranslation>>>>();
  for (let at = 0; at < targets.length; at += maxTranslationTargets) {
    const some = targets.slice(at, at + maxTranslationTargets);
    let missing = [...resources];
    for (let look = 0; look < 2 && missing.length > 0; look++) {
      const ids = missing.map((resource) => `gid://shopify/${resource}`);
      const { translatableResourcesByIds } = await admin.run(readTranslations(some), { ids }, { signal });
      for (const node of translatableResourcesByIds.nodes) {
        const read = Object.entries(readResource(node, some.length) ?? {});
        const moved = read.map(([place, texts]) => [String(Number(place) + at), texts] as const);
        const resource = resourceName(node.resourceId);
        found.set(resource, { ...found.get(resource), ...Object.fromEntries(moved) });
      }
      missing = missing.filter((resource) => !found.has(resource));
    }
  }
  return [...found].map(([resource, read]) => [resource, Object.keys(read).length > 0 ? read : null]);
}

import { setImmediate as nextTurn } from "node:timers/promises";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { readProduct } from "../catalog/read-product.ts";
import { keptTargetPlace } from "../catalog/target-place.ts";
import { textBits } from "../catalog/text-bits.ts";
import type { Db } from "../db/open.ts";
import { all, get, type Steps } from "../db/steps.ts";
import { type ProductId, productIdSchema, type ShopDomain } from "../lib/brand.ts";
import { OperationalError } from "../lib/errors.ts";
import type { CheckResult } from "../quality/check-result.ts";
import type { HeavyChecks } from "../quality/heavy/heavy-checks.ts";
import { isHeavy } from "../quality/heavy/is-heavy.ts";
import { type ChecksInput, runChecks } from "../quality/run-checks.ts";
import { configNameOf } from "../texts/slot.ts";
import type { Target } from "../texts/target.ts";
import { outdatedTexts } from "../versions/outdated-texts.ts";
import { findAlike } from "./find-alike.ts";
import { checksOfLive, findingsOf, isThin, type LiveProduct, liveBodies } from "./live-checks.ts";
import { readLiveProduct, rulesState } from "./read-live-product.ts";
import { type CheckedProduct, dropFindings, storeFindings } from "./store-findings.ts";

/** Products looked at in one statement, and checked between two looks at what else is to be done. */
const pageProducts = 500;
const chunkProducts = 8;
/** A change of one text lets others be checked again, which change nothing more. */
const mostRounds = 3;
/** After a change of one product so many others are checked at once; more are left to the next check of all. */
const mostOthers = 20;

// Each products' row from its narrow beginning.
const knownSql = `SELECT p.id, p.row_id AS rowId, p.gone_at AS goneAt, p.live_digest AS liveDigest, p.facts_digest AS factsDigest,
    coalesce(t.checked, '') AS checked
  FROM products AS p LEFT JOIN product_texts AS t ON t.shop = p.shop AND t.target = @target AND t.product_row = p.row_id
  WHERE p.shop = @shop`;
const pageSql = `${knownSql} AND p.id > @after ORDER BY p.id LIMIT ${pageProducts}`;
const oneSql = `${knownSql} AND p.id = @productId`;

interface KnownProduct {
  id: string;
  rowId: number;
  goneAt: number | null;
  liveDigest: string;
  factsDigest: string;
  checked: string;
}

/** What is the same for all products of a shop. */
interface Pass {
  shop: ShopDomain;
  target: Target;
  number: number;
  rules: string;
  bits: ReadonlyMap<string, number>;
  /** checks of one product, where they hold nobody up */
  check(product: LiveProduct, inputs: ChecksInput[]): Promise<ReadonlyMap<string, CheckResult>[]>;
}

interface Deps {
  db: Db;
  heavy: HeavyChecks;
}

/**
 * Checks the live texts of the shop's own pages, without a model: of all products whose texts, facts or rules are new or
 * changed. In threads, so that the worker's other work goes on. Their near-duplicates must have been marked. Safe to stop and to repeat.
 * @param input.checked told after each few products, with their number so far
 * @returns how many products were checked
 */
export async function checkLiveTexts(
  deps: Deps,
  input: { shop: ShopDomain; signal: AbortSignal; checked?: (products: number) => Promise<void> },
): Promise<number> {
  const { shop, signal } = input;
  const pass = await openPass(deps, shop, (_product, inputs) =>
    deps.heavy.enter(shop, (run) => run("checkEach", inputs)),
  );
  let count = 0;
  for (let round = 0; round < mostRounds; round++) {
    let again = 0;
    for (let after = ""; ; await nextTurn()) {
      const page = await deps.db.do(all<KnownProduct>(pageSql, { shop, target: pass.number, after }));
      const stale = page.filter((known) => isStale(pass, known));
      for (let from = 0; from < stale.length; from += chunkProducts) {
        signal.throwIfAborted();
        const chunk = stale.slice(from, from + chunkProducts);
        again += (await checkProducts(deps, pass, chunk)).length;
        count += chunk.length;
        await input.checked?.(count);
        await deps.db.keepUp();
        await nextTurn();
      }
      const last = page.at(-1);
      if (!last || page.length < pageProducts) break;
      after = last.id;
    }
    if (again === 0) break;
  }
  return count;
}

/**
 * The same for one product that was read again, and for those that were like it.
 * @returns true when more of those are left than are checked at once
 */
export async function checkLiveTextsOf(deps: Deps, shop: ShopDomain, productId: ProductId): Promise<boolean> {
  const pass = await openPass(deps, shop, async (product, inputs) => {
    const { live, config, glossary } = product;
    const bodies = [...liveBodies(live).values()];
    const [largest = ""] = bodies.toSorted((a, b) => String(b).length - String(a).length);
    return isHeavy(largest, { others: bodies, config, glossary })
      ? deps.heavy.enter(shop, (run) => run("checkEach", inputs))
      : inputs.map(runChecks);
  });
  const checkOne = async (id: string) => {
    const known = await deps.db.do(get<KnownProduct>(oneSql, { shop, target: pass.number, productId: id }));
    return known && isStale(pass, known) ? checkProducts(deps, pass, [known]) : [];
  };
  const others = await checkOne(productId);
  for (const id of others.slice(0, mostOthers)) await checkOne(id);
  return others.length > mostOthers;
}

async function openPass(deps: Deps, shop: ShopDomain, check: Pass["check"]): Promise<Pass> {
  const target = await readPrimaryTarget(deps, shop);
  return deps.db.transact({ shop }, function* () {
    const { number } = yield* keptTargetPlace(shop, target);
    return { shop, target, number, rules: yield* rulesState(shop, target), bits: yield* textBits(shop), check };
  });
}

function isStale({ rules }: Pass, known: KnownProduct): boolean {
  return known.goneAt === null ? known.checked !== stateOf(rules, known) : known.checked !== "";
}

/** What a check was made from. */
function stateOf(rules: string, { liveDigest, factsDigest }: KnownProduct): string {
  return `${liveDigest} ${factsDigest} ${rules}`;
}

/** @returns ids of other products that are to be checked again */
async function checkProducts({ db }: Deps, pass: Pass, products: readonly KnownProduct[]): Promise<string[]> {
  const { shop, number: target } = pass;
  const checked = await Promise.all(products.map((known) => checkProduct({ db }, pass, known)));
  return db.transact({ shop }, function* (): Steps<string[]> {
    const again = new Set<string>();
    for (const [at, product] of checked.entries()) {
      const rowId = products[at]?.rowId ?? 0;
      const others = product ? yield* storeFindings({ shop, target }, product) : yield* dropFindings({ shop, rowId });
      for (const id of others) again.add(id);
    }
    return [...again];
  });
}

/** @returns null for a product that is not in the shop any more */
async function checkProduct(
  { db }: Pick<Deps, "db">,
  { shop, target, rules, bits, check }: Pass,
  known: KnownProduct,
): Promise<CheckedProduct | null> {
  const product = known.goneAt === null ? await readProduct({ db }, shop, productIdSchema.parse(known.id)) : null;
  if (!product || product.goneAt !== null) return null;
  const source = await readLiveProduct({ db }, { shop, product, target });
  const alike = await findAlike({ db }, { product, target, config: source.config, bits });
  const inputs = checksOfLive(source);
  const results = inputs.length === 0 ? [] : await withinTime(() => check(source, inputs));
  let thin = 0;
  for (const [name, body] of liveBodies(product.live))
    if (isThin(name, body)) thin |= bits.get(configNameOf(name)) ?? 0;
  return {
    ...findingsOf(results, bits),
    rowId: product.rowId,
    liveDigest: known.liveDigest,
    // What was read before: a change since then is seen by the next check.
    checked: stateOf(rules, known),
    thin,
    outdated: await db.do(outdatedTexts({ shop, product, target, bits })),
    alike,
  };
}

/** A text that takes too long has no findings: the next product is not to wait for it. */
async function withinTime<T>(check: () => Promise<T[]>): Promise<T[]> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof OperationalError && error.code === "too_much_at_once") return [];
    throw error;
  }
}

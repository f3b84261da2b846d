import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { readShop } from "../../catalog/read-shop.ts";
import type { AppContext } from "../../context.server.ts";
import { readSpend } from "../../credits/read-spend.ts";
import { recentFigures } from "../../credits/recent-figures.ts";
import { get } from "../../db/steps.ts";
import { generateJob } from "../../generation/jobs.ts";
import { countTexts } from "../../health/count-texts.ts";
import { isCheckUnderWay } from "../../health/is-check-under-way.ts";
import { listFailedGroups } from "../../jobs/list-failed.ts";
import { slotsOfShop } from "../../jobs/shop-slots.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { publishJob, undoJob } from "../../publishing/jobs.ts";
import { readPace } from "../../review/read-pace.ts";
import type { HomeData, WritingPause } from "../../ui/home/home-view.ts";
import { isOpen } from "../../ui/runs/run-view.ts";
import type { PauseReason } from "../../ui/shop-notices-view.ts";
import { readShopNotices } from "../shop-notices.ts";
import { readShopWork } from "../shop-work.ts";
import { countNewWithoutTexts } from "./count-new.ts";
import { readImport } from "./read-import.ts";
import { readObservation } from "./read-observation.ts";
import { readSetup } from "./read-setup.ts";
import { readStopped } from "./read-stopped.ts";
import { readWeek } from "./read-week.ts";

type Deps = Pick<AppContext, "db" | "clock" | "models">;

const pausedSql = `SELECT coalesce(sum(total - done - failed - conflict - cancelled), 0) AS count FROM jobs
  WHERE shop = @shop AND finished_at IS NULL AND pause_reason IS NOT NULL`;
/** Runs of which each item is a product that a person wanted something done with. */
const ofProducts = [generateJob.kind, publishJob.kind, undoJob.kind];

/** All that Home shows: what needs this person now, what runs, what the last week brought. */
export async function readHomePage(
  deps: Deps,
  { shop, person }: { shop: ShopDomain; person: string },
  params: URLSearchParams,
): Promise<HomeData> {
  const { db, clock } = deps;
  const now = clock.now();
  const row = await readShop({ db }, shop);
  const target = await readPrimaryTarget({ db }, shop);
  const { pauses, ...notices } = await readShopNotices(deps, shop);
  const work = await readShopWork(deps, shop);
  const spend = await readSpend(deps, shop);
  const week = await readWeek(deps, { shop, target });
  const imported = row?.importedAt != null;
  const catalogue = await db.do(countTexts(shop));
  const { setup, isDone } = await readSetup(deps, { shop, imported, catalogue, params });
  const failed = await db.do(listFailedGroups({ shop, kinds: ofProducts }));
  return {
    imported,
    importedAt: row?.importedAt ?? null,
    importing: await readImport(deps, shop),
    catalogue: { ...catalogue, checking: await db.do(isCheckUnderWay(shop)) },
    newWithoutTexts: await db.do(countNewWithoutTexts(shop, now)),
    failed: failed.reduce((sum, { items }) => sum + items, 0),
    waitingItems: (await db.do(get<{ count: number }>(pausedSql, { shop })))?.count ?? 0,
    perProduct: await readPerProduct(deps, shop),
    stopped: await db.do(readStopped({ shop, person, target })),
    pace: await db.do(readPace({ shop, person })),
    running: work.jobs.filter(isOpen),
    paused: pauses.map(({ reason }) => reason).find(ofWriting) ?? null,
    // What pauses the writing is the card of what comes next, which stands aside while the first steps are shown.
    onTop: { ...notices, pauses: setup ? pauses : pauses.filter(({ reason }) => !ofWriting(reason)) },
    week: { ...week, capNanos: spend.dailyCostCapNanos, credits: spend.availableCredits },
    observation: await readObservation(deps, { shop, target }),
    setup,
    canSetUp: !isDone,
    now,
  };
}

function ofWriting(reason: PauseReason): reason is WritingPause {
  return reason !== "reauth" && reason !== "scope" && reason !== "market_content";
}

/** What a product takes when texts are written for it, by the shop's newest runs. */
async function readPerProduct(deps: Deps, shop: ShopDomain): Promise<HomeData["perProduct"]> {
  const { creditsOf } = await deps.models.forShop(shop);
  const timed = (await recentFigures(deps, shop)).filter((one) => one.agentModel === "v1" && one.callsMs !== null);
  const products = timed.reduce((sum, one) => sum + one.products, 0);
  const callsMs = timed.reduce((sum, one) => sum + (one.callsMs ?? 0) * one.products, 0);
  const slots = await deps.db.do(slotsOfShop(shop));
  return { credits: creditsOf("v1"), ms: products === 0 ? null : callsMs / products / slots };
}

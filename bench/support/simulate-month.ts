import { and, eq } from "drizzle-orm";
import { readStorage } from "../../app/db/read-storage.ts";
import { versions } from "../../app/db/schema/index.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { type ProductId, productIdSchema } from "../../app/lib/brand.ts";
import { startPublishing } from "../../app/publishing/start-publishing.ts";
import { startUndo } from "../../app/publishing/start-undo.ts";
import type { RetentionConfig } from "../../app/tasks/retention/all-retentions.ts";
import { contentTypeNames } from "../../app/texts/content-types.ts";
import { approveVersions } from "../../app/versions/approve-versions.ts";
import { rejectVersion } from "../../app/versions/reject-version.ts";
import { dayMs, type GrowthWorld, openGrowthWorld, shop } from "./growth-world.ts";

/** Of the catalogue, each day. 1 % of the products with five texts each: 5,000 texts of 100,000 products. */
const changed = 0.03;
const written = 0.01;
const left = 0.001;
/** Texts of the first of them. */
const rejected = 2;

/** So short that all of it is over by the tenth day: how much is there at a time follows from the times alone. */
export const monthConfig: RetentionConfig = {
  KEEP_HIDDEN_JOBS_DAYS: 1,
  KEEP_JOBS_DAYS: 5,
  KEEP_WEBHOOK_IDS_DAYS: 4,
  KEEP_ANSWERS_DAYS: 2,
  KEEP_EXAMINATIONS_DAYS: 2,
  KEEP_UNDO_DAYS: 4,
  KEEP_DRAFTS_DAYS: 4,
  KEEP_PUBLISHED_DAYS: 6,
  KEEP_GONE_PRODUCTS_DAYS: 4,
  KEEP_LEDGER_DAYS: 6,
  KEEP_FEEDBACK_DAYS: 6,
  KEEP_SPEND_DAYS: 7,
  KEEP_ACTIVITY_DAYS: 6,
};

export interface DayFigures {
  day: number;
  /** by table, those that hold any */
  rows: Record<string, number>;
  fileBytes: number;
  logBytes: number;
  /** the part of the file that holds something */
  usedBytes: number;
  longestStepMs: number;
}

export interface MonthOptions {
  size: number;
  days: number;
  config?: RetentionConfig;
  /** called after each day */
  onDay?: (figures: DayFigures) => void;
}

/**
 * A shop whose texts were all written and published lives for some days: products change and leave and come, texts are written again,
 * approved or rejected, published, some undone; each night the catalogue is imported and the worker's maintenance runs.
 */
export async function simulateMonth({ size, days, config = monthConfig, onDay }: MonthOptions): Promise<DayFigures[]> {
  const world = await openGrowthWorld({ size, config });
  try {
    await world.startImport();
    await world.workOff();
    await writeAgain(world, 0, idsOf(world));
    world.advance(dayMs);
    const figures: DayFigures[] = [];
    for (let day = 1; day <= days; day++) {
      const startedAt = world.clock.now();
      await liveADay(world, day, size);
      await world.startImport();
      await world.workOff();
      const { longestStepMs } = await world.keepUp();
      world.advance(Math.max(0, dayMs - (world.clock.now() - startedAt)));
      figures.push({ day, longestStepMs, ...(await measure(world)) });
      const last = figures.at(-1);
      if (last) onDay?.(last);
    }
    return figures;
  } finally {
    await world.close();
  }
}

async function liveADay(world: GrowthWorld, day: number, size: number): Promise<void> {
  const ids = idsOf(world);
  const some = (share: number, salt: number) => pickRound(ids, Math.max(1, Math.round(size * share)), day * 7 + salt);
  for (const id of some(changed, 0)) world.state.sellProduct(shop, id);
  for (const id of some(changed / 3, 3)) world.state.patchProduct(shop, id, { vendor: `Vendor ${day % 5}` });
  const leaving = some(left, 5);
  for (const id of leaving) world.state.deleteProduct(shop, id);
  world.state.generate(shop, leaving.length, 1, day);
  await world.workOff();
  const count = Math.max(1, Math.round(size * written));
  // One after the other through the catalogue, so that each product has its turn.
  const start = ((day - 1) * count) % Math.max(1, ids.length - count);
  await writeAgain(
    world,
    day,
    ids.slice(start, start + count).filter((id) => !leaving.includes(id)),
  );
}

async function writeAgain(world: GrowthWorld, day: number, productIds: readonly ProductId[]): Promise<void> {
  const by = "month";
  const asked = {
    shop,
    productIds: [...productIds],
    contentTypes: contentTypeNames,
    agentModel: "v1",
    createdBy: by,
    // The same request would get the same texts, which are live already: each day is to have as much to publish.
    notes: `For day ${day}.`,
  } as const;
  await startGeneration(world, asked);
  await world.workOff();
  const [first] = productIds;
  const drafts = await world.db.orm
    .select({ id: versions.id })
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.productId, first ?? ""), eq(versions.state, "draft")));
  for (const { id } of drafts.slice(0, rejected)) await rejectVersion(world, { shop, versionId: id, by });
  await approveVersions(world, { shop, productIds, by, onlyClean: true });
  const jobId = await startPublishing(world, { shop, productIds, createdBy: by });
  await world.workOff();
  const sql = "SELECT id FROM write_backs WHERE shop = ? AND job_id = ? AND state = 'verified' ORDER BY id LIMIT ?";
  const undone = world.db.raw
    .prepare(sql)
    .pluck()
    .all(shop, jobId, Math.ceil(productIds.length / 10)) as string[];
  if (undone.length === 0) {
    // The same request as before gets the same texts, which are live already: then there is nothing to undo.
    const others = world.db.raw
      .prepare("SELECT count(*) FROM job_items WHERE shop = ? AND job_id = ? AND status <> 'done'")
      .pluck()
      .get(shop, jobId);
    if (others !== 0) throw new Error("nothing was published");
    return;
  }
  await startUndo(world, { shop, writeBackIds: undone, createdBy: by });
  await world.workOff();
}

function idsOf({ db }: GrowthWorld): ProductId[] {
  const sql = "SELECT id FROM products WHERE shop = ? AND gone_at IS NULL ORDER BY id";
  return (db.raw.prepare(sql).pluck().all(shop) as string[]).map((id) => productIdSchema.parse(id));
}

/** Spread over the list, others each day. */
function pickRound<T>(list: readonly T[], count: number, seed: number): T[] {
  const step = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, i) => (i + seed) % step === 0).slice(0, count);
}

async function measure({ db }: GrowthWorld): Promise<Omit<DayFigures, "day" | "longestStepMs">> {
  const names =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'";
  const tables = db.raw.prepare(names).pluck().all() as string[];
  const count = (table: string) => Number(db.raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());
  const rows = Object.fromEntries(tables.map((table) => [table, count(table)] as const).filter(([, many]) => many > 0));
  const { fileBytes, logBytes, reusableBytes } = await readStorage(db, { minFreeBytes: 0 });
  return { rows, fileBytes, logBytes, usedBytes: fileBytes - reusableBytes };
}

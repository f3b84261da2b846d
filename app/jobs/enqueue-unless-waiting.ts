import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { jobItems } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";
import { enqueueJobIn, type NewItem, type NewJob } from "./enqueue-job.ts";

/** Asks for a job of one item; nothing happens while one of its kind about the same subject waits to begin. */
export async function enqueueUnlessWaiting<Payload, Item>(
  { db, clock }: { db: Db; clock: Clock },
  { item, ...input }: Omit<NewJob<Payload, Item>, "items"> & { item: NewItem<NoInfer<Item>> },
): Promise<void> {
  const { shop, job } = input;
  await db.transact({ shop }, function* (tx) {
    const waiting = and(
      eq(jobItems.shop, shop),
      eq(jobItems.subject, item.subject),
      eq(jobItems.kind, job.kind),
      eq(jobItems.status, "queued"),
    );
    const found = yield* q(tx.select({ seq: jobItems.seq }).from(jobItems).where(waiting).limit(1));
    if (found.length === 0) yield* enqueueJobIn(clock, { ...input, items: [item] });
  });
}

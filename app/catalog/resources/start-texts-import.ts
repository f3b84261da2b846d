import type { Db } from "../../db/open.ts";
import { enqueueUnlessWaiting } from "../../jobs/enqueue-unless-waiting.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { importTextsJob } from "../jobs.ts";

/** Asks for a shop's texts beside its products to be read; nothing happens while one such job waits to begin. */
export async function startTextsImport(
  deps: { db: Db; clock: Clock },
  { shop, createdBy }: { shop: ShopDomain; createdBy: string },
): Promise<void> {
  await enqueueUnlessWaiting(deps, {
    job: importTextsJob,
    shop,
    title: "Read pages, menus and other texts",
    payload: {},
    item: { subject: "texts", payload: null },
    priority: 0,
    createdBy,
  });
}

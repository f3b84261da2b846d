import { chargeItem } from "../../app/credits/charge-item.ts";
import { openDatabase } from "../../app/db/open.ts";

/** Charges every item of a job, as a worker of its own would. Arguments: file, shop, job id, number of items. */
const [file = "", shop = "", jobId = "", items = "0"] = process.argv.slice(2);
const db = openDatabase({ file, busyTimeoutMs: 10_000, tenantGuard: true });
for (let itemSeq = 0; itemSeq < Number(items); itemSeq++) {
  await db.transact({ shop }, () => chargeItem({ shop, jobId, itemSeq }, { credits: 1, now: Date.now() }));
}
db.close();

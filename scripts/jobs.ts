import { randomUUID } from "node:crypto";
import { readDatabaseFile } from "../app/config.ts";
import { reserveRetry } from "../app/credits/reserve-run.ts";
import { assertOfThisVersion } from "../app/db/look-after-file.ts";
import { migrationsFolder, openDatabase } from "../app/db/open.ts";
import { type NoteAct, recordAct } from "../app/db/record-act.ts";
import { shopsWithOutage, tryNow } from "../app/jobs/breaker.ts";
import { type FailedGroup, listAllFailedGroups, listFailedJobs } from "../app/jobs/list-failed.ts";
import { retryFailedItems } from "../app/jobs/retry-failed.ts";
import { systemClock } from "../app/lib/clock.ts";

const help = `npm run jobs -- COMMAND
  failed                        what failed and is tried no more by itself, by shop, kind and reason
  retry [--shop S] [--kind K] [--code C]   try it again: all, or what matches
  probe [--shop S]              after an outage: ask at once whether Shopify and the model answer again

All print JSON, one line a group or shop. The database is DATABASE_FILE (default data/shelfwright.sqlite); the app may run.`;

async function main([command, ...options]: string[]): Promise<number> {
  if (command !== "failed" && command !== "retry" && command !== "probe") {
    console.log(help);
    return command === undefined || command === "--help" ? 0 : 1;
  }
  const wanted = readOptions(options);
  const file = readDatabaseFile();
  assertOfThisVersion(file, migrationsFolder());
  const db = openDatabase({ file, busyTimeoutMs: 5_000 });
  try {
    if (command === "probe") {
      const shops = await db.do(shopsWithOutage());
      for (const { shop } of shops.filter(({ shop }) => (wanted.shop ?? shop) === shop)) {
        const outcome = await db.transact({ shop }, () => tryNow({ shop, now: systemClock.now() }));
        console.log(JSON.stringify({ shop, outcome }));
      }
      return 0;
    }
    const groups = (await db.do(listAllFailedGroups())).filter(
      (group) =>
        (wanted.shop === undefined || group.shop === wanted.shop) &&
        (wanted.kind === undefined || group.kind === wanted.kind) &&
        (wanted.code === undefined || group.code === wanted.code),
    );
    for (const group of groups) {
      if (command === "failed") console.log(JSON.stringify(group));
      else console.log(JSON.stringify({ ...group, retried: await retryGroup(group) }));
    }
    return 0;
  } finally {
    db.close();
  }

  /** How many items are tried again; one line in the shop's log. */
  async function retryGroup({ shop, kind, code }: FailedGroup): Promise<number> {
    const requestKey = randomUUID();
    const note: NoteAct = (act) =>
      recordAct({ ...act, shop, at: systemClock.now(), by: "operator", action: "failed.retry", requestKey });
    const deps = { db, clock: systemClock, note };
    let retried = 0;
    for (const { jobId, items } of await db.do(listFailedJobs({ shop, kind, code }))) {
      await reserveRetry(deps, { shop, jobId, items });
      retried += await retryFailedItems(deps, { shop, jobId, code });
    }
    return retried;
  }
}

/** @throws naming an option that there is not */
function readOptions(given: readonly string[]): { shop?: string; kind?: string; code?: string } {
  const read: Record<string, string> = {};
  for (let at = 0; at < given.length; at += 2) {
    const [name, value] = [given[at], given[at + 1]];
    if (!name || !["--shop", "--kind", "--code"].includes(name) || value === undefined) {
      throw new RangeError(`${name ?? ""}: use --shop, --kind or --code, each with a value`);
    }
    read[name.slice(2)] = value;
  }
  return read;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : "the command stopped for an unknown reason");
  process.exitCode = 1;
}

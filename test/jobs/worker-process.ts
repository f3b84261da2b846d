import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { openDatabase } from "../../app/db/open.ts";
import { createWorker } from "../../app/jobs/create-worker.ts";
import type { ItemContext, ItemOutcome } from "../../app/jobs/task.ts";
import { systemClock } from "../../app/lib/clock.ts";
import { createLogger } from "../../app/lib/logger.ts";

/** A worker in a process of its own: `worker-process.ts DATABASE FOLDER LEASE_MS`. What it does is written to FOLDER/log. */
const [file = "", folder = "", leaseMs = ""] = process.argv.slice(2);
const db = openDatabase({ file });
const say = (words: string) => appendFileSync(`${folder}/log`, `${words}\n`);

const deeds: Record<string, (context: ItemContext, subject: string) => Promise<void>> = {
  async quick() {
    await pause(3);
  },
  async hang() {
    await new Promise(() => {});
  },
  async die() {
    process.kill(process.pid, "SIGKILL");
  },
  /** waits for FOLDER/go without a look at its signal, then asks both guards */
  async guarded(context) {
    while (!existsSync(`${folder}/go`)) await pause(2);
    await context.assertStillWanted().catch((error: Error) => say(`refused ${error.name} by assertStillWanted`));
    await db
      .transact("all shops", () => context.assertLease())
      .catch((error: Error) => say(`refused ${error.name} by assertLease`));
  },
};

const worker = createWorker({
  db,
  clock: systemClock,
  logger: createLogger("test", "silent"),
  slots: 4,
  leaseMs: Number(leaseMs),
  perShopSlots: () => 100,
  tasks: [
    {
      kind: "test",
      payload: z.object({ deed: z.string() }),
      item: z.string(),
      exclusiveGroup: "product",
      async run(context: ItemContext, payload: unknown, item: unknown): Promise<ItemOutcome> {
        const { deed } = payload as { deed: string };
        const subject = String(item);
        say(`start ${subject} ${process.pid}`);
        await deeds[subject.startsWith("deadly") ? "die" : deed]?.(context, subject);
        say(`end ${subject} ${process.pid}`);
        return { outcome: "done" };
      },
    },
  ],
});
worker.start();
writeFileSync(`${folder}/up-${process.pid}`, "");
process.on("SIGTERM", () => void worker.stop({ drainMs: 200 }).then(() => process.exit(0)));

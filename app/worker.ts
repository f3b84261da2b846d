import { ConfigError, readConfig } from "./config.ts";
import { type AppContext, createContext } from "./context.server.ts";
import { DatabaseRefused } from "./db/migrate.ts";
import { createWorker } from "./jobs/create-worker.ts";
import { isMain } from "./lib/is-main.ts";
import { describeError } from "./lib/logger.ts";
import { stopReason } from "./lib/stop-reason.ts";
import { writeRunMail } from "./pages/mail/write-run-mail.ts";
import { allTasks } from "./tasks/all-tasks.ts";
import type { Mail } from "./tasks/mail-end.ts";
import { startMaintenance } from "./tasks/maintenance.ts";

/** How long a stop waits for items under way; then their leases are released. */
const drainMs = 10_000;

/** Works off jobs until SIGTERM or SIGINT. */
export async function runWorker(): Promise<void> {
  const context = createContext({ config: readConfig(), role: "worker" });
  const { config, db, clock, logger } = context;
  const worker = createWorker({
    db,
    clock,
    logger,
    tasks: allTasks({ ...context, mail: mailOf(context) }),
    slots: config.WORKER_SLOTS,
    leaseMs: config.JOB_LEASE_MS,
    vitals: context.vitals,
    patienceMs: config.OUTAGE_PATIENCE_HOURS * 3_600_000,
  });
  const maintenance = startMaintenance(context);
  worker.start();
  logger.info({}, "worker is running");
  process.send?.("ready");
  let stopping = false;
  const stop = (reason?: unknown) => {
    if (stopping) return;
    stopping = true;
    logger.info({ reason: stopReason(reason) }, "worker is stopping");
    maintenance.stop();
    worker
      .stop({ drainMs })
      .catch((error: unknown) => logger.error({ error: describeError(error) }, "the worker did not stop cleanly"))
      .then(() => context.close())
      .finally(() => process.exit(0));
  };
  process.on("SIGTERM", stop).on("SIGINT", stop).on("disconnect", stop);
}

/** How mail leaves this installation; null where the operator has set up none. */
function mailOf({ db, config }: Pick<AppContext, "db" | "config">): Mail | null {
  const { MAIL_URL: server, MAIL_FROM: from } = config;
  if (!server || !from) return null;
  return { server, from, write: (shop, jobId) => writeRunMail({ db, config }, shop, jobId) };
}

if (isMain(import.meta.url)) {
  runWorker().catch((error: unknown) => {
    const words = error instanceof Error ? error.message : "unknown reason";
    process.stderr.write(
      `${error instanceof ConfigError || error instanceof DatabaseRefused ? error.message : `Shelfwright's worker stopped: ${words}`}\n`,
    );
    process.exit(error instanceof DatabaseRefused ? error.exitCode : 1);
  });
}

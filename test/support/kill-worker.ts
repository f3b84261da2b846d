import { once } from "node:events";
import { readJob } from "../../app/jobs/read-jobs.ts";
import { retryFailedItems } from "../../app/jobs/retry-failed.ts";
import type { JobId, ShopDomain } from "../../app/lib/brand.ts";
import { createRandom } from "../../sandbox/shared/random.ts";
import { type Shelfwright, until } from "./start-shelfwright.ts";

/**
 * Kills the worker whenever the outside has seen a random number of further calls, wherever the worker then is.
 * @returns how often it was killed before the job ended
 */
export async function killWhileRunning(
  system: Shelfwright,
  job: { shop: ShopDomain; jobId: JobId },
  { times, calls, mostCalls = 9, seed }: { times: number; calls: () => number; mostCalls?: number; seed: number },
): Promise<number> {
  const random = createRandom(seed);
  for (let kills = 0; kills < times; kills++) {
    const next = calls() + 1 + Math.floor(random.next() * mostCalls);
    const ended = await until("a further call or the job's end", async () => {
      if (calls() >= next) return "called";
      return (await readJob(system, job))?.finishedAt ? "ended" : undefined;
    });
    if (ended === "ended") return kills;
    const { worker } = system.app;
    const exited = once(worker, "exit");
    worker.kill("SIGKILL");
    await exited;
    await system.app.startWorker();
  }
  return times;
}

/** An item that was in the hands of three killed workers is set aside as poison; a person asks for it again. */
export async function finishAll(system: Shelfwright, job: { shop: ShopDomain; jobId: JobId }): Promise<string> {
  for (;;) {
    const status = await system.finish(job.shop, job.jobId);
    if (status === "completed" || (await retryFailedItems(system, job)) === 0) return status;
  }
}

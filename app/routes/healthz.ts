import type { LoaderFunctionArgs } from "@remix-run/node";
import { health } from "../jobs/health.ts";

/** Above this wait of the oldest runnable item the worker is stuck or missing, although this process is up. */
const longestWaitMs = 120_000;

export async function loader({ context }: LoaderFunctionArgs) {
  const { oldestRunnableMs, workersAlive } = await health(context.app);
  const ok = oldestRunnableMs <= longestWaitMs;
  return Response.json(
    { status: ok ? "ok" : "stuck", oldest_runnable_ms: oldestRunnableMs, workers: workersAlive },
    { status: ok ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { health } from "../jobs/health.ts";

/** Above this wait of the oldest runnable item the worker is stuck or missing, although this process is up. */
const longestWaitMs = 120_000;

export async function loader({ context }: LoaderFunctionArgs) {
  const { oldestRunnableMs, workersAlive } = await health(context.app);
  const skew = context.app.clockWatch.skewSeconds();
  const status = skew !== null ? "wrong_clock" : oldestRunnableMs <= longestWaitMs ? "ok" : "stuck";
  const ok = status === "ok";
  return Response.json(
    { status, oldest_runnable_ms: oldestRunnableMs, workers: workersAlive, clock_skew_seconds: skew },
    { status: ok ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}

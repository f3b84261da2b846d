import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerHealth } from "../watch/answer-health.ts";

/** For a load balancer: 503 when pages and webhooks cannot be answered. */
export function loader({ context }: LoaderFunctionArgs) {
  return answerHealth(context.app.watch, "ready");
}

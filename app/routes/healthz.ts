import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerHealth } from "../watch/answer-health.ts";

/** For a supervisor: 503 when a restart may help. */
export function loader({ context }: LoaderFunctionArgs) {
  return answerHealth(context.app.watch, "live");
}

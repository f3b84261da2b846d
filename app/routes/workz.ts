import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerHealth } from "../watch/answer-health.ts";

/** For a monitor that wakes somebody: 503 when work is not done as it should be. */
export function loader({ context }: LoaderFunctionArgs) {
  return answerHealth(context.app.watch, "work");
}

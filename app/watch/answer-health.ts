import { isWell, type Question } from "./check-health.ts";
import type { Watch } from "./create-watch.ts";

/**
 * The answer of a health route: always all checks, and 503 when one fails that the question is about. Anybody may ask, so it
 * names no shop, address or secret.
 */
export async function answerHealth(watch: Pick<Watch, "health">, question: Question): Promise<Response> {
  const health = await watch.health();
  return Response.json(health, {
    status: isWell(health, question) ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}

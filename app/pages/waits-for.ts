import { importJob } from "../catalog/jobs.ts";
import type { AppContext } from "../context.server.ts";
import { generateJob } from "../generation/jobs.ts";
import { openBreakers } from "../jobs/breaker.ts";
import { listPauses } from "../jobs/pause.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Provider } from "../lib/errors.ts";
import { publishJob, undoJob } from "../publishing/jobs.ts";

/** The kinds of job that people see → who outside must answer for them, as their tasks declare it. */
export const outsideOf: Readonly<Record<string, Provider>> = {
  [importJob.kind]: "shopify",
  [publishJob.kind]: "shopify",
  [undoJob.kind]: "shopify",
  [generateJob.kind]: "model",
};

const pausesOf: Record<Provider, readonly string[]> = {
  shopify: ["reauth", "scope"],
  model: ["billing", "model_key", "model_settings", "spend_cap"],
};
const names: Record<Provider, string> = { shopify: "Shopify", model: "the model" };

/** Whom an unfinished job waits for, null when all that it needs answer. */
export function waitsFor(
  away: readonly { provider: Provider }[],
  job: { kind: string; finishedAt: number | null },
): Provider | null {
  const needed = outsideOf[job.kind];
  return job.finishedAt === null && away.some(({ provider }) => provider === needed) ? (needed ?? null) : null;
}

/**
 * What a person hears who started work.
 * @param words.begins when it begins at once: "Generating content for 3 products"
 * @param words.queued what waits otherwise: "3 products are queued"
 * @param refused why the model cannot be called at all, where that is known before the first call
 */
export async function startedWords(
  { db }: Pick<AppContext, "db">,
  shop: ShopDomain,
  { kind, begins, queued, refused = false }: { kind: string; begins: string; queued: string; refused?: boolean },
): Promise<string> {
  const needed = outsideOf[kind];
  if (needed === undefined) return begins;
  const pauses = await listPauses({ db }, shop);
  if (refused || pauses.some(({ reason }) => pausesOf[needed].includes(reason))) {
    return `${queued} and paused: see ${refused ? "Settings" : "the top of the page"}`;
  }
  const isAway = (await db.do(openBreakers(shop))).some(({ provider }) => provider === needed);
  return isAway ? `${queued}: it starts once ${names[needed]} answers` : begins;
}

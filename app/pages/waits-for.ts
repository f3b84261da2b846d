import type { i18n } from "i18next";
import { summariseJob } from "../analysis/jobs.ts";
import { importJob, importTextsJob } from "../catalog/jobs.ts";
import { classifyJob } from "../classification/jobs.ts";
import type { AppContext } from "../context.server.ts";
import { adaptJob } from "../generation/adapt/jobs.ts";
import { generateJob } from "../generation/jobs.ts";
import { translateJob } from "../generation/translate/jobs.ts";
import { openBreakers } from "../jobs/breaker.ts";
import { listPauses } from "../jobs/pause.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Provider } from "../lib/errors.ts";
import { publishJob, undoJob } from "../publishing/jobs.ts";

/** The kinds of job that people see → who outside must answer for them, as their tasks declare it. */
export const outsideOf: Readonly<Record<string, Provider>> = {
  [importJob.kind]: "shopify",
  [importTextsJob.kind]: "shopify",
  [publishJob.kind]: "shopify",
  [undoJob.kind]: "shopify",
  [generateJob.kind]: "model",
  [translateJob.kind]: "model",
  [summariseJob.kind]: "model",
  [adaptJob.kind]: "model",
  [classifyJob.kind]: "model",
};

const pausesOf: Record<Provider, readonly string[]> = {
  shopify: ["reauth", "scope"],
  model: ["billing", "model_key", "model_settings", "spend_cap"],
};

/** Whom an unfinished job waits for, null when all that it needs answer. */
export function waitsFor(
  away: readonly { provider: Provider }[],
  job: { kind: string; finishedAt: number | null },
): Provider | null {
  const needed = outsideOf[job.kind];
  return job.finishedAt === null && away.some(({ provider }) => provider === needed) ? (needed ?? null) : null;
}

/** Work that a person started, in the words of their language. */
export interface StartedWork {
  t: i18n["t"];
  kind: string;
  /** when it begins at once: "Writing texts for 3 products" */
  begins: string;
  /** what waits otherwise: "Writing for 3 products is queued" */
  queued: string;
  /** the model cannot be called at all, as is known before the first call */
  refused?: boolean;
}

/** What a person hears who started work. */
export async function startedWords(
  { db }: Pick<AppContext, "db">,
  shop: ShopDomain,
  { t, kind, begins, queued, refused = false }: StartedWork,
): Promise<string> {
  const needed = outsideOf[kind];
  if (needed === undefined) return begins;
  const pauses = await listPauses({ db }, shop);
  if (refused || pauses.some(({ reason }) => pausesOf[needed].includes(reason))) {
    return t(refused ? "answers:started.pausedSettings" : "answers:started.pausedTop", { queued });
  }
  const isAway = (await db.do(openBreakers(shop))).some(({ provider }) => provider === needed);
  if (!isAway) return begins;
  return t(needed === "shopify" ? "answers:started.waitsShopify" : "answers:started.waitsModel", { queued });
}

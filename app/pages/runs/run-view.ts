import { z } from "zod";
import { shopMarketsOf } from "../../catalog/translations/shop-languages.ts";
import { translationTargetsOf } from "../../catalog/translations/translation-targets.ts";
import type { Db } from "../../db/open.ts";
import type { Steps } from "../../db/steps.ts";
import { chosenProducts } from "../../generation/translate/chosen-products.ts";
import type { JobRow } from "../../jobs/read-jobs.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { pick } from "../../lib/pick.ts";
import { publishJob } from "../../publishing/jobs.ts";
import { readUndone } from "../../publishing/read-undo.ts";
import { labelOfName } from "../../rules/content-types/label-of-name.ts";
import { configNameOf } from "../../texts/slot.ts";
import type { RunView } from "../../ui/runs/run-view.ts";
import { waitsFor } from "../waits-for.ts";

const shownOfJob = [
  "id",
  "kind",
  "title",
  "status",
  "total",
  "done",
  "failed",
  "conflict",
  "cancelled",
  "message",
  "createdAt",
  "startedAt",
  "finishedAt",
] as const;

/** What a page shows of a payload: that of another kind of job has none of it. */
const shownPayloadSchema = z
  .object({
    contentTypes: z.array(z.string()).catch([]),
    onlyMissing: z.boolean().catch(false),
    products: z.number().optional().catch(undefined),
    targets: z.array(z.object({ locale: z.string(), market: z.string() })).catch([]),
    locales: z.array(z.string()).catch([]),
    markets: z.array(z.string()).catch([""]),
  })
  .catch({ contentTypes: [], onlyMissing: false, targets: [], locales: [], markets: [] });

/** Runs with what became of those that published. @param away who does not answer now */
export async function runViews(
  { db }: { db: Db },
  shop: ShopDomain,
  { rows, away }: { rows: readonly JobRow[]; away: Away },
): Promise<RunView[]> {
  const published = rows.filter(({ kind, finishedAt }) => kind === publishJob.kind && finishedAt !== null);
  const undone = await db.do(readUndone({ shop, jobIds: published.map(({ id }) => id) }));
  const views: RunView[] = [];
  for (const row of rows) {
    views.push({ ...(await runView({ db }, shop, { row, away })), undone: undone.get(row.id) ?? null });
  }
  return views;
}

type Away = Parameters<typeof waitsFor>[0];

/** By name: the rest of a job's payload stays here. @param away who does not answer now */
export async function runView(
  { db }: { db: Db },
  shop: ShopDomain,
  { row, away }: { row: JobRow; away: Away },
): Promise<RunView> {
  const { contentTypes, onlyMissing, products, ...whom } = shownPayloadSchema.parse(row.payload);
  const names = [...new Set(contentTypes.map(configNameOf))];
  const open = row.finishedAt === null;
  const chosen = products === undefined ? null : await db.do(chosenProducts({ shop, jobId: row.id, products }));
  return {
    ...pick(row, shownOfJob),
    // Of a run whose items stand for many each is one of these once it is done: how far it is is told in products.
    total: Math.max(chosen ?? 0, row.total),
    chosen,
    texts: names.map((name) => ({ name, label: labelOfName(name) })),
    onlyMissing,
    whom: await db.do(whomOf(shop, whom)),
    waitingFor: waitsFor(away, row),
    paused: row.pauseReason !== null && open,
    held: row.heldAt !== null && open,
    cancelling: row.cancelRequestedAt !== null && open,
  };
}

/** For which languages and markets a run is: those that it was given one by one, or each of the languages in each of the markets. */
function* whomOf(
  shop: ShopDomain,
  given: { targets: { locale: string; market: string }[]; locales: string[]; markets: string[] },
): Steps<NonNullable<RunView["whom"]>> {
  const { targets, locales, markets } = given;
  const whom =
    targets.length > 0 ? targets : locales.flatMap((locale) => markets.map((market) => ({ locale, market })));
  if (whom.every(({ market }) => market === "")) return whom.map(({ locale }) => ({ locale, market: null }));
  const offered = new Set((yield* translationTargetsOf(shop)).map(({ locale, market }) => `${locale} ${market}`));
  const names = new Map((yield* shopMarketsOf(shop)).map(({ id, name }) => [id, name]));
  return whom.flatMap(({ locale, market }): NonNullable<RunView["whom"]> => {
    if (market === "") return [{ locale, market: null }];
    // A run of several languages leaves a market out where it does not offer one of them.
    if (targets.length === 0 && !offered.has(`${locale} ${market}`)) return [];
    return [{ locale, market: names.get(market) ?? market }];
  });
}

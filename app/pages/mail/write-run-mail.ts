import { readShop } from "../../catalog/read-shop.ts";
import type { AppContext } from "../../context.server.ts";
import { readRun } from "../../credits/read-run.ts";
import { generateJob } from "../../generation/jobs.ts";
import { translateJob } from "../../generation/translate/jobs.ts";
import { formatsOf } from "../../i18n/formats.ts";
import { wordsForShop } from "../../i18n/words-of.server.ts";
import { hiddenKinds } from "../../jobs/hidden-kinds.ts";
import { readJob } from "../../jobs/read-jobs.ts";
import type { JobId, ShopDomain } from "../../lib/brand.ts";
import { publishJob, undoJob } from "../../publishing/jobs.ts";
import { adminAddress } from "../../shopify/admin-address.ts";
import type { Written } from "../../tasks/mail-end.ts";
import { nextStep } from "../../ui/runs/next-step.ts";
import { runWords, textInWords } from "../../ui/runs/run-words.ts";
import { stepInWords } from "../../ui/runs/step-words.ts";
import { writtenParts } from "../../ui/runs/written-parts.ts";
import { readWritten } from "../runs/read-written.ts";
import { runViews } from "../runs/run-view.ts";
import { readWaiting } from "../waiting.ts";
import { layOutMail } from "./lay-out-mail.ts";

const ofOneProduct: ReadonlySet<string> = new Set([generateJob.kind, translateJob.kind, publishJob.kind, undoJob.kind]);

type Deps = Pick<AppContext, "db"> & { config: Pick<AppContext["config"], "SHOPIFY_ADMIN_ORIGIN" | "SHOPIFY_API_KEY"> };

/**
 * The mail about the end of a run, in the shop's own language: what became of its products, and where to go on. Counts and names
 * only, never a text of a product. Null for work that no page shows, for what a person stopped, and for work about one product,
 * which waits in great numbers while something outside is away.
 */
export async function writeRunMail(deps: Deps, shop: ShopDomain, jobId: JobId): Promise<Written> {
  const of = { shop, jobId };
  const row = await readJob(deps, of);
  if (!row || hiddenKinds.includes(row.kind)) return null;
  if (row.finishedAt === null) return "goes_on";
  if (row.status === "cancelled" || (row.total === 1 && ofOneProduct.has(row.kind))) return null;
  const [run] = await runViews(deps, shop, { rows: [row], away: [] });
  if (!run) return null;
  const known = await readShop(deps, shop);
  const words = await wordsForShop(known?.primaryLocale ?? "en");
  const locale = words.language;
  const t = words.getFixedT(locale, "runs");
  const say = words.getFixedT(locale, "answers");
  const formats = formatsOf(locale);
  const { sentence, result, cost } = runWords(t, formats);
  const isWriting = run.kind === generateJob.kind;
  const [figures, waiting, written] = await Promise.all([
    readRun(deps, of),
    readWaiting(deps, shop, isWriting, jobId),
    isWriting ? deps.db.do(readWritten(of)) : null,
  ]);
  const step = nextStep(run, waiting, "run");
  const findings = written ? writtenParts(t, written) : [];
  const lines: [string, string][] = [
    [say("mail.result"), result(run)],
    [say("mail.texts"), formats.list(run.texts.map((text) => textInWords(t, text)))],
    [say("mail.findings"), formats.list(findings)],
    [say("mail.cost"), figures === null ? "" : cost(figures)],
    [say("mail.time"), formats.duration(row.finishedAt - row.createdAt)],
  ];
  const show = { label: say("mail.show"), url: `/app/activity/${encodeURIComponent(jobId)}` };
  const next = step ? { label: stepInWords(t, step), url: step.url } : null;
  const store = known?.name ?? shop;
  return {
    subject: say("mail.subject", { run: sentence(run) }),
    ...layOutMail({
      locale,
      title: sentence(run),
      about: say("mail.about", { store }),
      lines: lines.filter(([, value]) => value !== ""),
      links: [...(next ? [next] : []), show].map(({ label, url }) => ({
        label,
        url: adminAddress(deps.config, shop, url),
      })),
      why: say("mail.why", { store }),
    }),
  };
}

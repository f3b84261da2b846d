import type { i18n } from "i18next";
import type { publishProducts } from "../../commands/products/publish-products.ts";
import type { AppContext } from "../../context.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { publishJob } from "../../publishing/jobs.ts";
import type { Outcome } from "../answer-action.ts";
import { startedWords } from "../waits-for.ts";

/** A message with what more there is to say. */
export function sentences(t: i18n["t"], first: string, ...more: readonly (string | null)[]): string {
  return more.reduce<string>(
    (before, next) => (next === null ? before : t("answers:started.sentences", { first: before, second: next })),
    first,
  );
}

/** For a person who named products that the shop does not have, e.g. on a page from before they were deleted. */
export function leftOutWords(t: i18n["t"], count: number): string | null {
  return count > 0 ? t("answers:products.leftOut", { count }) : null;
}

/** What became of the drafts of many products. */
export function approvedWords(
  t: i18n["t"],
  { approved, blocked, leftOut }: { approved: number; blocked: number; leftOut: number },
): string {
  const left = leftOutWords(t, leftOut);
  if (approved === 0 && blocked === 0) return sentences(t, t("answers:products.noDraft"), left);
  const done = t("answers:products.approved", { count: approved });
  const message = blocked > 0 ? t("answers:product.approvedBut", { approved: done, blocked }) : done;
  return sentences(t, message, left);
}

/** What became of asking for the publication of many products. */
export async function publishingWords(
  result: Awaited<ReturnType<(typeof publishProducts)["run"]>>,
  { deps, shop, t }: { deps: Pick<AppContext, "db" | "clock">; shop: ShopDomain; t: i18n["t"] },
): Promise<Outcome> {
  if (result.kind === "no_product") return { problem: t("answers:products.noProduct") };
  if (result.kind === "nothing_approved") return { problem: t("answers:products.nothingApproved") };
  const count = result.products;
  const message = await startedWords(deps, shop, {
    ...{ t, kind: publishJob.kind },
    begins: t("answers:products.publishing", { count }),
    queued: t("answers:products.publishingQueued", { count }),
  });
  return { message: sentences(t, message, leftOutWords(t, result.leftOut)), jobId: result.jobId };
}

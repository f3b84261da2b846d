import { targetNamesOf } from "../catalog/translations/name-of-target.ts";
import type { Db } from "../db/open.ts";
import type { ItemOutcome } from "../jobs/task.ts";
import type { Clock } from "../lib/clock.ts";
import { publishJob } from "../publishing/jobs.ts";
import { createMetafieldDefinitions } from "../publishing/metafield-definitions.ts";
import { type PublishReport, publishProduct } from "../publishing/publish-product.ts";
import { parentsFirst } from "../publishing/translations/parents-first.ts";
import { labelsOf, listContentTypes, type ShopContentType } from "../rules/content-types/list-content-types.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { defineTask } from "./define-task.ts";
import { alteredNote, leftOutNote, stillWaiting, waitedFor } from "./wait-for-images.ts";

export interface PublishTaskDeps {
  db: Db;
  clock: Clock;
  admin: AdminApiFor;
}

/** Publishes the approved texts of one product per item. */
export function createPublishTask(deps: PublishTaskDeps) {
  const definitions = createMetafieldDefinitions();
  return defineTask(publishJob, async (context, { contentTypes, createdBy, targets }, { productId }) => {
    const { shop, jobId, seq: itemSeq } = context;
    const types = await deps.db.do(listContentTypes(shop));
    const asked = { shop, productId, contentTypes, jobId, itemSeq, createdBy: createdBy ?? null };
    const nameOf = await deps.db.do(targetNamesOf(shop));
    const ended: Ended[] = [];
    for (const target of targets ? await deps.db.do(parentsFirst(shop, targets)) : [undefined]) {
      const report = await publishProduct({ ...deps, definitions }, context, { ...asked, target });
      const waiting = await waitedFor(deps, context, report, types);
      if (waiting) return waiting;
      ended.push({ target: target && nameOf(target), outcome: outcomeOf(report, types) });
    }
    return together(ended);
  });
}

type Ending = Extract<ItemOutcome, { outcome: "done" | "conflict" | "failed" }>;

interface Ended {
  /** its name; undefined: the shop's own pages */
  target: string | undefined;
  outcome: Ending;
}

/** How one item ended that published for several targets, one after the other: as badly as the worst of them. */
function together(ended: readonly Ended[]): ItemOutcome {
  const message = ended.map(sentenceOf).join(" ");
  const outcomes = ended.map(({ outcome }) => outcome);
  const failed = outcomes.find((one) => one.outcome === "failed");
  if (failed) return { ...failed, message };
  const results = outcomes.flatMap((one) => ("result" in one ? [one.result as PublishedNames] : []));
  const result = {
    published: results.flatMap(({ published }) => published),
    alreadyLive: results.flatMap(({ alreadyLive }) => alreadyLive),
    conflicts: results.flatMap(({ conflicts }) => conflicts),
  };
  const outcome = outcomes.some((one) => one.outcome === "conflict") ? "conflict" : "done";
  return { outcome, message, result };
}

function sentenceOf({ target, outcome: { message = "" } }: Ended): string {
  return target === undefined ? message : `${target}: ${message}`;
}

type PublishedNames = Pick<Extract<PublishReport, { kind: "done" }>, "published" | "alreadyLive" | "conflicts">;

function outcomeOf(report: PublishReport, types: readonly ShopContentType[]): Ending {
  if (report.kind === "gone") {
    return {
      outcome: "failed",
      code: "product_gone",
      message:
        "This product is no longer in the shop, so nothing was published. Import the catalogue again to see what is there.",
    };
  }
  const { published, alreadyLive, altered, conflicts, problem } = report;
  const result = { published, alreadyLive, conflicts };
  const shown = [...published, ...alreadyLive];
  const same = new Set(report.sameAsGeneral);
  const givenUp = new Set(report.givenUp);
  const kept = shown.filter((contentType) => !same.has(contentType) && !givenUp.has(contentType));
  const said = [
    kept.length > 0 ? `Published: ${labelsOf(types, kept)}.` : "",
    sameAsGeneralNote(
      types,
      shown.filter((contentType) => same.has(contentType)),
    ),
    givenUpNote(
      types,
      shown.filter((contentType) => givenUp.has(contentType)),
    ),
    alteredNote(types, altered),
  ]
    .filter(Boolean)
    .join(" ");
  const inConflict = conflictNote(report, types);
  const notDone = stillWaiting(types, report.later);
  const problems = [
    { code: report.problemCode ?? "shopify_refused", message: problem ?? "" },
    { code: "not_confirmed", message: lostNote(types, report.lost) },
    { code: "no_source", message: withoutSourceNote(types, report.withoutSource) },
    { code: "market_above", message: shadowedNote(types, report.shadowed) },
    { code: "not_translatable", message: notTranslatableNote(types, report.notTranslatable) },
    { code: "image_not_ready", message: notDone },
    { code: "left_out", message: leftOutNote(types, report.leftOut) },
    { code: "own_approval", message: ownApprovalNote(types, report.ownApproval) },
  ].filter(({ message }) => message !== "");
  if (problems[0]) {
    const message = [said, ...problems.map((one) => one.message), inConflict].filter(Boolean).join(" ");
    return { outcome: "failed", code: problems[0].code, message };
  }
  const counts = shown.length > 0 ? `${shown.length} published, ${countOfConflicts(conflicts.length)}.` : "";
  if (inConflict !== "")
    return { outcome: "conflict", message: [counts, said, inConflict].filter(Boolean).join(" "), result };
  return { outcome: "done", message: said || "There was nothing approved to publish.", result };
}

/** What waits for another person than who approved it. */
function ownApprovalNote(types: readonly ShopContentType[], contentTypes: readonly string[]): string {
  if (contentTypes.length === 0) return "";
  return `Approved by the same person who publishes, so a colleague has to publish it: ${labelsOf(types, contentTypes)}.`;
}

/** Translations of nothing. */
function withoutSourceNote(types: readonly ShopContentType[], contentTypes: readonly string[]): string {
  if (contentTypes.length === 0) return "";
  return `Not published, because the original in the shop's own language is empty: ${labelsOf(types, contentTypes)}. Write and publish that first.`;
}

/** What a market says that is said everywhere. */
function sameAsGeneralNote(types: readonly ShopContentType[], contentTypes: readonly string[]): string {
  if (contentTypes.length === 0) return "";
  return `Same as what this market shows without a text of its own, so nothing is kept there: ${labelsOf(types, contentTypes)}.`;
}

/** What a market had of its own until a person gave it up. */
function givenUpNote(types: readonly ShopContentType[], contentTypes: readonly string[]): string {
  if (contentTypes.length === 0) return "";
  return `Nothing of its own is kept any more, as was asked for: ${labelsOf(types, contentTypes)}.`;
}

/** What a market cannot say, since Shopify keeps nothing that is said everywhere, and another one's text would take its place. */
function shadowedNote(types: readonly ShopContentType[], contentTypes: readonly string[]): string {
  if (contentTypes.length === 0) return "";
  return `Not published, because it says the same as the general text, which Shopify does not keep for a market, and the market above has another one: ${labelsOf(types, contentTypes)}. Change the text of that market, or word this one differently.`;
}

/** What has an original that Shopify does not offer. */
function notTranslatableNote(types: readonly ShopContentType[], contentTypes: readonly string[]): string {
  if (contentTypes.length === 0) return "";
  return `Not published, because Shopify offers its original for no translation: ${labelsOf(types, contentTypes)}. Make the field visible to the storefront in Shopify, then publish again; the text is kept here.`;
}

/** What the shop answered and does not hold. */
function lostNote(types: readonly ShopContentType[], contentTypes: readonly string[]): string {
  if (contentTypes.length === 0) return "";
  return `Not confirmed: ${labelsOf(types, contentTypes)}. Shopify accepted it twice and did not keep it; the text is kept here, publish it again later.`;
}

/** Why texts were not written, each kind of conflict in its own words. */
function conflictNote(
  { conflicts, notShown, sourceChanged, ofOthers }: Extract<PublishReport, { kind: "done" }>,
  types: readonly ShopContentType[],
): string {
  if (conflicts.length === 0) return "";
  const apart = new Set([...notShown, ...sourceChanged, ...ofOthers.map(({ contentType }) => contentType)]);
  const changed = conflicts.filter((contentType) => !apart.has(contentType));
  const others = [...new Set(ofOthers.map(({ product }) => product.title))].map((title) => `“${title}”`);
  return [
    changed.length > 0 ? `Changed in the shop since the text was written: ${labelsOf(types, changed)}.` : "",
    notShown.length > 0
      ? `Accepted by Shopify, which shows another text: ${labelsOf(types, notShown)}. Somebody may have put it back.`
      : "",
    sourceChanged.length > 0 ? `The original changed since it was translated: ${labelsOf(types, sourceChanged)}.` : "",
    others.length > 0
      ? `At an image that this product shares stands the alt text that you published with ${others.join(", ")}.`
      : "",
    "None of these was overwritten; open the product and choose a text.",
  ]
    .filter(Boolean)
    .join(" ");
}

function countOfConflicts(count: number): string {
  return `${count} ${count === 1 ? "conflict" : "conflicts"}`;
}

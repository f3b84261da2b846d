import { z } from "zod";
import { importJob } from "../../catalog/jobs.ts";
import { approveDrafts } from "../../commands/products/approve-drafts.ts";
import { generateTexts } from "../../commands/products/generate-texts.ts";
import { importProducts } from "../../commands/products/import-products.ts";
import { publishProducts } from "../../commands/products/publish-products.ts";
import { readLosses } from "../../commands/products/read-losses.ts";
import { agentModelSchema, generateJob, laneSchema } from "../../generation/jobs.ts";
import { publishJob } from "../../publishing/jobs.ts";
import { countOf } from "../../ui/numbers.ts";
import type { Outcome } from "../answer-action.ts";
import { fromForm, pageAction } from "../asked/page-action.ts";
import { startedWords } from "../waits-for.ts";
import { addressOf } from "./form.ts";
import { lossesWords } from "./losses-words.ts";
import { viewActions } from "./view-actions.ts";

/** How many of the chosen products, undefined for all of them. */
const sampleSchema = z.coerce.number().int().min(1).max(100).optional().catch(undefined);

function selectionOf(form: FormData) {
  return form.get("all") === "1"
    ? { query: addressOf(form), except: form.getAll("except") }
    : { ids: form.getAll("id") };
}

function generationOf(form: FormData) {
  const count = sampleSchema.parse(form.get("sample"));
  const isSet = (name: string) => form.get(name) === "true";
  return {
    selection: selectionOf(form),
    contentTypes: form.getAll("contentType"),
    agentModel: agentModelSchema.catch("v1").parse(form.get("agentModel")),
    lane: laneSchema.catch("direct").parse(form.get("lane")),
    sample: count === undefined ? undefined : { count, query: addressOf(form), shown: form.getAll("shown") },
    onlyMissing: isSet("onlyMissing"),
    allImages: isSet("allImages"),
    skipGrouping: isSet("skipGrouping"),
  };
}

const readSelection = fromForm((form) => ({ selection: selectionOf(form) }));
const noProduct = { problem: "No product matches any more. Select products again." };

/** For a person who named products that the shop does not have, e.g. on a page from before they were deleted. */
function leftOutWords(count: number): string {
  return count > 0 ? `. ${countOf(count, "product")} left out: not in this store any more` : "";
}

/** What a person can do on the products page, and the messages they get. */
export const productsActions = {
  import: pageAction(importProducts, {
    read: () => ({}),
    async words({ jobId }, { deps, shop }) {
      const words = { kind: importJob.kind, begins: "Import started", queued: "The import is queued" };
      return { message: await startedWords(deps, shop, words), jobId };
    },
  }),
  generate: pageAction(generateTexts, {
    read: fromForm(generationOf),
    async words(result, { deps, shop, input }): Promise<Outcome> {
      switch (result.kind) {
        case "no_content_type":
          return { problem: "Choose at least one content type." };
        case "no_product":
          return noProduct;
        case "nothing_missing":
          return { problem: nothingToWrite(result.waiting) };
        case "started": {
          const { jobId, productIds, waiting, leftOut, modelRefused: refused } = result;
          const count = countOf(productIds.length, "product");
          const message = await startedWords(deps, shop, {
            kind: generateJob.kind,
            begins: `Generating content for ${count}`,
            queued: `Writing for ${count} is queued`,
            refused,
          });
          const skipped = waiting > 0 ? `. ${countOf(waiting, "product")} left out: drafts wait for review` : "";
          return {
            message: `${message}${skipped}${leftOutWords(leftOut)}`,
            jobId,
            ...(input.sample === undefined ? {} : { sampled: productIds }),
          };
        }
      }
    },
  }),
  approve: pageAction(approveDrafts, {
    read: readSelection,
    words({ approved, blocked, leftOut }) {
      if (approved === 0 && blocked === 0) return { message: `There was no draft to approve${leftOutWords(leftOut)}` };
      const left = blocked > 0 ? `, ${blocked} blocked by a check` : "";
      return { message: `${countOf(approved, "draft")} approved${left}${leftOutWords(leftOut)}` };
    },
  }),
  losses: pageAction(readLosses, { read: readSelection, words: ({ losses }) => ({ message: lossesWords(losses) }) }),
  publish: pageAction(publishProducts, {
    read: readSelection,
    async words(result, { deps, shop }): Promise<Outcome> {
      if (result.kind === "no_product") return noProduct;
      const count = countOf(result.products, "product");
      const message = await startedWords(deps, shop, {
        kind: publishJob.kind,
        begins: `Publishing approved texts of ${count}`,
        queued: `Publishing of ${count} is queued`,
      });
      return { message: `${message}${leftOutWords(result.leftOut)}`, jobId: result.jobId };
    },
  }),
  ...viewActions,
};

function nothingToWrite(waiting: number): string {
  return waiting === 0
    ? "None of these products lacks one of these texts."
    : `Nothing was started: for ${countOf(waiting, "product")}, drafts of the texts that are missing wait already. Review those first.`;
}

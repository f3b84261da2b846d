import type { i18n } from "i18next";
import { z } from "zod";
import { importJob } from "../../catalog/jobs.ts";
import { approveDrafts } from "../../commands/products/approve-drafts.ts";
import { generateTexts } from "../../commands/products/generate-texts.ts";
import { importProducts } from "../../commands/products/import-products.ts";
import { planWriting } from "../../commands/products/plan-writing.ts";
import { publishProducts } from "../../commands/products/publish-products.ts";
import { readLosses } from "../../commands/products/read-losses.ts";
import { agentModelSchema, generateJob, laneSchema } from "../../generation/jobs.ts";
import type { Outcome } from "../answer-action.ts";
import { fromForm, pageAction } from "../asked/page-action.ts";
import { startedWords } from "../waits-for.ts";
import { approvedWords, leftOutWords, publishingWords, sentences } from "./bulk-words.ts";
import { addressOf } from "./form.ts";
import { lossesWords } from "./losses-words.ts";
import { viewActions } from "./view-actions.ts";

/** How many of the chosen products, undefined for all of them. */
const sampleSchema = z.coerce.number().int().min(1).max(100).optional().catch(undefined);
/** How many products the shop's credits are enough for, undefined for all of them. */
const mostSchema = z.coerce.number().int().min(1).optional().catch(undefined);

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
    skipWaiting: isSet("skipWaiting"),
    skipFewFacts: isSet("skipFewFacts"),
    atMost: mostSchema.parse(form.get("atMost")),
    allImages: isSet("allImages"),
    skipGrouping: isSet("skipGrouping"),
  };
}

const readSelection = fromForm((form) => ({ selection: selectionOf(form) }));
/** Writes texts of products. @param read finds in the form of which products and which texts */
export function generateAction(read: (form: FormData, about: string) => unknown) {
  return pageAction(generateTexts, {
    read: fromForm(read),
    async words(result, { deps, shop, input, t }): Promise<Outcome> {
      switch (result.kind) {
        case "no_content_type":
          return { problem: t("answers:products.noType") };
        case "no_product":
          return { problem: t("answers:products.noProduct") };
        case "hands_off":
          return {
            problem: t("answers:products.notStarted", {
              why: t("answers:products.handsOff", { count: result.products }),
            }),
          };
        case "nothing_missing":
          return { problem: nothingToWrite(t, result.waiting) };
        case "started": {
          const { jobId, productIds, waiting, leftOut, handsOff, modelRefused: refused } = result;
          const count = productIds.length;
          const message = await startedWords(deps, shop, {
            ...{ t, kind: generateJob.kind, refused },
            begins: t("answers:products.writing", { count }),
            queued: t("answers:products.writingQueued", { count }),
          });
          const skipped = waiting > 0 ? t("answers:products.waiting", { count: waiting }) : null;
          const aside = handsOff > 0 ? t("answers:products.handsOff", { count: handsOff }) : null;
          return {
            message: sentences(t, message, skipped, aside, leftOutWords(t, leftOut)),
            jobId,
            ...(input.sample === undefined ? {} : { sampled: productIds }),
          };
        }
      }
    },
  });
}

/** What a person can do on the products page, and the messages they get. */
export const productsActions = {
  import: pageAction(importProducts, {
    read: () => ({}),
    async words({ jobId }, { deps, shop, t }) {
      const message = await startedWords(deps, shop, {
        ...{ t, kind: importJob.kind },
        begins: t("answers:products.importing"),
        queued: t("answers:products.importQueued"),
      });
      return { message, jobId };
    },
  }),
  generate: generateAction(generationOf),
  approve: pageAction(approveDrafts, {
    read: fromForm((form) => ({
      selection: selectionOf(form),
      withoutFindings: form.get("withoutFindings") === "true",
    })),
    words: (result, { t }) => ({ message: approvedWords(t, result) }),
  }),
  plan: pageAction(planWriting, { read: readSelection, words: ({ plan }) => ({ message: "", plan }) }),
  losses: pageAction(readLosses, {
    read: readSelection,
    words: ({ losses, approved }, { words }) => ({ message: lossesWords(words, losses), publish: approved }),
  }),
  publish: pageAction(publishProducts, {
    read: readSelection,
    words: (result, { deps, shop, t }): Promise<Outcome> => publishingWords(result, { deps, shop, t }),
  }),
  ...viewActions,
};

function nothingToWrite(t: i18n["t"], waiting: number): string {
  return waiting === 0 ? t("answers:products.nothingMissing") : t("answers:products.draftsWait", { count: waiting });
}

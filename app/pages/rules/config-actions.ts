import { addTypesOfRules } from "../../commands/content-types/add-types-of-rules.ts";
import { deleteRules } from "../../commands/rules/delete-rules.ts";
import { dryRunRules } from "../../commands/rules/dry-run-rules.ts";
import { duplicateRules } from "../../commands/rules/duplicate-rules.ts";
import { markTexts } from "../../commands/rules/mark-texts.ts";
import { recheckDrafts } from "../../commands/rules/recheck-drafts.ts";
import { restoreRules } from "../../commands/rules/restore-rules.ts";
import { saveRules } from "../../commands/rules/save-rules.ts";
import { tryRules } from "../../commands/rules/try-rules.ts";
import { previewModel } from "../../generation/preview.ts";
import { productIdSchema } from "../../lib/brand.ts";
import { parseSentJson } from "../../lib/json.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { labelOfCheck } from "../../ui/rules/check-names.ts";
import type { Outcome } from "../answer-action.ts";
import { fromForm, outdated, pageAction, type Sent } from "../asked/page-action.ts";
import { readingWords } from "../content-types/reading-words.ts";
import { typeProblemWords } from "../content-types/type-problem-words.ts";
import { generateAction } from "../products/actions.ts";
import { fieldReader } from "./field-reader.ts";
import { rulesTextOf } from "./form.ts";
import { rulesProblemWords, wordsByField } from "./rules-problem-words.ts";
import { savedWords } from "./saved-words.ts";
import { triedProduct } from "./tried-product.ts";

/** @param read finds in the form which rules are meant */
export function duplicateAction(read: (sent: Sent) => unknown) {
  return pageAction(duplicateRules, {
    read,
    words: async (result, { deps, shop, t }) =>
      savedWords(await fieldReader(deps, shop, t), result, t("answers:rules.duplicated")),
  });
}

/** @param read finds in the form which rules are meant */
export function deleteAction(read: (sent: Sent) => unknown) {
  return pageAction(deleteRules, {
    read,
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "deleted": {
          const { assignments } = result;
          if (assignments === 0) return { message: t("answers:rules.deleted") };
          return { message: t("answers:rules.deletedWith", { count: assignments }) };
        }
        case "stale":
          return {
            problem: t("answers:rules.deleteStale"),
            stale: true,
          };
        case "not_found":
          return { problem: t("answers:rules.gone") };
      }
    },
  });
}

/** What a person can do on the page of one set of rules, and on its history, and the messages they get. */
export const configActions = {
  save: pageAction(saveRules, {
    // A form that does not say what it was made from is of an older page, and nothing is as it showed it.
    read: fromForm((form, configId) => ({
      configId,
      rules: parseSentJson(rulesTextOf(form, "input")),
      seen: rulesTextOf(form, "seen"),
    })),
    words: async (result, { deps, shop, t }) =>
      savedWords(await fieldReader(deps, shop, t), result, t("answers:rules.saved")),
  }),
  duplicate: duplicateAction(fromForm((form, configId) => ({ configId, name: rulesTextOf(form, "name") }))),
  delete: deleteAction(fromForm((form, configId) => ({ configId, seen: rulesTextOf(form, "seen") }))),
  restore: pageAction(restoreRules, {
    read: fromForm((form, configId) => ({
      configId,
      revision: Number(form.get("revision")),
      seen: rulesTextOf(form, "seen"),
    })),
    words: async (result, { deps, shop, t }) =>
      savedWords(await fieldReader(deps, shop, t), result, t("answers:rules.restored"), "restoreStale"),
  }),
  try: pageAction(tryRules, {
    read: fromForm((form, configId) => {
      const json = form.get("config");
      return {
        configId,
        rules: parseSentJson(typeof json === "string" ? json : ""),
        productIds: form.getAll("id").flatMap((id) => productIdSchema.safeParse(id).data ?? []),
      };
    }),
    async words(result, { deps, shop, t }): Promise<Outcome> {
      if (result.kind === "started") return { message: t("answers:rules.trying"), jobId: result.jobId };
      return { problem: rulesProblemWords(await fieldReader(deps, shop, t), result.problem) };
    },
  }),
  marks: pageAction(markTexts, {
    read: fromForm((form, configId) => ({
      configId,
      rules: parseSentJson(rulesTextOf(form, "config")),
      productIds: form.getAll("id").flatMap((id) => productIdSchema.safeParse(id).data ?? []),
    })),
    async words(result, { deps, shop, t }): Promise<Outcome> {
      switch (result.kind) {
        case "marked": {
          const types = await deps.db.do(listContentTypes(shop));
          return { message: "", tried: result.products.map((product) => triedProduct(product, types, t)) };
        }
        case "invalid": {
          const found = Object.entries(wordsByField(t, result.problem) ?? {});
          const fields = Object.fromEntries(found.map(([field, words]) => [`content_config.${field}`, words]));
          return { problem: rulesProblemWords(await fieldReader(deps, shop, t), result.problem), fields };
        }
        case "not_found":
          return { problem: t("answers:rules.gone") };
      }
    },
  }),
  "dry-run": pageAction(dryRunRules, {
    read: fromForm((form, configId) => ({ configId, rules: parseSentJson(rulesTextOf(form, "config")) })),
    async words(result, { deps, shop, t }): Promise<Outcome> {
      switch (result.kind) {
        case "counted": {
          const { uncounted, ...counts } = result.counts;
          return { message: "", dryRun: { ...counts, uncounted: uncounted.map((code) => labelOfCheck(t, code)) } };
        }
        case "superseded":
          return { message: "" };
        case "too_much":
          return { problem: t("answers:rules.tooMuchToCount") };
        case "invalid":
          return { problem: rulesProblemWords(await fieldReader(deps, shop, t), result.problem) };
        case "not_found":
          return { problem: t("answers:rules.gone") };
      }
    },
  }),
  recheck: pageAction(recheckDrafts, {
    read: fromForm((_, configId) => ({ configId })),
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "started":
          return { message: t("answers:rules.rechecking", { count: result.drafts }), jobId: result.jobId };
        case "nothing":
          return { message: t("answers:rules.nothingToRecheck") };
        case "under_way":
          return { message: t("answers:rules.recheckUnderWay") };
        case "not_found":
          return { problem: t("answers:rules.gone") };
      }
    },
  }),
  "write-again": generateAction((form) => ({
    selection: { ids: form.getAll("id") },
    contentTypes: form.getAll("contentType"),
    agentModel: previewModel,
    lane: "direct",
    ...{ onlyMissing: false, allImages: false, skipGrouping: true },
  })),
  "add-types": pageAction(addTypesOfRules, {
    read: fromForm((_, configId) => ({ configId })),
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "added": {
          const added = t("answers:types.addedMany", { count: result.types });
          return { message: readingWords(t, added, result.reading) };
        }
        case "invalid":
          return {
            problem: t("answers:types.of", {
              label: result.label,
              problem: typeProblemWords(t, result.problems[0]).message,
            }),
          };
        case "not_found":
          return { problem: t(outdated) };
      }
    },
  }),
};

import { addTypesOfRules } from "../../commands/content-types/add-types-of-rules.ts";
import { deleteRules } from "../../commands/rules/delete-rules.ts";
import { duplicateRules } from "../../commands/rules/duplicate-rules.ts";
import { restoreRules } from "../../commands/rules/restore-rules.ts";
import { saveRules } from "../../commands/rules/save-rules.ts";
import { tryRules } from "../../commands/rules/try-rules.ts";
import { productIdSchema } from "../../lib/brand.ts";
import { parseSentJson } from "../../lib/json.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { countOf } from "../../ui/numbers.ts";
import type { Outcome } from "../answer-action.ts";
import { fromForm, outdated, pageAction, type Sent } from "../asked/page-action.ts";
import { readingWords } from "../content-types/reading-words.ts";
import { typeProblemWords } from "../content-types/type-problem-words.ts";
import { rulesTextOf } from "./form.ts";
import { rulesProblemWords } from "./rules-problem-words.ts";
import { goneRules, savedWords } from "./saved-words.ts";

/** @param read finds in the form which rules are meant */
export function duplicateAction(read: (sent: Sent) => unknown) {
  return pageAction(duplicateRules, {
    read,
    words: async (result, { deps, shop }) =>
      savedWords(result, "Rules duplicated", await deps.db.do(listContentTypes(shop))),
  });
}

/** @param read finds in the form which rules are meant */
export function deleteAction(read: (sent: Sent) => unknown) {
  return pageAction(deleteRules, {
    read,
    words(result): Outcome {
      switch (result.kind) {
        case "deleted": {
          const { assignments } = result;
          if (assignments === 0) return { message: "Rules deleted" };
          return { message: `Rules and ${countOf(assignments, "assignment")} deleted` };
        }
        case "stale":
          return {
            problem:
              "Somebody saved these rules since you opened this page. Nothing was deleted: look at them again first.",
            stale: true,
          };
        case "not_found":
          return goneRules;
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
    words: async (result, { deps, shop }) =>
      savedWords(result, "Rules saved", await deps.db.do(listContentTypes(shop))),
  }),
  duplicate: duplicateAction(fromForm((form, configId) => ({ configId, name: rulesTextOf(form, "name") }))),
  delete: deleteAction(fromForm((form, configId) => ({ configId, seen: rulesTextOf(form, "seen") }))),
  restore: pageAction(restoreRules, {
    read: fromForm((form, configId) => ({
      configId,
      revision: Number(form.get("revision")),
      seen: rulesTextOf(form, "seen"),
    })),
    words: async (result, { deps, shop }) =>
      savedWords(
        result,
        "State restored",
        await deps.db.do(listContentTypes(shop)),
        "restored: the history shows theirs now",
      ),
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
    async words(result, { deps, shop }): Promise<Outcome> {
      if (result.kind === "started") return { message: "Trying the rules", jobId: result.jobId };
      return { problem: rulesProblemWords(result.problem, await deps.db.do(listContentTypes(shop))) };
    },
  }),
  "add-types": pageAction(addTypesOfRules, {
    read: fromForm((_, configId) => ({ configId })),
    words(result): Outcome {
      switch (result.kind) {
        case "added": {
          const added = result.types === 1 ? "Content type added" : `${result.types} content types added`;
          return { message: readingWords(added, result.reading) };
        }
        case "invalid":
          return { problem: `${result.label}: ${typeProblemWords(result.problems[0]).message}` };
        case "not_found":
          return { problem: outdated };
      }
    },
  }),
};

import { importRules } from "../../commands/rules/import-rules.ts";
import { mergeRules } from "../../commands/rules/merge-rules.ts";
import type { Outcome } from "../answer-action.ts";
import { fromForm, pageAction } from "../asked/page-action.ts";
import { deleteAction, duplicateAction } from "./config-actions.ts";
import { fieldReader } from "./field-reader.ts";
import { rulesTextOf } from "./form.ts";
import { savedWords } from "./saved-words.ts";

/** What a person can do on the list of rules, and the messages they get. */
export const configsActions = {
  import: pageAction(importRules, {
    read: fromForm((form) => {
      const name = rulesTextOf(form, "name");
      return { json: rulesTextOf(form, "json"), label: name.trim() === "" ? undefined : name };
    }),
    words: async (result, { deps, shop, t }) =>
      savedWords(await fieldReader(deps, shop, t), result, t("answers:rules.imported")),
  }),
  merge: pageAction(mergeRules, {
    read: fromForm((form) => ({ name: rulesTextOf(form, "name"), configs: form.getAll("id") })),
    async words(result, { deps, shop, t }): Promise<Outcome> {
      if (result.kind !== "merged") return savedWords(await fieldReader(deps, shop, t), result, "");
      const { overridden, configId } = result;
      const message =
        overridden === 0 ? t("answers:rules.merged") : t("answers:rules.mergedOver", { count: overridden });
      return { message, configId };
    },
  }),
  duplicate: duplicateAction(
    fromForm((form) => ({ configId: rulesTextOf(form, "id"), name: rulesTextOf(form, "name") })),
  ),
  delete: deleteAction(fromForm((form) => ({ configId: rulesTextOf(form, "id"), seen: rulesTextOf(form, "seen") }))),
};

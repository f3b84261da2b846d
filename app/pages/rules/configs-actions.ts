import { importRules } from "../../commands/rules/import-rules.ts";
import { mergeRules } from "../../commands/rules/merge-rules.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { countOf } from "../../ui/numbers.ts";
import type { Outcome } from "../answer-action.ts";
import { fromForm, pageAction } from "../asked/page-action.ts";
import { deleteAction, duplicateAction } from "./config-actions.ts";
import { rulesTextOf } from "./form.ts";
import { savedWords } from "./saved-words.ts";

/** What a person can do on the list of rules, and the messages they get. */
export const configsActions = {
  import: pageAction(importRules, {
    read: fromForm((form) => {
      const name = rulesTextOf(form, "name");
      return { json: rulesTextOf(form, "json"), label: name.trim() === "" ? undefined : name };
    }),
    words: async (result, { deps, shop }) =>
      savedWords(result, "Rules imported", await deps.db.do(listContentTypes(shop))),
  }),
  merge: pageAction(mergeRules, {
    read: fromForm((form) => ({ name: rulesTextOf(form, "name"), configs: form.getAll("id") })),
    async words(result, { deps, shop }): Promise<Outcome> {
      if (result.kind !== "merged") return savedWords(result, "", await deps.db.do(listContentTypes(shop)));
      const { overridden, configId } = result;
      const told = overridden === 0 ? "" : `, ${countOf(overridden, "value")} overridden`;
      return { message: `Rules merged${told}`, configId };
    },
  }),
  duplicate: duplicateAction(
    fromForm((form) => ({ configId: rulesTextOf(form, "id"), name: rulesTextOf(form, "name") })),
  ),
  delete: deleteAction(fromForm((form) => ({ configId: rulesTextOf(form, "id"), seen: rulesTextOf(form, "seen") }))),
};

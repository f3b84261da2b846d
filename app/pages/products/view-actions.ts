import type { i18n } from "i18next";
import { changeView } from "../../commands/views/change-view.ts";
import { createView } from "../../commands/views/create-view.ts";
import { deleteView } from "../../commands/views/delete-view.ts";
import { renameView } from "../../commands/views/rename-view.ts";
import type { SavedViewResult } from "../../commands/views/saved-view.ts";
import type { Outcome } from "../answer-action.ts";
import { fromForm, pageAction } from "../asked/page-action.ts";
import { addressOf, textOf } from "./form.ts";
import { changedViewWords, viewProblemWords } from "./view-problem-words.ts";

/** The view as the page showed it: not understood where the form does not say it. */
function seenOf(form: FormData) {
  return { name: form.get("seenName"), query: form.get("seenQuery") };
}

function savedWords(result: SavedViewResult, { t }: { t: i18n["t"] }): Outcome {
  switch (result.kind) {
    case "saved":
      return { message: t("answers:products.viewSaved"), viewId: result.viewId };
    case "stale":
      return { problem: changedViewWords(t, result.changed), stale: true };
    case "invalid":
      return { problem: viewProblemWords(t, result.problem) };
  }
}

/** What a person can do with the views of the products page. */
export const viewActions = {
  "view-create": pageAction(createView, {
    read: fromForm((form) => ({ name: textOf(form, "name"), query: addressOf(form) })),
    words: savedWords,
  }),
  "view-rename": pageAction(renameView, {
    read: fromForm((form) => ({ id: textOf(form, "id"), name: textOf(form, "name"), seen: seenOf(form) })),
    words: savedWords,
  }),
  "view-save": pageAction(changeView, {
    read: fromForm((form) => ({ id: textOf(form, "id"), query: addressOf(form), seen: seenOf(form) })),
    words: savedWords,
  }),
  "view-delete": pageAction(deleteView, {
    read: fromForm((form) => ({ id: textOf(form, "id"), seen: seenOf(form) })),
    words: (result, { t }) =>
      result.kind === "deleted"
        ? { message: t("answers:products.viewDeleted") }
        : { problem: changedViewWords(t, result.changed), stale: true },
  }),
};

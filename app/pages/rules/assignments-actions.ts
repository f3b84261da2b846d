import { assignRules } from "../../commands/rules/assign-rules.ts";
import { parseSentJson } from "../../lib/json.ts";
import type { Outcome } from "../answer-action.ts";
import { fromForm, pageAction } from "../asked/page-action.ts";
import { assignmentsProblemWords } from "./assignments-problem-words.ts";

/** What a person can do on the page of assignments, and the messages they get. */
export const assignmentsActions = {
  save: pageAction(assignRules, {
    read: fromForm((form) => {
      const json = form.get("assignments");
      return { digest: form.get("digest"), assignments: typeof json === "string" ? parseSentJson(json) : undefined };
    }),
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "saved":
          return { message: t("answers:assignments.saved") };
        case "stale":
          return {
            problem: t("answers:assignments.stale"),
            stale: true,
          };
        case "invalid":
          return { problem: assignmentsProblemWords(t, result.problem) };
      }
    },
  }),
};

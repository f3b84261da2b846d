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
    words(result): Outcome {
      switch (result.kind) {
        case "saved":
          return { message: "Assignments saved" };
        case "stale":
          return {
            problem: "Somebody changed the assignments while you had them open. Nothing was overwritten.",
            stale: true,
          };
        case "invalid":
          return { problem: assignmentsProblemWords(result.problem) };
      }
    },
  }),
};

import { checkText } from "../../commands/texts/check-text.ts";
import { writeText } from "../../commands/texts/write-text.ts";
import type { Outcome } from "../answer-action.ts";
import { fromJson, pageAction } from "../asked/page-action.ts";
import { editProblemWords } from "./edit-problem-words.ts";

const read = fromJson("productId");

/** What an open editor asks for by itself. */
export const wordsActions = {
  write: pageAction(writeText, {
    read,
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "saved":
          return { message: t("answers:common.saved"), saved: { version: result.draft.id } };
        case "elsewhere": {
          const { newest } = result;
          const elsewhere = { version: newest?.id ?? null, at: newest ? (newest.decidedAt ?? newest.createdAt) : null };
          return { problem: t("answers:product.elsewhere"), elsewhere };
        }
        case "invalid":
          return { problem: editProblemWords(t, result.problem) };
        case "not_found":
          return { problem: t("answers:product.gone") };
      }
    },
  }),
  check: pageAction(checkText, {
    read,
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "checked": {
          const { warnings, evidence, blocked } = result;
          return { message: t("answers:product.checked"), checked: { warnings, evidence, blocked } };
        }
        case "invalid":
          return { problem: editProblemWords(t, result.problem) };
        case "not_found":
          return { problem: t("answers:product.gone") };
      }
    },
  }),
};

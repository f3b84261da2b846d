import { saveGlossary } from "../../commands/rules/save-glossary.ts";
import { isRecord, parseSentJson } from "../../lib/json.ts";
import type { GlossaryRowView } from "../../ui/rules/rows-of-list.ts";
import type { Outcome } from "../answer-action.ts";
import { fromForm, pageAction } from "../asked/page-action.ts";
import { glossaryProblemWords } from "./glossary-problem-words.ts";

/** What a person can do on the glossary's page, and the messages they get. */
export const glossaryActions = {
  save: pageAction(saveGlossary, {
    read: fromForm((form) => ({ digest: form.get("digest"), terms: termsOf(form.get("rows")) })),
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "saved":
          return {
            message:
              result.terms === 0 ? t("answers:glossary.emptied") : t("answers:glossary.saved", { count: result.terms }),
          };
        case "stale":
          return {
            problem: t("answers:glossary.stale"),
            stale: true,
          };
        case "invalid":
          return { problem: glossaryProblemWords(t, result.problem) };
      }
    },
  }),
};

/** The rows of the page without the empty ones, null for what is none. */
function termsOf(json: unknown) {
  return (
    rowsOf(json)
      ?.map(({ term, never }) => ({
        term,
        never: never
          .split(/[,;\n]/)
          .map((word) => word.trim())
          .filter((word) => word !== ""),
      }))
      .filter(({ term, never }) => term.trim() !== "" || never.length > 0) ?? null
  );
}

function rowsOf(json: unknown): GlossaryRowView[] | null {
  const rows = parseSentJson(typeof json === "string" ? json : "");
  const isRow = (row: unknown): row is GlossaryRowView =>
    isRecord(row) && typeof row.term === "string" && typeof row.never === "string";
  return Array.isArray(rows) && rows.every(isRow) ? rows : null;
}

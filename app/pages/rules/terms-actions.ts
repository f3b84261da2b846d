import { findAgainst } from "../../commands/rules/find-against-terms.ts";
import { importTerms } from "../../commands/rules/import-terms.ts";
import { previewTerms } from "../../commands/rules/preview-terms.ts";
import { saveTerms } from "../../commands/rules/save-terms.ts";
import { editorUrl } from "../../ui/languages/language-address.ts";
import type { Outcome } from "../answer-action.ts";
import { fromJson, pageAction } from "../asked/page-action.ts";
import { languageName } from "../languages/names.ts";
import { csvProblemWords, termsProblemWords } from "./terms-problem-words.ts";

/** What a person can do on the page of a language's glossary, and the messages they get. */
export const termsActions = {
  save: pageAction(saveTerms, {
    read: fromJson("locale"),
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "saved":
          return {
            message:
              result.terms === 0 ? t("answers:terms.emptied") : t("answers:terms.saved", { count: result.terms }),
          };
        case "stale":
          return { problem: t("answers:glossary.stale"), stale: true };
        case "not_found":
          return { problem: t("answers:languages.unknown") };
        case "invalid":
          return { problem: termsProblemWords(t, result.problem) };
      }
    },
  }),
  preview: pageAction(previewTerms, {
    read: fromJson(),
    words(result, { t, words }): Outcome {
      if (result.kind === "invalid") return { problem: csvProblemWords(t, result.problem) };
      const { locales, changes, digest } = result;
      const names = locales.map((locale) => languageName(locale, words.language));
      const languages = new Intl.ListFormat(words.language).format(names);
      return { message: "", terms: { preview: { languages, ...changes, digest } } };
    },
    refusal: (t) => t("answers:terms.file_too_long"),
  }),
  import: pageAction(importTerms, {
    read: fromJson(),
    words(result, { t }): Outcome {
      switch (result.kind) {
        case "saved": {
          const { added, changed, removed } = result.changes;
          return { message: t("answers:terms.imported", { added, changed, removed }) };
        }
        case "stale":
          return { problem: t("answers:glossary.stale"), stale: true };
        case "invalid":
          return { problem: csvProblemWords(t, result.problem) };
      }
    },
    refusal: (t) => t("answers:terms.file_too_long"),
  }),
  against: pageAction(findAgainst, {
    read: fromJson("locale"),
    words(result, { t, input }): Outcome {
      if (result.kind === "not_found") return { problem: t("answers:languages.unknown") };
      const { texts, looked, next } = result;
      const views = texts.map((one) => ({
        ...one,
        url: editorUrl({ locale: input.locale, productId: one.productId }, new URLSearchParams()),
      }));
      return { message: "", terms: { against: { texts: views, looked, next } } };
    },
  }),
};

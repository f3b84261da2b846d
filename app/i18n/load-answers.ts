import { bindSpaces } from "./bound-spaces.ts";
import type { UiLocale } from "./locales.ts";
import { pseudoOf, type Words } from "./pseudo.ts";

/** The namespace of what only the server says: pages do not load it, so their components cannot say it. */
export const answerWords = "answers";

const languages: Record<UiLocale, () => Promise<Words>> = {
  en: async () => (await import("./en/answers.ts")).default,
  de: async () => bindSpaces((await import("./de/answers.ts")).default, "de"),
  fr: async () => bindSpaces((await import("./fr/answers.ts")).default, "fr"),
  es: async () => (await import("./es/answers.ts")).default,
  ja: async () => (await import("./ja/answers.ts")).default,
  "en-XA": async () => pseudoOf((await import("./en/answers.ts")).default),
};

export function loadAnswers(locale: UiLocale): Promise<Words> {
  return languages[locale]();
}

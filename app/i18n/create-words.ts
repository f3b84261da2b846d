import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Catalog } from "./catalog.ts";
import type { UiLocale } from "./locales.ts";

/** Words in one language: `words.t("frame:nav.jobs")`. Plurals and numbers are those of the runtime's Intl. */
export function createWords(locale: UiLocale, catalog: Catalog): i18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    lng: locale,
    resources: { [locale]: catalog },
    ns: Object.keys(catalog),
    defaultNS: "frame",
    fallbackLng: false,
    initAsync: false,
    // React escapes what it shows, and words that go elsewhere are plain texts.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return words;
}

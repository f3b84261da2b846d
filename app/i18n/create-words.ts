import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type { BaseWords } from "./catalog.ts";
import type { UiLocale } from "./locales.ts";

/** Words in one language, all or those of every page: `words.t("frame:nav.rules")`. Plurals and numbers are those of the runtime's Intl. */
export function createWords(locale: UiLocale, catalog: BaseWords): i18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    lng: locale,
    // A copy: words that come later are put into it.
    resources: { [locale]: { ...catalog } },
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

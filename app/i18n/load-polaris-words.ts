import type { UiLocale } from "./locales.ts";
import { pseudoOf, type Words } from "./pseudo.ts";

/** What Polaris's own components say; its files are one a language, and each a chunk. */
const languages: Record<UiLocale, () => Promise<Words>> = {
  en: async () => (await import("@shopify/polaris/locales/en.json", { with: { type: "json" } })).default,
  de: async () => (await import("@shopify/polaris/locales/de.json", { with: { type: "json" } })).default,
  fr: async () => (await import("@shopify/polaris/locales/fr.json", { with: { type: "json" } })).default,
  es: async () => (await import("@shopify/polaris/locales/es.json", { with: { type: "json" } })).default,
  ja: async () => (await import("@shopify/polaris/locales/ja.json", { with: { type: "json" } })).default,
  "en-XA": async () => pseudoOf(await languages.en()),
};

export function loadPolarisWords(locale: UiLocale): Promise<Words> {
  return languages[locale]();
}

const names = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** A language in English, e.g. "Brazilian Portuguese". @param locale BCP-47 */
export function languageName(locale: string): string {
  return names.of(locale) ?? locale;
}

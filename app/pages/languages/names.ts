/** The name of a language in another one: "German", "brasilianisches Portugiesisch". @param locale BCP-47 */
export function languageName(locale: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: "language", fallback: "code" }).of(locale) ?? locale;
}

/** A label amid a sentence: "Title" → "title", while "SEO title", "iPhone tips" and German nouns stay. */
export function inSentence(label: string, language = "en"): string {
  if (language.startsWith("de")) return label;
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

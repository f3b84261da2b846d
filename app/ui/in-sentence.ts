/** A label amid a sentence: "Title" → "title", while "SEO title" and "iPhone tips" stay. */
export function inSentence(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

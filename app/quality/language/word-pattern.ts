/** Written without spaces, or with particles glued to words. */
const undivided: ReadonlySet<string> = new Set(["ja", "zh", "ko", "th"]);

/**
 * Finds any of the words, in whatever case, as words of their own; in scripts without spaces anywhere. The longest first, so that no
 * phrase is taken for its beginning.
 * @param words `-` before one: an ending, behind it: a beginning @param language ISO 639-1
 */
export function patternOf(words: readonly string[], language: string): RegExp {
  const isUndivided = undivided.has(language);
  const alternatives = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => {
      const letters = word.replace(/^-|-$/g, "").replaceAll("- ", "[\\p{L}\\p{M}]* ");
      if (isUndivided) return letters;
      return `${word.startsWith("-") ? "\\p{L}+" : ""}${letters}${word.endsWith("-") ? "[\\p{L}\\p{M}]*" : ""}`;
    })
    .join("|");
  return isUndivided
    ? new RegExp(`(?:${alternatives})`, "giu")
    : new RegExp(`(?<![\\p{L}\\p{M}])(?:${alternatives})(?![\\p{L}\\p{M}])`, "giu");
}

/** How wide words are, in pixels. */
export type Measure = (words: string) => number;

/**
 * Words as a search engine cuts them: by width, between words, with an ellipsis where something is left out.
 * @param room px in all lines together
 */
export function cutAtPixels(words: string, room: number, measure: Measure): { shown: string; cut: string } {
  const text = words.replace(/\s+/g, " ").trim();
  if (measure(text) <= room) return { shown: text, cut: "" };
  const signs = [...text];
  let [fits, over] = [0, signs.length];
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (measure(`${signs.slice(0, middle).join("").trimEnd()} …`) <= room) fits = middle;
    else over = middle;
  }
  const start = signs.slice(0, fits).join("");
  const space = start.lastIndexOf(" ");
  // A word that fills half of the line is cut in itself, as are scripts that put no spaces between words.
  const shown = space > start.length / 2 ? start.slice(0, space) : start;
  return { shown: `${shown.trimEnd()} …`, cut: text.slice(shown.length).trim() };
}

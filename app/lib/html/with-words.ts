import { overText } from "./over-text.ts";
import { spansOf } from "./spans-of-words.ts";

/**
 * A text with other words in the place of some, wherever it holds them as whole words; inside HTML between the tags only.
 * @returns null where it does not hold them
 */
export function withWords(
  source: string,
  fix: { quote: string; with: string },
  { html }: { html: boolean },
): string | null {
  let changed = false;
  const replaced = overText(source, html, (text) => {
    const spans = spansOf(text, fix.quote);
    if (spans.length === 0) return text;
    changed = true;
    let rest = text;
    for (const { start, end } of spans.toReversed()) rest = rest.slice(0, start) + fix.with + rest.slice(end);
    return rest;
  });
  return changed ? replaced : null;
}

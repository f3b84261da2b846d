import type { TextBody } from "../../db/schema/index.ts";
import { withWords } from "../../lib/html/with-words.ts";

/**
 * The text with other words in the place of a finding's: wherever it holds them as whole words, inside HTML between the tags only.
 * @returns null where the text does not hold them
 */
export function applyFix(
  body: TextBody,
  fix: { quote: string; with: string },
  { html }: { html: boolean },
): TextBody | null {
  let changed = false;
  const replaced = (part: string) => {
    const put = withWords(part, fix, { html });
    if (put !== null) changed = true;
    return put ?? part;
  };
  const fixed = typeof body === "string" ? replaced(body) : body.map(replaced);
  return changed ? fixed : null;
}

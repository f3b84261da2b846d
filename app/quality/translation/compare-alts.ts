import { type HtmlNode, parseHtml } from "../../lib/html/parse-html.ts";
import { compareNumbers } from "./compare-numbers.ts";
import type { Difference } from "./side.ts";
import { type StillSource, stillSource } from "./still-source.ts";

/** The words of a picture that a translation says otherwise than its source. */
export interface AltDifference {
  /** of the translation */
  alt: string;
  differences: readonly Difference[];
  still: StillSource | null;
}

interface Written {
  html: string;
  /** BCP-47 */
  locale: string;
}
const mostPictures = 100;

/** The alt texts of pictures one by one, where both texts have as many: a reader of the page's text does not see them. */
export function compareAlts(source: Written, target: Written, kept: readonly string[]): AltDifference[] {
  const [before, after] = [altsOf(source.html), altsOf(target.html)];
  if (before.length !== after.length) return [];
  return before.slice(0, mostPictures).flatMap((text, i): AltDifference[] => {
    const alt = after[i] ?? "";
    const [one, other] = [
      { text, locale: source.locale },
      { text: alt, locale: target.locale },
    ];
    const differences = compareNumbers(one, other);
    const still = stillSource(one, other, kept);
    return differences.length > 0 || still ? [{ alt, differences, still }] : [];
  });
}

function altsOf(html: string): string[] {
  if (!/<img\b/i.test(html)) return [];
  const alts: string[] = [];
  const walk = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (typeof node === "string") continue;
      const { alt = "" } = node.attributes;
      if (node.tag === "img" && alt.trim() !== "") alts.push(alt.trim());
      walk(node.children);
    }
  };
  walk(parseHtml(html));
  return alts;
}

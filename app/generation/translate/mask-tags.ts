/**
 * Whole pieces that hold no words, and tags with attributes: the model is shown a number in their place. That saves tokens, and
 * what comes back has them to the letter.
 */
const pieces =
  /<!--[\s\S]*?-->|<(script|style|iframe|video|object|svg)\b[\s\S]*?<\/\1\s*>|<[a-z][a-z0-9-]{0,30}\s(?:[^<>"']|"[^"]*"|'[^']*')*>/gi;
const masked = /<([a-z][a-z0-9-]{0,30})\s+id\s*=\s*["']?(\d{1,4})["']?\s*\/?>/gi;
const tag = /<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/gi;
/** A browser reads on from here until something closes it, in what stands behind the text too. */
const unfinished = /<[a-z!/?]/i;

export interface MaskedHtml {
  html: string;
  /** what stands for number 1, 2, … */
  pieces: readonly string[];
}

/** `<a href="…">x</a>` → `<a id="1">x</a>` */
export function maskTags(html: string): MaskedHtml {
  const found: string[] = [];
  const plain = html.replace(pieces, (piece) => {
    found.push(piece);
    return `<${nameOf(piece)} id="${found.length}">`;
  });
  return { html: plain, pieces: found };
}

/** Puts the pieces back; a number that stands for none, or for another element, is a tag without attributes. */
export function unmaskTags(html: string, { pieces: known }: Pick<MaskedHtml, "pieces">): string {
  return html.replace(masked, (_whole, name: string, number: string) => {
    const piece = known[Number(number) - 1];
    return piece !== undefined && nameOf(piece) === name.toLowerCase() ? piece : `<${name}>`;
  });
}

/** Whether each tag and comment stands in the source as well, as often, and none is unfinished: nothing in it needs to be taken out. */
export function hasOnlyTagsOf(source: string, html: string): boolean {
  const left = new Map<string, number>();
  for (const [one] of source.matchAll(tag)) left.set(one, (left.get(one) ?? 0) + 1);
  for (const [one] of html.matchAll(tag)) {
    const count = left.get(one) ?? 0;
    if (count === 0) return false;
    left.set(one, count - 1);
  }
  return !unfinished.test(html.replace(tag, ""));
}

/** "x" for a comment */
function nameOf(piece: string): string {
  return /^<([a-z][a-z0-9-]*)/i.exec(piece)?.[1]?.toLowerCase() ?? "x";
}

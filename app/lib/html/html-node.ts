/** A piece of parsed HTML: words, with their entities decoded, or an element. Comments are gone. */
export type HtmlNode = string | HtmlElement;

export interface HtmlElement {
  /** lower case; `svg:…` and `math:…` for what is of another namespace than HTML */
  tag: string;
  /** as the parser read them: lower-case names, decoded values, the first of two with one name */
  attributes: Readonly<Record<string, string>>;
  children: HtmlNode[];
}

/** Elements inside one another. Browsers stop at 512; what no text has is not worth the square of its size. */
export const deepest = 200;
/** A row of unclosed formatting elements makes a parser build them anew in each paragraph. */
export const mostElements = 50_000;

/** Of HTML that is so deep or large that no text has it. */
export class TooMuch extends Error {}

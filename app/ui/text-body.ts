/** A text: one string, or the list of bullets. */
export type TextBody = string | string[];

/** What the pages know of a content type: how it is called, how long it may be, how it is shown. */
export interface ContentTypeView {
  name: string;
  label: string;
  /** limit in characters; for bullets of one bullet */
  limitChars: number | null;
  kind: "line" | "text" | "html" | "bullets";
  /** false: approved texts stay here, they do not go to the shop */
  published?: boolean | undefined;
  /** a product without it lacks something */
  wanted?: boolean | undefined;
  /** how the filter for missing content names it */
  missing?: string | undefined;
}

/** Length in characters as a person counts them: an emoji outside the basic plane is one. */
export function lengthChars(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

export function isEmptyBody(body: TextBody | null): boolean {
  return body === null || (Array.isArray(body) ? body.every((line) => line.trim() === "") : body.trim() === "");
}

export function sameBody(a: TextBody | null, b: TextBody | null): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((line, i) => line === b[i]);
  return a === b;
}

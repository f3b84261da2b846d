import { z } from "zod";
import { isRecord, parseJson } from "../../lib/json.ts";

const linkSchema = z.object({ text: z.string() });
const linksSchema = z.array(linkSchema);

/**
 * The words of a link, as a metafield of the type `link` holds it: `{"text": "Care", "url": "https://…"}`; null without words.
 * @see https://shopify.dev/docs/apps/build/metafields/list-of-data-types
 */
export function linkTextOf(value: string): string | null {
  return linkSchema.safeParse(parseJson(value)).data?.text || null;
}

/** The words of each link of a list; null where one is no link, and for an empty list. */
export function linkTextsOf(value: string): string[] | null {
  const links = linksSchema.safeParse(parseJson(value)).data ?? [];
  return links.length > 0 ? links.map(({ text }) => text) : null;
}

/** The link with other words. @param source where it leads to, and all else; without one it is words alone */
export function linkWith(text: string, source?: string): string {
  return JSON.stringify(withText(source === undefined ? {} : parseJson(source), text));
}

/** The list of links with other words: as many links as the source has, those beyond the words as they are. */
export function linksWith(texts: readonly string[], source?: string): string {
  const links = source === undefined ? undefined : parseJson(source);
  if (!Array.isArray(links)) return JSON.stringify(texts.map((text) => withText({}, text)));
  return JSON.stringify(links.map((link: unknown, at) => withText(link, texts[at])));
}

function withText(link: unknown, text: string | undefined): unknown {
  if (text === undefined) return link;
  return isRecord(link) ? { ...link, text } : { text };
}

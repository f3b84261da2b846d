import { z } from "zod";
import { configNameOf, imageAlt } from "./slot.ts";

/** How a text is built: one short line, a longer text, or a list of lines. */
export type Family = "title" | "string" | "bullets";

/** A config's definition of the content types that it adds. */
export interface FamilyRules {
  client?: { content_type_family_map?: Readonly<Record<string, Family>> | null | undefined } | null | undefined;
  html_content_types?: readonly string[] | undefined;
  /** kept without HTML, whatever they are in the shop */
  plain_content_types?: readonly string[] | undefined;
}

/** What the program itself knows of a content type; what a merchant may decide is in the content config. */
export interface ContentTypeTraits {
  family: Family;
  /** simple HTML is kept; everything else is plain text */
  html: boolean;
  /** shorter than this looks unfinished */
  minChars: number;
  /** bullets: how many are asked for */
  count?: number;
}

export const contentTypes = {
  title: { family: "title", html: false, minChars: 3 },
  desc: { family: "string", html: true, minChars: 60 },
  bullets: { family: "bullets", html: false, minChars: 5, count: 5 },
  seo_title: { family: "title", html: false, minChars: 3 },
  seo_desc: { family: "string", html: false, minChars: 40 },
} as const satisfies Record<string, ContentTypeTraits>;

export type ContentType = keyof typeof contentTypes;

/** In the order in which people read them. */
export const contentTypeNames = Object.keys(contentTypes) as [ContentType, ...ContentType[]];

/** The name of any content type: one of the five, or one that a merchant's config adds. */
export const contentTypeNameSchema = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** What is known of a content type that a merchant adds: plain text of the family that the config maps it to. */
const added: Record<Family, ContentTypeTraits> = {
  title: { family: "title", html: false, minChars: 3 },
  string: { family: "string", html: false, minChars: 20 },
  bullets: { family: "bullets", html: false, minChars: 5, count: 5 },
};

/** Of one image: a short line of plain text. */
const imageAltTraits: ContentTypeTraits = { family: "title", html: false, minChars: 3 };

/**
 * The five keep their traits, since the shop's fields are what they are; every other name has the family of the config's
 * `content_type_family_map`, and is a plain text without one.
 */
export function traitsOf(contentType: string, config?: FamilyRules): ContentTypeTraits {
  const known = (contentTypes as Record<string, ContentTypeTraits>)[contentType];
  if (known) return config?.plain_content_types?.includes(contentType) ? { ...known, html: false } : known;
  if (configNameOf(contentType) === imageAlt) return imageAltTraits;
  const traits = added[config?.client?.content_type_family_map?.[contentType] ?? "string"];
  return config?.html_content_types?.includes(contentType) ? { ...traits, html: true } : traits;
}

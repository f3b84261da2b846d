import { z } from "zod";
import { configNameOf, imageAlt } from "../catalog/image-alts.ts";
import type { ContentConfig } from "./content-config.ts";

/** How a text is built: one short line, a longer text, or a list of lines. */
export type Family = "title" | "string" | "bullets";

/** What the program itself knows of a content type; what a merchant may decide stands in the content config. */
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
  bullets: { family: "bullets", html: false, minChars: 8, count: 5 },
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
  bullets: { family: "bullets", html: false, minChars: 8, count: 5 },
};

/** Of one image: a short line of plain text. */
const imageAltTraits: ContentTypeTraits = { family: "title", html: false, minChars: 3 };

/** What holds for alt texts where a config says nothing else. 125 characters are what screen readers read in one go. */
const imageAltConfig = {
  task: "Write the alt text of the picture: what it shows of the product, for somebody who cannot see it. One plain sentence or phrase that begins with what is to be seen; where the product has several pictures, say what tells this one from the others.",
  character_limit: 125,
  restrictions: [
    'Do not begin with "Image of", "Picture of" or the like, and write no file names and no lists of keywords.',
    "Do not guess what the picture does not show.",
  ],
};

type TypeConfig = NonNullable<ContentConfig["content_types"]>[string];

/** What a config says of a content type; all images share what it says of `image_alt`. */
export function typeConfigOf(config: ContentConfig, contentType: string): TypeConfig | undefined {
  const name = configNameOf(contentType);
  const own = config.content_types?.[name];
  return name === imageAlt ? { ...imageAltConfig, ...dropNulls(own) } : own;
}

function dropNulls<T extends object>(source: T | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(source ?? {}).filter(([, value]) => value !== null)) as Partial<T>;
}

/**
 * The five keep their traits, since the shop's fields are what they are; every other name has the family of the config's
 * `content_type_family_map`, and is a plain text without one.
 */
export function traitsOf(contentType: string, config?: ContentConfig): ContentTypeTraits {
  const known = (contentTypes as Record<string, ContentTypeTraits>)[contentType];
  if (known) return known;
  if (configNameOf(contentType) === imageAlt) return imageAltTraits;
  const traits = added[config?.client?.content_type_family_map?.[contentType] ?? "string"];
  return config?.html_content_types?.includes(contentType) ? { ...traits, html: true } : traits;
}

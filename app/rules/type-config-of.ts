import { configNameOf, imageAlt } from "../texts/slot.ts";
import type { ContentConfig } from "./content-config.ts";

/** What holds for alt texts where a config sets nothing else. 125 characters are what screen readers read in one go. */
const imageAltConfig = {
  task: "Write the alt text of the picture: what it shows of the product, for somebody who cannot see it. One plain sentence or phrase that begins with what is to be seen; where the product has several pictures, say what tells this one from the others.",
  character_limit: 125,
  restrictions: [
    'Do not begin with "Image of", "Picture of" or the like, and write no file names and no lists of keywords.',
    "Do not guess what the picture does not show.",
  ],
};

export type TypeConfig = NonNullable<ContentConfig["content_types"]>[string];

/** A config's rules for a content type; all images share those of `image_alt`. */
export function typeConfigOf(config: ContentConfig, contentType: string): TypeConfig | undefined {
  const name = configNameOf(contentType);
  const own = config.content_types?.[name];
  return name === imageAlt ? { ...imageAltConfig, ...dropNulls(own) } : own;
}

function dropNulls<T extends object>(source: T | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(source ?? {}).filter(([, value]) => value !== null)) as Partial<T>;
}

import type { ContentTypeTraits, Family } from "../texts/content-types.ts";
import { defaultConfig } from "./default-config.ts";
import type { TypeConfig } from "./type-config-of.ts";

/** How long a text of a content type that nobody wrote rules for gets. */
const usualLimits: Record<Family, number> = { title: 70, string: 600, bullets: 200 };

/**
 * What a model is told of a content type that the config leaves out. It is no rule of the shop's: no check holds a text to it.
 * @param name as configs call it
 */
export function generalTypeConfigOf(name: string, { family }: Pick<ContentTypeTraits, "family">): TypeConfig {
  const known = defaultConfig.content_types?.[name];
  if (known) return known;
  return {
    task: `Write the text "${name}" of the product, as far as the data says something on it.`,
    character_limit: usualLimits[family],
  };
}

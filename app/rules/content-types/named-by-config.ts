import { contentTypeNameSchema, type Family } from "../../texts/content-types.ts";
import { configNameOf, imageAlt } from "../../texts/slot.ts";
import type { ContentConfig } from "../content-config.ts";
import type { ShopContentType } from "./list-content-types.ts";

/** Content types that a config has rules for and the shop does not have: nothing writes them until somebody adds them. */
export function typesNamedBy(
  config: ContentConfig,
  types: readonly ShopContentType[],
): { name: string; family: Family }[] {
  const families = config.client?.content_type_family_map ?? {};
  return Object.keys(config.content_types ?? {}).flatMap((name) => {
    const known = configNameOf(name) === imageAlt || types.some((type) => type.name === name);
    if (known || name.length < 2 || !contentTypeNameSchema.safeParse(name).success) return [];
    return [{ name, family: families[name] ?? "string" }];
  });
}

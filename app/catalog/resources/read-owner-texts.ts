import type { ResourceKind, TranslatableText } from "../../db/schema/index.ts";
import { textOfHtml } from "../../lib/html/text-of-html.ts";
import type { TextResourceNode, TextResourceType } from "../../shopify/operations/index.ts";
import { filtersOwner, kindOfOwner, menusOwner } from "../../texts/resource-owner.ts";
import { formOfType } from "../translations/text-form.ts";
import { slotOfKey } from "../translations/translatable-key.ts";

/** A resource as a line of the list of texts, with all of its texts by the names of their slots. */
export interface OwnerTexts {
  id: string;
  kind: ResourceKind;
  title: string;
  texts: Record<string, TranslatableText>;
}

/** What is read for a kind, and the one line that all of it is, where a kind has only one. */
export interface KindReading {
  kind: ResourceKind;
  types: readonly TextResourceType[];
  together?: string;
}

export const kindReadings: readonly KindReading[] = [
  { kind: "collection", types: ["COLLECTION"] },
  { kind: "page", types: ["PAGE"] },
  { kind: "blog", types: ["BLOG"] },
  { kind: "article", types: ["ARTICLE"] },
  { kind: "policy", types: ["SHOP_POLICY"] },
  { kind: "menu", types: ["MENU", "LINK"], together: menusOwner },
  { kind: "metaobject", types: ["METAOBJECT"] },
  { kind: "filter", types: ["FILTER"], together: filtersOwner },
  { kind: "shop", types: ["SHOP"] },
];

const namingKeys = ["title", "label", "name", "meta_title"];
const longestTitle = 80;

/** The texts of a resource that people read; handles and what is no text (JSON, addresses, files) are left out. */
export function textsOfNode({ resourceId, translatableContent }: TextResourceNode): OwnerTexts["texts"] {
  const texts: OwnerTexts["texts"] = {};
  for (const { key, value, type } of translatableContent) {
    const name = slotOfKey({ resourceId, key }, new Map());
    if (name !== null && value?.trim() && formOfType(type) !== null) texts[name] = { value, type };
  }
  return texts;
}

/** @returns null for a resource of a kind that is not translated here */
export function ownerOfNode(node: TextResourceNode): OwnerTexts | null {
  const id = node.resourceId.replace(/^gid:\/\/shopify\//, "");
  const kind = kindOfOwner(id);
  if (kind === null) return null;
  const textOf = (key: string) => node.translatableContent.find((one) => one.key === key)?.value?.trim();
  const texts = textsOfNode(node);
  const named = namingKeys.map(textOf).find((value) => value) ?? Object.values(texts)[0]?.value ?? "";
  return { id, kind, title: shortened(named), texts };
}

/** How one line goes that is many: by the names of what comes first, the shop's menus or its filters. */
export function titleOfAll(names: readonly string[]): string {
  return shortened(names.join(", "));
}

function shortened(text: string): string {
  const signs = [...(text.includes("<") ? textOfHtml(text) : text).replace(/\s+/g, " ").trim()];
  return signs.length <= longestTitle
    ? signs.join("")
    : `${signs
        .slice(0, longestTitle - 1)
        .join("")
        .trimEnd()}…`;
}

import type { TextBody, TextLimits, TranslatableText } from "../../db/schema/index.ts";
import { all, get, type Steps } from "../../db/steps.ts";
import { resourceKindsOfTexts } from "../../texts/resource-owner.ts";
import { slotNamed } from "../../texts/slot.ts";
import { ownLimitsOf } from "../../texts/text-limits.ts";
import { isBlank } from "../live-texts.ts";
import type { Product } from "../product.ts";
import { readMetafieldPlaces } from "../text-places.ts";
import { sourceDigest } from "./source-digest.ts";
import { bodyOfValue, formOfContentType, formOfType, type TextForm, valueOfBody } from "./text-form.ts";

/** A text of the shop's primary language that can be translated. */
export interface SourceText {
  /** of its slot */
  name: string;
  body: TextBody;
  /** see {@link sourceDigest} */
  digest: string;
  form: TextForm;
  /** of an option's value: the entry whose text it is, e.g. `Metaobject/7`; translated there, once for all products */
  linked?: string | undefined;
  /** what its place takes, of the original and of each translation; left out where nothing is known of it */
  limits?: TextLimits | undefined;
}

const othersSql = "SELECT texts FROM translatable_texts WHERE shop = @shop AND owner = @owner";

/**
 * All texts of a product that are live in the shop's primary language: its content types in reading order, then its options,
 * their values and its metafields. A text without a word that people see is none.
 */
export function* translationSources({ shop, id, live }: Pick<Product, "shop" | "id" | "live">): Steps<SourceText[]> {
  const places = yield* readMetafieldPlaces(shop);
  const own = Object.entries(live).flatMap(([name, body]): SourceText[] => {
    if (body === null || isBlank(body)) return [];
    const form = formOfContentType(name, places);
    const limits = places.find(({ contentType }) => contentType === name)?.limits;
    return [{ name, body, form, digest: sourceDigest(valueOfBody(form, body)), ...(limits ? { limits } : {}) }];
  });
  const row = yield* get<{ texts: string }>(othersSql, { shop, owner: id });
  const others = row ? (JSON.parse(row.texts) as Record<string, TranslatableText>) : {};
  const more = Object.entries(others).flatMap(
    ([name, { value, type, linked, limits = ownLimitsOf(name) }]): SourceText[] => {
      const form = formOfType(type);
      const body = form && bodyOfValue(form, value);
      if (!form || body === null || isBlank(body)) return [];
      const place = { ...(linked === undefined ? {} : { linked }), ...(limits ? { limits } : {}) };
      return [{ name, body, form, digest: sourceDigest(value), ...place }];
    },
  );
  return [...own, ...(yield* withoutLostLinks(shop, more))];
}

const entriesSql = `SELECT id FROM text_resources
  WHERE shop = @shop AND gone_at IS NULL AND id IN (SELECT value FROM json_each(@ids))`;

/** A value of an entry that nobody can translate, since it is an app's or its definition forbids it, is translated at its product. */
function* withoutLostLinks(shop: string, sources: SourceText[]): Steps<SourceText[]> {
  const ids = sources.flatMap(({ linked }) => linked ?? []);
  if (ids.length === 0) return sources;
  const rows = yield* all<{ id: string }>(entriesSql, { shop, ids: JSON.stringify(ids) });
  const known = new Set(rows.map(({ id }) => id));
  return sources.map(({ linked, ...source }) =>
    linked !== undefined && known.has(linked) ? { ...source, linked } : source,
  );
}

/**
 * What of a product a text is, where it is none of its content types: an option's name, the name of one of its values, or another.
 * `resource`: it is a text of what is no product, e.g. of a page.
 */
export type OtherKind = "option" | "option_value" | "product_type" | "metafield" | "resource" | "other";

const kindsOfResources: Readonly<Record<string, OtherKind>> = {
  ProductOption: "option",
  ProductOptionValue: "option_value",
  Product: "product_type",
  Metafield: "metafield",
  ...Object.fromEntries(resourceKindsOfTexts.map((kind) => [kind, "resource" as const])),
};

/** null for a content type and for the alt text of an image */
export function otherKindOf(name: string): OtherKind | null {
  const { resource } = slotNamed(name);
  const [kind = ""] = resource.split("/");
  if (resource === "product" || kind === "MediaImage") return null;
  return kindsOfResources[kind] ?? "other";
}

import { wantedByDefault } from "../../catalog/wanted-texts.ts";
import type { AddedType } from "../../db/schema/index.ts";
import { all, type Steps } from "../../db/steps.ts";
import { contentTypeNames, type Family, traitsOf } from "../../texts/content-types.ts";
import { configNameOf, configNamesOf, imageAlt } from "../../texts/slot.ts";

/** A content type that a shop has: one of the five, or one that it added. */
export interface ShopContentType {
  name: string;
  /** what people read */
  label: string;
  family: Family;
  /** simple HTML is kept */
  html: boolean;
  /** what the shop entered when it added the type; null for the five */
  added: AddedType | null;
  /** approved texts go to the shop; false: they stay here */
  published: boolean;
  /** a product without this text lacks something */
  wanted: boolean;
}

const labels: Record<string, string> = {
  title: "Title",
  desc: "Description",
  bullets: "Bullets",
  seo_title: "SEO title",
  seo_desc: "SEO description",
  [imageAlt]: "Image alt texts",
};

interface Row {
  name: string;
  added: string | null;
  published: 0 | 1;
  wanted: 0 | 1 | null;
}

const rowsSql = `SELECT name, added, published, wanted FROM shop_content_types
  WHERE shop = @shop AND removed_at IS NULL ORDER BY slot`;

/**
 * All content types of a shop in the order in which people read them: the five, the alt texts of images as one, then its own
 * as they were added.
 */
export function* listContentTypes(shop: string): Steps<ShopContentType[]> {
  const rows = yield* all<Row>(rowsSql, { shop });
  const said = (name: string) => rows.find((row) => row.name === name);
  const own = [...contentTypeNames, imageAlt].map((name): ShopContentType => {
    const { family, html } = traitsOf(name);
    const published = said(name)?.published !== 0;
    const wanted = isWanted(name, said(name)?.wanted);
    return { name, label: labels[name] ?? name, family, html, added: null, published, wanted };
  });
  return [...own, ...rows.flatMap(addedType)];
}

function isWanted(name: string, said: 0 | 1 | null | undefined): boolean {
  return said === null || said === undefined ? wantedByDefault(name) : said === 1;
}

function addedType({ name, added: json, published, wanted }: Row): ShopContentType[] {
  if (json === null) return [];
  const added = JSON.parse(json) as AddedType;
  const { label, family, metafieldType } = added;
  const html = metafieldType === "rich_text_field";
  return [{ name, label, family, html, added, published: published === 1, wanted: isWanted(name, wanted) }];
}

/** The type of a text by its name; the alt texts of all images are of one. */
export function typeNamed(types: readonly ShopContentType[], name: string): ShopContentType | undefined {
  const wanted = configNameOf(name);
  return types.find((type) => type.name === wanted);
}

/** "Title, How to use": in reading order; a name that the shop does not have is kept as it is, after the others. */
export function labelsOf(types: readonly ShopContentType[], names: readonly string[]): string {
  const wanted = configNamesOf(names);
  const known = types.filter(({ name }) => wanted.includes(name));
  const others = wanted.filter((name) => !types.some((type) => type.name === name));
  return [...known.map(({ label }) => label), ...new Set(others.map(labelOfOther))].join(", ");
}

/** Of what is translated and no content type. */
function labelOfOther(name: string): string {
  const [kind = ""] = name.split("/");
  return name.includes("/") && Object.hasOwn(otherLabels, kind) ? (otherLabels[kind] ?? name) : name;
}

const otherLabels: Readonly<Record<string, string>> = {
  ProductOption: "Option name",
  ProductOptionValue: "Option value",
  Metafield: "Metafield",
};

/** As {@link labelsOf}, for the middle of a sentence: "title, SEO title, how to use". */
export function labelsInSentence(types: readonly ShopContentType[], names: readonly string[]): string {
  return labelsOf(
    types.map((type) => ({ ...type, label: uncapitalised(type.label) })),
    names,
  );
}

function uncapitalised(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

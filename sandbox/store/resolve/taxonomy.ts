import { isArchivedCategory, taxonomy } from "../../catalogue/taxonomy.ts";
import {
  attributesOfCategory,
  categoriesOfTemplate,
  type StandardTemplate,
  standardTemplates,
  type TaxonomyAttribute,
  taxonomyAttributes,
} from "../../catalogue/taxonomy-attributes.ts";
import { hashText } from "../../shared/random.ts";
import { gid, type MetaobjectRecord, parseGid } from "../records.ts";
import { type Args, listField, model } from "./context.ts";

interface CategoryNode {
  __typename: "TaxonomyCategory";
  key: string;
  fullName: string;
}

/** Key of a taxonomy category as the source of a TaxonomyCategory. */
export function category(key: string | null): CategoryNode | null {
  const fullName = key === null ? undefined : taxonomy[key];
  return key === null || fullName === undefined ? null : { __typename: "TaxonomyCategory", key, fullName };
}

/** An attribute as the source of its node; null for a number that is none. */
export function taxonomyAttribute(id: number) {
  const found = taxonomyAttributes.find((attribute) => attribute.id === id);
  return found ? { __typename: "TaxonomyChoiceListAttribute", ...found } : null;
}

const parentOf = (key: string) => (key.includes("-") ? key.slice(0, key.lastIndexOf("-")) : null);
const categoryGid = (key: string) => gid("TaxonomyCategory", key);
const all = Object.keys(taxonomy);
const children = (key: string | null) => all.filter((one) => parentOf(one) === key);

/** As asked for: one of the arguments counts; without any, the roots. */
function categoriesFor(args: Args): CategoryNode[] {
  const keyOf = (argument: unknown) => parseGid(argument)?.key ?? "";
  return found().flatMap((key) => category(key) ?? []);

  function found(): string[] {
    if (typeof args.search === "string") return named(args.search);
    if (args.childrenOf != null) return taxonomy[keyOf(args.childrenOf)] ? children(keyOf(args.childrenOf)) : [];
    if (args.descendantsOf != null) return all.filter((key) => key.startsWith(`${keyOf(args.descendantsOf)}-`));
    if (args.siblingsOf != null) {
      const key = keyOf(args.siblingsOf);
      return taxonomy[key] ? children(parentOf(key)).filter((one) => one !== key) : [];
    }
    return children(null);
  }
}

/** All whose own name holds all words, in an order that ranks nothing. */
function named(search: string): string[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (key: string) => {
    const name = taxonomy[key]?.split(" > ").at(-1)?.toLowerCase() ?? "";
    return words.length > 0 && words.every((word) => name.includes(word));
  };
  return all.filter(matches).sort((one, other) => hashText(one) - hashText(other));
}

const byKey = ({ key }: { key: string }) => key;

export const taxonomyModel = model<object>(
  {},
  { categories: listField<object, CategoryNode>((_source, args) => categoriesFor(args), byKey) },
);

export const categoryModel = model<CategoryNode>(
  {
    id: (c) => categoryGid(c.key),
    fullName: (c) => c.fullName,
    name: (c) => c.fullName.split(" > ").at(-1),
    level: (c) => c.fullName.split(" > ").length,
    isRoot: (c) => !c.key.includes("-"),
    isLeaf: (c) => children(c.key).length === 0,
    isArchived: (c) => isArchivedCategory(c.key),
    parentId: (c) => {
      const parent = parentOf(c.key);
      return parent === null ? null : categoryGid(parent);
    },
    childrenIds: (c) => children(c.key).map(categoryGid),
    ancestorIds: (c) => all.filter((key) => c.key.startsWith(`${key}-`)).map(categoryGid),
  },
  {
    attributes: listField<CategoryNode, object>(
      (c) =>
        attributesOfCategory(c.key).map((attribute) => ({ __typename: "TaxonomyChoiceListAttribute", ...attribute })),
      (attribute) => (attribute as TaxonomyAttribute).id,
    ),
  },
);

export const attributeModel = model<TaxonomyAttribute>(
  { id: (a) => gid("TaxonomyAttribute", a.id), name: (a) => a.name },
  {
    values: listField<TaxonomyAttribute, { id: string; name: string }>(
      (a) => Object.entries(a.values).map(([id, name]) => ({ id: gid("TaxonomyValue", id), name })),
      ({ id }) => id,
    ),
  },
);

export const templateModel = model<StandardTemplate>({
  id: (t) => gid("StandardMetafieldDefinitionTemplate", standardTemplates.indexOf(t) + 10_001),
  key: (t) => t.key,
  name: (t) => t.name,
  namespace: () => "shopify",
  description: () => null,
  type: () => ({ name: "list.metaobject_reference", category: "REFERENCE" }),
  ownerTypes: () => ["PRODUCT"],
});

export const constraintsModel = model<{ categories: readonly string[] }>(
  { key: () => "category" },
  {
    values: listField<{ categories: readonly string[] }, { value: string }>(
      ({ categories }) => categories.map((value) => ({ value })),
      ({ value }) => value,
    ),
  },
);

export const taxonomyQueries = { taxonomy: () => ({ __typename: "Taxonomy" }) };

export const taxonomyLists = {
  standardMetafieldDefinitionTemplates: listField(
    (_source: unknown, args, { shop }) => {
      const wanted = args.constraintSubtype as { key: string; value: string } | undefined | null;
      const activated = new Set(
        [...shop.definitions.values()].flatMap(({ namespace, key }) => (namespace === "shopify" ? [key] : [])),
      );
      return standardTemplates.filter(({ key }) => {
        if (args.excludeActivated === true && activated.has(key)) return false;
        if (!wanted) return true;
        const { value } = wanted;
        return (
          wanted.key === "category" &&
          categoriesOfTemplate(key).some((one) => value === one || value.startsWith(`${one}-`))
        );
      });
    },
    ({ key }: StandardTemplate) => key,
  ),
  metaobjects: listField(
    (_source: unknown, args, { shop }) => [...shop.metaobjects.values()].filter(({ type }) => type === args.type),
    ({ id }: MetaobjectRecord) => id,
  ),
};

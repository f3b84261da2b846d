import { categoriesOfTemplate, standardTemplates } from "../../catalogue/taxonomy-attributes.ts";
import type { MetafieldDefinitionRecord, MetaobjectRecord } from "../records.ts";
import type { Args, Context, Fields } from "../resolve/context.ts";
import { nodeAt } from "../resolve/query-root.ts";

/** A standard definition, made at the first time; asked for again it is answered with what is there. */
function enableStandardDefinition(args: Args, context: Context) {
  const { shop } = context;
  const refuse = (field: string[] | null, message: string, code: string) => ({
    createdDefinition: null,
    userErrors: [{ field, message, code }],
  });
  const template = standardTemplates.find(({ key }) => key === args.key);
  if (args.ownerType !== "PRODUCT" || args.namespace !== "shopify" || !template) {
    return refuse(
      null,
      "A standard definition wasn't found for the specified owner type, namespace and key.",
      "TEMPLATE_NOT_FOUND",
    );
  }
  const access = args.access as { admin?: string; storefront?: string } | null | undefined;
  if (access && (access.admin ?? "PUBLIC_READ_WRITE") !== "PUBLIC_READ_WRITE") {
    return refuse(
      ["access", "admin"],
      "Admin access can't be set on a standard definition.",
      "ADMIN_ACCESS_INPUT_NOT_ALLOWED",
    );
  }
  const known = [...shop.definitions.values()].find(
    (one) => one.ownerType === "PRODUCT" && one.namespace === "shopify" && one.key === template.key,
  );
  if (known) return { createdDefinition: known, userErrors: [] };
  const definition: MetafieldDefinitionRecord = {
    __typename: "MetafieldDefinition",
    id: shop.nextId(),
    ownerType: "PRODUCT",
    namespace: "shopify",
    key: template.key,
    name: template.name,
    description: null,
    type: "list.metaobject_reference",
    validations: [{ name: "metaobject_definition_id", value: `gid://shopify/MetaobjectDefinition/${shop.nextId()}` }],
    pinnedPosition: null,
    access: { admin: "PUBLIC_READ_WRITE", storefront: "PUBLIC_READ", customerAccount: "NONE" },
    categories: categoriesOfTemplate(template.key),
  };
  shop.definitions.set(definition.id, definition);
  return { createdDefinition: definition, userErrors: [] };
}

interface FieldInput {
  key: string;
  value: string;
}

/** Makes or changes an entry of a standard kind, under its handle. Its kind is there once its definition was enabled. */
function upsertMetaobject(args: Args, context: Context) {
  const { shop } = context;
  const { type, handle } = args.handle as { type: string; handle: string };
  const { fields = [] } = (args.metaobject ?? {}) as { fields?: FieldInput[] | null };
  const refuse = (message: string, code: string, key: string | null = null) => ({
    metaobject: null,
    userErrors: [{ field: ["metaobject"], message, code, elementKey: key, elementIndex: null }],
  });
  const template = standardTemplates.find(({ key }) => `shopify--${key}` === type);
  const isEnabled = [...shop.definitions.values()].some(
    ({ namespace, key }) => namespace === "shopify" && key === template?.key,
  );
  if (!template || !isEnabled)
    return refuse(`No metaobject definition exists for type "${type}"`, "UNDEFINED_OBJECT_TYPE");
  const known = [...shop.metaobjects.values()].find((one) => one.type === type && one.handle === handle);
  const given = new Map((fields ?? []).map(({ key, value }) => [key, value]));
  const label = given.get("label") ?? known?.displayName ?? "";
  if (label === "") return refuse("Label can't be blank", "OBJECT_FIELD_REQUIRED", "label");
  if (label.length > 255) return refuse("Label is too long (maximum is 255 characters)", "INVALID_VALUE", "label");
  const references: Record<string, string> = { ...known?.references };
  for (const { field, isList } of template.references) {
    const value = given.get(field) ?? references[field];
    if (value === undefined || value === "" || value === "[]") {
      return refuse(`${field} can't be blank`, "OBJECT_FIELD_REQUIRED", field);
    }
    const named = isList ? listOf(value) : [value];
    const isFine =
      named !== null && named.length <= 4 && named.every((id) => id.includes("/TaxonomyValue/") && nodeAt(id, context));
    if (!isFine) return refuse("Value must be a valid product taxonomy value reference.", "INVALID_VALUE", field);
    references[field] = value;
  }
  const strange = [...given.keys()].find(
    (key) => !["label", "color", "image", ...Object.keys(references)].includes(key),
  );
  if (strange !== undefined) {
    return refuse(`Field definition "${strange}" does not exist`, "UNDEFINED_OBJECT_FIELD", strange);
  }
  const metaobject: MetaobjectRecord = {
    __typename: "Metaobject",
    id: known?.id ?? shop.nextId(),
    type,
    handle,
    displayName: label,
    fields: [{ key: "label", value: label, type: "SINGLE_LINE_TEXT_FIELD" }],
    references,
    updatedAt: shop.now(),
  };
  shop.metaobjects.set(metaobject.id, metaobject);
  return { metaobject, userErrors: [] };
}

function listOf(value: string): string[] | null {
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) && list.every((one) => typeof one === "string") ? list : null;
  } catch {
    return null;
  }
}

export const categoryMutations: Fields<unknown> = {
  standardMetafieldDefinitionEnable: (_s, args, context) => enableStandardDefinition(args, context),
  metaobjectUpsert: (_s, args, context) => upsertMetaobject(args, context),
};

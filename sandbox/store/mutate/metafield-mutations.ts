import { fitsCategory } from "../fits-category.ts";
import { invalidValue, metafieldTypes, referencesIn, storedValue } from "../metafield-types.ts";
import { findMetafield, metafieldsOf, resolveNamespace, tooLarge } from "../metafields.ts";
import {
  gid,
  idOf,
  type MetafieldDefinitionRecord,
  type MetafieldRecord,
  type OwnerType,
  type ProductRecord,
  parseGid,
} from "../records.ts";
import type { Args, Context, Fields } from "../resolve/context.ts";
import { currency } from "../resolve/product.ts";
import { nodeAt } from "../resolve/query-root.ts";
import { compareDigestOf } from "../text.ts";
import { violatedRule } from "../validations.ts";

interface SetError {
  field: string[];
  message: string;
  code: string;
  elementIndex: number | null;
}

interface SetInput {
  ownerId: string;
  namespace?: string | null;
  key?: string | null;
  type?: string | null;
  value?: string | null;
  compareDigest?: string | null;
  /** Given for an existing metafield inside productUpdate. */
  id?: string | null;
}

const owners: ReadonlySet<string> = new Set(["Product", "ProductVariant", "Collection", "Shop", "AppInstallation"]);

interface Owner {
  __typename: OwnerType;
  id: number;
}

function ownerAt(context: Context, ownerId: string): Owner | undefined {
  const parsed = parseGid(ownerId);
  if (!parsed || !owners.has(parsed.type)) return undefined;
  const id = idOf(parsed.type, ownerId);
  if (id === undefined || !nodeAt(ownerId, context)) return undefined;
  return { __typename: parsed.type as OwnerType, id };
}

/**
 * Checks all inputs and makes the metafields; nothing is stored. Products come back changed in `products`
 * (`pending` holds products that are being written and not stored yet).
 */
export function setMetafields(
  context: Context,
  inputs: Record<string, unknown>[],
  pending: Map<number, ProductRecord>,
) {
  const { shop } = context;
  const now = shop.now();
  const errors: SetError[] = [];
  const products = new Map(pending);
  const others = new Map<string, MetafieldRecord[]>();
  const metafields: MetafieldRecord[] = [];

  const setOne = (raw: Record<string, unknown>, i: number): SetError | undefined => {
    const input = raw as unknown as SetInput;
    const fail = (name: string, message: string, code: string): SetError => ({
      field: ["metafields", String(i), name],
      message,
      code,
      elementIndex: null,
    });
    const parsed = parseGid(input.ownerId);
    const number = parsed ? idOf(parsed.type, input.ownerId) : undefined;
    const held = parsed?.type === "Product" && number !== undefined ? products.get(number) : undefined;
    const owner: Owner | undefined = held ?? ownerAt(context, input.ownerId);
    if (!owner) return fail("ownerId", "Owner does not exist.", "INVALID");
    const product = owner.__typename === "Product" ? (held ?? shop.products.get(owner.id)) : undefined;
    const ownerGid = gid(owner.__typename, owner.id);
    const list = product?.metafields ?? others.get(ownerGid) ?? metafieldsOf(context, owner);

    const byId = input.id ? list.find((m) => m.id === idOf("Metafield", input.id)) : undefined;
    const namespace = byId?.namespace ?? resolveNamespace(context, input.namespace);
    const key = byId?.key ?? input.key ?? "";
    const before = list.find((m) => m.namespace === namespace && m.key === key);
    if (isForeign(context, namespace)) {
      return fail(
        "namespace",
        "Access to this namespace and key on Metafields for this resource type is not allowed.",
        "APP_NOT_AUTHORIZED",
      );
    }
    if (key.length < 2) return fail("key", "Key is too short (minimum is 2 characters)", "TOO_SHORT");
    if (key.length > 64) return fail("key", "Key is too long (maximum is 64 characters)", "TOO_LONG");
    if (namespace.length < 3) return fail("namespace", "Namespace is too short (minimum is 3 characters)", "TOO_SHORT");
    const definition = [...shop.definitions.values()].find(
      (d) => d.ownerType === owner.__typename.toUpperCase() && d.namespace === namespace && d.key === key,
    );
    const type = input.type ?? definition?.type ?? before?.type;
    if (!type) return fail("type", "Type can't be blank", "BLANK");
    if (!metafieldTypes.has(type)) {
      return fail("type", `Type must be one of the following: ${[...metafieldTypes].join(", ")}.`, "INCLUSION");
    }
    if (definition && definition.type !== type) {
      return fail("type", `Type must be consistent with the definition's type: '${definition.type}'.`, "INVALID_TYPE");
    }
    if (definition && product && !fitsCategory(shop, { namespace, key }, product.categoryId)) {
      return fail("value", "Owner subtype does not match the metafield definition's constraints.", "INVALID_VALUE");
    }
    const given = input.value ?? "";
    if (given === "") return fail("value", "Value can't be blank.", "BLANK");
    const large = tooLarge(type, given, shop.habits.metafieldBytes);
    if (large) return fail("value", large, "TOO_LONG");
    const problem = invalidValue(type, given, currency) ?? violatedRule(definition?.validations ?? [], type, given);
    if (problem) return fail("value", problem, "INVALID_VALUE");
    const missing = referencesIn(type, given).find((target) => !nodeAt(target, context));
    if (missing !== undefined) {
      return fail("value", `Value references a resource that does not exist: ${missing}.`, "INVALID_VALUE");
    }
    const value = storedValue(type, given);
    if (input.compareDigest !== undefined) {
      const current = before ? compareDigestOf(before.value) : null;
      if (input.compareDigest !== current) {
        return {
          field: ["metafields", String(i)],
          message:
            "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.",
          code: "STALE_OBJECT",
          elementIndex: null,
        };
      }
    }
    const made: MetafieldRecord = before
      ? { ...before, value, type, updatedAt: now }
      : {
          __typename: "Metafield",
          id: shop.products.nextLooseId(product?.id ?? 0),
          ownerType: owner.__typename,
          ownerId: owner.id,
          namespace,
          key,
          type,
          value,
          createdAt: now,
          updatedAt: now,
        };
    metafields.push(made);
    const next = before ? list.map((m) => (m === before ? made : m)) : [...list, made];
    if (product) products.set(product.id, { ...product, metafields: next, updatedAt: now });
    else others.set(ownerGid, next);
    return undefined;
  };
  inputs.forEach((raw, i) => {
    const problem = setOne(raw, i);
    if (problem) errors.push(problem);
  });
  return { errors, products, others, metafields };
}

/** Whether a namespace is reserved for another app. */
function isForeign(context: Context, namespace: string): boolean {
  const own = `app--${context.appId}`;
  return namespace.startsWith("app--") && namespace !== own && !namespace.startsWith(`${own}--`);
}

function metafieldsSet(args: Args, context: Context) {
  const inputs = args.metafields as Record<string, unknown>[];
  if (inputs.length > 25) {
    const message = "Exceeded the maximum metafields input limit of 25.";
    return {
      metafields: null,
      userErrors: [{ field: ["metafields"], message, code: "LESS_THAN_OR_EQUAL_TO", elementIndex: null }],
    };
  }
  const result = setMetafields(context, inputs, new Map());
  if (result.errors.length > 0) return { metafields: null, userErrors: result.errors };
  for (const [owner, list] of result.others) context.shop.otherMetafields.set(owner, list);
  for (const product of result.products.values()) {
    context.shop.products.put(product);
    context.notify("products/update", product.id);
  }
  return { metafields: result.metafields, userErrors: [] };
}

function metafieldsDelete(args: Args, context: Context) {
  const deletedMetafields: unknown[] = [];
  for (const input of args.metafields as { ownerId: string; namespace: string; key: string }[]) {
    const owner = ownerAt(context, input.ownerId);
    const found = owner ? findMetafield(context, owner, input.namespace, input.key) : null;
    deletedMetafields.push(found ? { ownerId: input.ownerId, namespace: found.namespace, key: found.key } : null);
    if (!owner || !found) continue;
    const product = owner.__typename === "Product" ? context.shop.products.get(owner.id) : undefined;
    if (product) {
      const metafields = product.metafields.filter((m) => m.id !== found.id);
      context.shop.products.put({ ...product, metafields, updatedAt: context.shop.now() });
      context.notify("products/update", product.id);
    } else {
      const ownerGid = gid(owner.__typename, owner.id);
      const list = metafieldsOf(context, owner).filter((m) => m.id !== found.id);
      context.shop.otherMetafields.set(ownerGid, list);
    }
  }
  return { deletedMetafields, userErrors: [] };
}

interface DefinitionInput {
  name?: string;
  namespace?: string | null;
  key: string;
  type?: string;
  description?: string | null;
  ownerType: string;
  pin?: boolean | null;
  validations?: { name: string; value: string }[] | null;
  access?: { admin?: string; storefront?: string; customerAccount?: string } | null;
}

function findDefinition(context: Context, input: DefinitionInput): MetafieldDefinitionRecord | undefined {
  const namespace = resolveNamespace(context, input.namespace);
  return [...context.shop.definitions.values()].find(
    (d) => d.ownerType === input.ownerType && d.namespace === namespace && d.key === input.key,
  );
}

function pinned(context: Context, pin: boolean | null | undefined): number | null {
  const used = [...context.shop.definitions.values()].map((d) => d.pinnedPosition ?? 0);
  return pin ? Math.max(0, ...used) + 1 : null;
}

function definitionCreate(args: Args, context: Context) {
  const input = args.definition as DefinitionInput;
  const refuse = (field: string, message: string, code: string) => ({
    createdDefinition: null,
    userErrors: [{ field: ["definition", field], message, code, elementIndex: null, elementKey: null }],
  });
  const namespace = resolveNamespace(context, input.namespace);
  if (findDefinition(context, input)) {
    return refuse(
      "key",
      `Key is in use for ${input.ownerType.charAt(0)}${input.ownerType.slice(1).toLowerCase()} metafields on the '${namespace}' namespace.`,
      "TAKEN",
    );
  }
  if (isForeign(context, namespace)) {
    return refuse("namespace", "Namespace is reserved for another app.", "RESERVED_NAMESPACE_KEY");
  }
  if (!metafieldTypes.has(input.type ?? ""))
    return refuse("type", `Type name ${input.type} is not a valid type.`, "INCLUSION");
  if ((input.name ?? "") === "") return refuse("name", "Name can't be blank", "BLANK");
  if (input.key.length < 2) return refuse("key", "Key is too short (minimum is 2 characters)", "TOO_SHORT");
  if (!/^[A-Za-z0-9_-]+$/.test(input.key))
    return refuse("key", "Key contains one or more invalid characters.", "INVALID_CHARACTER");
  const definition: MetafieldDefinitionRecord = {
    __typename: "MetafieldDefinition",
    id: context.shop.nextId(),
    ownerType: input.ownerType,
    namespace,
    key: input.key,
    name: input.name ?? "",
    description: input.description ?? null,
    type: input.type ?? "",
    validations: input.validations ?? [],
    pinnedPosition: pinned(context, input.pin),
    access: {
      admin: input.access?.admin ?? "PUBLIC_READ_WRITE",
      storefront: input.access?.storefront ?? "NONE",
      customerAccount: input.access?.customerAccount ?? "NONE",
    },
  };
  context.shop.definitions.set(definition.id, definition);
  return { createdDefinition: definition, userErrors: [] };
}

function definitionUpdate(args: Args, context: Context) {
  const input = args.definition as DefinitionInput;
  const found = findDefinition(context, input);
  if (!found) {
    const userErrors = [
      {
        field: ["definition"],
        message: "Definition not found.",
        code: "NOT_FOUND",
        elementIndex: null,
        elementKey: null,
      },
    ];
    return { updatedDefinition: null, validationJob: null, userErrors };
  }
  const updated: MetafieldDefinitionRecord = {
    ...found,
    name: input.name ?? found.name,
    description: input.description === undefined ? found.description : input.description,
    validations: input.validations ?? found.validations,
    pinnedPosition: input.pin == null ? found.pinnedPosition : (found.pinnedPosition ?? pinned(context, input.pin)),
    access: { ...found.access, ...input.access },
  };
  if (input.pin === false) updated.pinnedPosition = null;
  context.shop.definitions.set(found.id, updated);
  return { updatedDefinition: updated, validationJob: null, userErrors: [] };
}

function definitionDelete(args: Args, context: Context) {
  const byId = context.shop.definitions.get(idOf("MetafieldDefinition", args.id) ?? 0);
  const found = byId ?? (args.identifier ? findDefinition(context, args.identifier as DefinitionInput) : undefined);
  if (!found) {
    const userErrors = [{ field: ["id"], message: "Definition not found.", code: "NOT_FOUND" }];
    return { deletedDefinition: null, deletedDefinitionId: null, userErrors };
  }
  context.shop.definitions.delete(found.id);
  if (args.deleteAllAssociatedMetafields === true) {
    for (const head of context.shop.products.heads()) {
      const record = head.record();
      const left = record.metafields.filter((m) => m.namespace !== found.namespace || m.key !== found.key);
      if (left.length < record.metafields.length) context.shop.products.put({ ...record, metafields: left });
    }
  }
  return {
    deletedDefinition: { ownerType: found.ownerType, namespace: found.namespace, key: found.key },
    deletedDefinitionId: gid("MetafieldDefinition", found.id),
    userErrors: [],
  };
}

export const metafieldMutations: Fields<unknown> = {
  metafieldsSet: (_s, args, context) => metafieldsSet(args, context),
  metafieldsDelete: (_s, args, context) => metafieldsDelete(args, context),
  metafieldDefinitionCreate: (_s, args, context) => definitionCreate(args, context),
  metafieldDefinitionUpdate: (_s, args, context) => definitionUpdate(args, context),
  metafieldDefinitionDelete: (_s, args, context) => definitionDelete(args, context),
};

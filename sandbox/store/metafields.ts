import type { MetafieldRecord, OwnerType, ProductRecord } from "./records.ts";
import { gid } from "./records.ts";
import type { Context } from "./resolve/context.ts";

interface Owner {
  __typename: string;
  id: number;
}

/** `$app` and `$app:x` mean the app's reserved namespace; no namespace at all is the app's own. */
export function resolveNamespace(context: Pick<Context, "appId">, namespace: unknown): string {
  const given = typeof namespace === "string" && namespace !== "" ? namespace : "$app";
  const own = /^\$app(?::(.+))?$/.exec(given);
  if (!own) return given;
  return own[1] === undefined ? `app--${context.appId}` : `app--${context.appId}--${own[1]}`;
}

export function metafieldsOf(context: Context, owner: Owner): MetafieldRecord[] {
  if (owner.__typename === "Product") {
    const record = "metafields" in owner ? (owner as ProductRecord) : context.shop.products.get(owner.id);
    return record?.metafields ?? [];
  }
  return context.shop.otherMetafields.get(gid(owner.__typename as OwnerType, owner.id)) ?? [];
}

export function findMetafield(
  context: Context,
  owner: Owner,
  namespace: unknown,
  key: unknown,
): MetafieldRecord | null {
  const resolved = resolveNamespace(context, namespace);
  return metafieldsOf(context, owner).find((m) => m.namespace === resolved && m.key === key) ?? null;
}

export function listMetafields(context: Context, owner: Owner, namespace: unknown, keys: unknown): MetafieldRecord[] {
  const wanted = typeof namespace === "string" ? resolveNamespace(context, namespace) : undefined;
  const names = Array.isArray(keys)
    ? keys.map((key: string) => {
        const dot = key.lastIndexOf(".");
        return dot < 0 ? key : `${resolveNamespace(context, key.slice(0, dot))}.${key.slice(dot + 1)}`;
      })
    : undefined;
  return metafieldsOf(context, owner).filter(
    (m) =>
      (wanted === undefined || m.namespace === wanted) &&
      (names === undefined ||
        names.includes(`${m.namespace}.${m.key}`) ||
        (wanted !== undefined && names.includes(m.key))),
  );
}

/** Some types have limits of their own, which no habit of the store moves. */
const bytesByType: Record<string, number> = { id: 2_048, url: 2_048, json: 131_072 };
const listEntries = 128;
const metaobjectEntries = 256;

/**
 * Why a value is too large for a metafield; undefined when it is not. Each entry of a list may be as large as a value.
 * @see https://shopify.dev/docs/apps/build/metafields/metafield-limits
 */
export function tooLarge(type: string, value: string, maxBytes: number): string | undefined {
  const list = type.startsWith("list.") ? parseJson(value) : undefined;
  const entries = type === "list.metaobject_reference" ? metaobjectEntries : listEntries;
  if (Array.isArray(list) && list.length > entries) return `Value has too many entries (maximum is ${entries}).`;
  const bytes = bytesByType[type.replace("list.", "")] ?? maxBytes;
  const values: unknown[] = Array.isArray(list) ? list : [value];
  const isLarge = values.some((one) => typeof one === "string" && Buffer.byteLength(one) > bytes);
  return isLarge ? `Value is too large (maximum is ${Math.round(bytes / 1024)} KB).` : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

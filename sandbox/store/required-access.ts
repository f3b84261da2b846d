import { getNamedType, isObjectType } from "graphql";
import { adminSchema, rawTypes } from "./schema.ts";

/** Which scopes Shopify's schema requires to read a field: any one of the scopes is enough. */
export interface RequiredAccess {
  scopes: readonly string[];
  /** its own words, as it repeats them when it denies access */
  words: string;
}

let ofTypes: Map<string, { type: RequiredAccess | undefined; fields: Map<string, RequiredAccess> }> | undefined;

/** What an object of this type needs, wherever it is met. */
export function accessOfType(type: string): RequiredAccess | undefined {
  return all().get(type)?.type;
}

/**
 * What a field needs: as the schema says of the field itself, else of the type that it answers with, a connection's nodes
 * included. Undefined where the schema names no scope; of some mutations it says in prose that it depends on the owner.
 */
export function accessOfField(type: string, field: string): RequiredAccess | undefined {
  const own = all().get(type)?.fields.get(field);
  if (own) return own;
  const parent = adminSchema().getType(type);
  const answered = isObjectType(parent) ? parent.getFields()[field]?.type : undefined;
  if (!answered) return undefined;
  const named = getNamedType(answered);
  const nodes = isObjectType(named) && named.name.endsWith("Connection") ? named.getFields().nodes : undefined;
  return accessOfType(nodes ? getNamedType(nodes.type).name : named.name);
}

function all() {
  ofTypes ??= new Map(
    rawTypes().map((type) => [
      type.name,
      {
        type: read(type.requiredAccess),
        fields: new Map(
          (type.fields ?? []).flatMap((field): [string, RequiredAccess][] => {
            const access = read(field.requiredAccess);
            return access ? [[field.name, access]] : [];
          }),
        ),
      },
    ]),
  );
  return ofTypes;
}

/** Scopes come first, between backticks; what else is asked of shop, plan or person follows and is not modelled. */
function read(text: string | null | undefined): RequiredAccess | undefined {
  const [first = ""] = (text ?? "").split(/ Also: | as well as | and \(/);
  const scopes = [...first.matchAll(/`((?:read|write)_[a-z_]+)`/g)].map(([, scope = ""]) => scope);
  return scopes.length === 0 ? undefined : { scopes, words: (text ?? "").trim() };
}

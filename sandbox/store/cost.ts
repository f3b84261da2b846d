import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from "graphql";
import { adminSchema } from "./schema.ts";

export type Variables = Record<string, unknown>;

export const maxQueryCost = 1000;

/** Value objects that Shopify does not charge for. */
const freeFields = new Set(["pageInfo", "measurement", "currencyFormats", "unitCost", "address", "billingAddress"]);

/**
 * What a connection's page multiplies its children's cost by. Shopify scales logarithmically: 2 + children × ⌊2 ln(size)⌋
 * (https://community.shopify.dev/t/how-to-calculate-graphql-cost-estimates/24364; `variants(first: 250)` with one object
 * inside was answered with 25).
 */
export function connectionFactor(size: number): number {
  return size <= 0 ? 0 : Math.floor(2 * Math.log(Math.max(2, Math.min(size, 250))));
}

interface Scope {
  fragments: Record<string, FragmentDefinitionNode>;
  variables: Variables;
}

export function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const found: Record<string, FragmentDefinitionNode> = {};
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) found[node.name.value] = node;
  return found;
}

/** Cost before execution, from the query alone (https://shopify.dev/docs/api/usage/limits#cost-calculation). */
export function requestedCost(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const schema = adminSchema();
  const scope = { fragments: fragmentsOf(document), variables };
  if (operation.operation === "mutation") {
    const root = schema.getMutationType() as GraphQLObjectType;
    return fieldsOf(operation.selectionSet, root, scope).reduce((sum, f) => sum + mutationCost(f.node, scope), 0);
  }
  return Math.ceil(selectionCost(operation.selectionSet, schema.getQueryType() as GraphQLObjectType, scope));
}

/** These ask for a point more than others, and give it back when nothing was stored (measured, version 2026-04). */
const translationFields: ReadonlySet<string> = new Set(["translationsRegister", "translationsRemove"]);

/** 10 for a mutation whatever it returns, and more by what it is given (https://shopify.dev/changelog, 2026-09-15). */
function mutationCost(node: FieldNode, scope: Scope): number {
  const args = argumentsOf(node, scope);
  const list = (value: unknown) => (Array.isArray(value) ? value : []);
  if (node.name.value === "metafieldsSet") {
    const owners = new Set(
      list(args.metafields)
        .map((m) => (m as { ownerId?: unknown } | null)?.ownerId)
        .filter((id) => typeof id === "string" && id.includes("/Product/")),
    );
    return 10 + 4 * owners.size;
  }
  if (node.name.value === "productUpdate" || node.name.value === "productCreate") {
    const product = (args.product ?? args.input) as { metafields?: unknown } | undefined;
    return Math.ceil(10 + 0.4 * list(product?.metafields).length + 1.9 * list(args.media).length);
  }
  return translationFields.has(node.name.value) ? 11 : 10;
}

function argumentsOf(node: FieldNode, scope: Scope): Record<string, unknown> {
  return Object.fromEntries(
    (node.arguments ?? []).map((arg) => [arg.name.value, valueFromASTUntyped(arg.value, scope.variables)]),
  );
}

interface Found {
  node: FieldNode;
  type: GraphQLNamedType;
}

/** The fields of a selection on a type, fragments opened. */
function fieldsOf(set: SelectionSetNode, type: GraphQLCompositeType, scope: Scope): Found[] {
  return set.selections.flatMap((selection): Found[] => {
    if (selection.kind === Kind.FIELD) {
      const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
      const field = fields[selection.name.value];
      return field ? [{ node: selection, type: getNamedType(field.type) }] : [];
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? scope.fragments[selection.name.value] : selection;
    if (!fragment) return [];
    const on = fragment.typeCondition?.name.value;
    const target = on ? (adminSchema().getType(on) as GraphQLCompositeType) : type;
    // Alternatives of an abstract type are compared, not summed: see selectionCost.
    return target === type || !isAbstractType(type) ? fieldsOf(fragment.selectionSet, target, scope) : [];
  });
}

function selectionCost(set: SelectionSetNode | undefined, type: GraphQLCompositeType, scope: Scope): number {
  if (!set) return 0;
  const own = fieldsOf(set, type, scope).reduce((sum, field) => sum + fieldCost(field, scope), 0);
  if (!isAbstractType(type)) return own;
  let dearest = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) continue;
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? scope.fragments[selection.name.value] : selection;
    const on = fragment?.typeCondition?.name.value;
    if (!fragment || !on || on === type.name) continue;
    const target = adminSchema().getType(on) as GraphQLCompositeType;
    dearest = Math.max(dearest, selectionCost(fragment.selectionSet, target, scope));
  }
  return own + dearest;
}

function fieldCost({ node, type }: Found, scope: Scope): number {
  if (!isCompositeType(type) || freeFields.has(node.name.value) || node.name.value.startsWith("__")) return 0;
  if (type.name.endsWith("Connection")) {
    const args = argumentsOf(node, scope);
    const size = Number(args.first ?? args.last ?? 1);
    return 2 + connectionFactor(size) * selectionCost(node.selectionSet, type, scope);
  }
  const children = selectionCost(node.selectionSet, type, scope);
  if (type.name.endsWith("Edge")) return children;
  const ids = node.name.value === "nodes" ? argumentsOf(node, scope).ids : undefined;
  return Array.isArray(ids) ? ids.length * (1 + children) : 1 + children;
}

/** Cost after execution: the same rule over what came back. */
export function actualCost(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  data: unknown,
  requested: number,
): number {
  if (operation.operation === "mutation") return requested - unusedPoints(operation, data);
  const scope = { fragments: fragmentsOf(document), variables };
  const type = adminSchema().getQueryType() as GraphQLObjectType;
  return Math.min(requested, Math.ceil(resultCost(operation.selectionSet, type, scope, data)));
}

function unusedPoints({ selectionSet }: OperationDefinitionNode, data: unknown): number {
  const answers = (data ?? {}) as Record<string, { translations?: unknown[] | null } | null>;
  return selectionSet.selections.filter((field) => {
    if (field.kind !== Kind.FIELD || !translationFields.has(field.name.value)) return false;
    return (answers[field.alias?.value ?? field.name.value]?.translations ?? []).length === 0;
  }).length;
}

function resultCost(
  set: SelectionSetNode | undefined,
  type: GraphQLCompositeType,
  scope: Scope,
  data: unknown,
): number {
  if (!set || typeof data !== "object" || data === null) return 0;
  const record = data as Record<string, unknown>;
  let sum = 0;
  const seen = new Set<string>();
  for (const { node, type: fieldType } of allFields(set, type, scope)) {
    const key = node.alias?.value ?? node.name.value;
    const value = record[key];
    const free = freeFields.has(node.name.value) || node.name.value.startsWith("__");
    if (value === null || value === undefined || seen.has(key) || free || !isCompositeType(fieldType)) continue;
    seen.add(key);
    if (fieldType.name.endsWith("Connection")) {
      const { nodes, edges } = value as { nodes?: unknown[]; edges?: unknown[] };
      const items = nodes?.length ?? edges?.length ?? 0;
      const children = resultCost(node.selectionSet, fieldType, scope, value);
      sum += 2 + (items === 0 ? 0 : (children / items) * Math.min(items, connectionFactor(items)));
    } else {
      const own = fieldType.name.endsWith("Edge") ? 0 : 1;
      const list = Array.isArray(value) ? value : [value];
      const each = list
        .filter((item) => item !== null)
        .map((item) => own + resultCost(node.selectionSet, fieldType, scope, item));
      const total = each.reduce((a, b) => a + b, 0);
      // Plain lists (options, tags …) count once, as in the requested cost; pages and `nodes(ids:)` count each entry.
      const counted = type.name.endsWith("Connection") || node.name.value === "nodes" || each.length <= 1;
      sum += counted ? total : Math.max(...each);
    }
  }
  return sum;
}

function allFields(set: SelectionSetNode, type: GraphQLCompositeType, scope: Scope): Found[] {
  return set.selections.flatMap((selection): Found[] => {
    if (selection.kind === Kind.FIELD) return fieldsOf({ ...set, selections: [selection] }, type, scope);
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? scope.fragments[selection.name.value] : selection;
    const on = fragment?.typeCondition?.name.value;
    const target = on ? (adminSchema().getType(on) as GraphQLCompositeType) : type;
    return fragment ? allFields(fragment.selectionSet, target, scope) : [];
  });
}

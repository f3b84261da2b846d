import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { fragmentsOf } from "../cost.ts";
import { type Habits, usualHabits } from "../habits.ts";
import { adminSchema, checkDocument } from "../schema.ts";

interface Findings {
  connections: number;
  /** connections above the deepest one: one at the root is not nested */
  nested: number;
  notOfNodes: Set<string>;
  viaNodes: Set<string>;
  withoutId: Set<string>;
  inList: boolean;
}

/** Why Shopify refuses a bulk query (https://shopify.dev/docs/api/usage/bulk-operations/queries#operation-restrictions). */
export function bulkQueryProblems(
  text: string,
  habits: Pick<Habits, "barcodes" | "marketRelationships" | "bulkConnections"> = usualHabits,
): string[] {
  const checked = checkDocument(text, habits);
  if (checked.errors) return checked.errors.map((e) => `Invalid bulk query: ${e.message}`);
  const { document } = checked;
  const operations = document.definitions.filter(
    (d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION,
  );
  const operation = operations[0];
  if (operations.length !== 1 || operation?.operation !== "query") {
    return ["Invalid operation type. Only `query` operations are supported."];
  }
  if ((operation.variableDefinitions ?? []).length > 0) return ["Bulk queries cannot contain variables."];
  const roots = operation.selectionSet.selections.filter((s): s is FieldNode => s.kind === Kind.FIELD);
  const found: Findings = {
    connections: 0,
    nested: 0,
    notOfNodes: new Set(),
    viaNodes: new Set(),
    withoutId: new Set(),
    inList: false,
  };
  const root = adminSchema().getQueryType();
  if (root)
    walk(operation.selectionSet, root, fragmentsOf(document), found, { depth: 0, list: false, parent: undefined });
  const problems: string[] = [];
  if (roots.length !== 1) problems.push("Bulk queries must contain exactly one top-level field.");
  if (found.viaNodes.size > 0) {
    problems.push(
      `All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: 'products { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: '${[...found.viaNodes].join("', '")}'.`,
    );
  }
  const topNode = roots.find((r) => r.name.value === "node" || r.name.value === "nodes");
  if (topNode) problems.push(`Bulk queries cannot contain a top level \`${topNode.name.value}\` field.`);
  if (found.nested > 2) problems.push("Bulk queries cannot contain connections with a nesting depth greater than 2.");
  if (habits.bulkConnections === "nodes" && found.notOfNodes.size > 0) {
    problems.push(
      `All connection fields in a bulk query must implement the Node interface. Invalid connection fields: '${[...found.notOfNodes].join("', '")}'.`,
    );
  }
  if (found.connections > 5) problems.push("Bulk queries cannot contain more than 5 connections.");
  if (found.withoutId.size > 0) {
    problems.push(
      `The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': ${[...found.withoutId].join(", ")}.`,
    );
  }
  if (found.inList)
    problems.push("Queries that contain a connection field within a list field are not currently supported.");
  if (found.connections === 0) problems.push("Bulk queries must contain at least one connection.");
  return problems;
}

interface Place {
  /** Connections above, and whether a plain list lies between. */
  depth: number;
  list: boolean;
  parent: { name: string; hasId: boolean } | undefined;
}

function walk(
  set: SelectionSetNode,
  type: GraphQLNamedType,
  fragments: Record<string, FragmentDefinitionNode>,
  found: Findings,
  place: Place,
): void {
  for (const selection of set.selections) {
    if (selection.kind !== Kind.FIELD) {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
      const on = fragment?.typeCondition?.name.value;
      const target = on ? adminSchema().getType(on) : type;
      if (fragment && target) walk(fragment.selectionSet, target, fragments, found, place);
      continue;
    }
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
    if (!field || !selection.selectionSet) continue;
    const inner = getNamedType(field.type);
    const name = selection.name.value;
    if (!inner.name.endsWith("Connection")) {
      const list = place.list || (isListType(getNullableType(field.type)) && !type.name.endsWith("Connection"));
      walk(selection.selectionSet, inner, fragments, found, { ...place, list });
      continue;
    }
    found.connections += 1;
    found.nested = Math.max(found.nested, place.depth);
    if (!holdsNodes(inner)) found.notOfNodes.add(name);
    if (place.list) found.inList = true;
    if (place.parent && !place.parent.hasId) found.withoutId.add(place.parent.name);
    const parts = selection.selectionSet.selections.filter((s): s is FieldNode => s.kind === Kind.FIELD);
    if (parts.some((p) => p.name.value === "nodes")) found.viaNodes.add(name);
    const hasId = selectsId(selection.selectionSet, fragments);
    walk(selection.selectionSet, inner, fragments, found, {
      depth: place.depth + 1,
      list: false,
      parent: { name, hasId },
    });
  }
}

function holdsNodes(connection: GraphQLNamedType): boolean {
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
  const node = nodes && getNamedType(nodes.type);
  const types = isAbstractType(node) ? adminSchema().getPossibleTypes(node) : isObjectType(node) ? [node] : [];
  return types.every((type) => type.getInterfaces().some(({ name }) => name === "Node"));
}

function selectsId(connection: SelectionSetNode, fragments: Record<string, FragmentDefinitionNode>): boolean {
  const node = fieldIn(fieldIn(connection, "edges", fragments)?.selectionSet, "node", fragments);
  const id = fieldIn(node?.selectionSet, "id", fragments);
  return id !== undefined && id.alias === undefined;
}

function fieldIn(
  set: SelectionSetNode | undefined,
  name: string,
  fragments: Record<string, FragmentDefinitionNode>,
): FieldNode | undefined {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value === name) return selection;
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
    const found = fieldIn(fragment?.selectionSet, name, fragments);
    if (found) return found;
  }
  return undefined;
}

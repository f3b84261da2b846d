import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import type { Args, Context } from "../resolve/context.ts";
import { connectionOf, hasModel, isModelled, notModelled, readerOf, typeNameOf } from "../resolve/registry.ts";
import { adminSchema } from "../schema.ts";
import { scopeCheck } from "../scopes.ts";

type Fragments = Record<string, FragmentDefinitionNode>;

/** A nested connection: its items become lines of their own. */
export interface ChildConnection {
  items(source: unknown, context: Context): Iterable<unknown>;
  node: CompiledNode;
}

/** Reads one object into what its line shows; compiled once per bulk query, since graphql-js per object is ten times slower. */
export interface CompiledNode {
  read(source: unknown, context: Context): Record<string, unknown>;
  childrenOf(source: unknown): ChildConnection[];
}

interface Plan {
  readers: ((source: unknown, context: Context, into: Record<string, unknown>) => void)[];
  children: ChildConnection[];
}

/** Compiles the selection of a connection's `node` on the type that the connection holds. */
export function compileNode(set: SelectionSetNode, type: GraphQLCompositeType, fragments: Fragments): CompiledNode {
  const plans = new Map<string, Plan>();
  const planOf = (name: string): Plan => {
    let plan = plans.get(name);
    if (!plan) {
      plan = { readers: [], children: [] };
      addSelection(set, adminSchema().getType(name) as GraphQLCompositeType, fragments, plan);
      plans.set(name, plan);
    }
    return plan;
  };
  // All that can come is compiled now: what is not modelled is told before the operation starts.
  if (isAbstractType(type)) {
    for (const { name } of adminSchema().getPossibleTypes(type)) if (hasModel(name)) planOf(name);
  } else planOf(type.name);
  const planFor = (source: unknown) => planOf(isAbstractType(type) ? (typeNameOf(source) ?? type.name) : type.name);
  return {
    read(source, context) {
      const into: Record<string, unknown> = {};
      for (const reader of planFor(source).readers) reader(source, context, into);
      return into;
    },
    childrenOf: (source) => planFor(source).children,
  };
}

/** A connection field of a bulk query, compiled. */
export function compileConnection(
  typeName: string,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  fragments: Fragments,
): ChildConnection {
  const connection = connectionOf(typeName, field.name);
  if (!connection) throw notModelled(typeName, field.name);
  const check = scopeCheck(typeName, field.name);
  const args: Args = getArgumentValues(field, node);
  const nodeField = findField(findField(node.selectionSet, "edges", fragments)?.selectionSet, "node", fragments);
  const connectionType = getNamedType(field.type);
  const edges = isObjectType(connectionType) ? connectionType.getFields().edges : undefined;
  const edgeType = edges ? getNamedType(edges.type) : undefined;
  const nodeDefinition = isObjectType(edgeType) ? edgeType.getFields().node : undefined;
  const empty: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] };
  const itemType = nodeDefinition ? getNamedType(nodeDefinition.type) : adminSchema().getQueryType();
  return {
    items(source, context) {
      check?.(context.scopes);
      // A page size in a bulk query is ignored by Shopify: all items are read.
      return connection.items(source, args, context);
    },
    node: compileNode(nodeField?.selectionSet ?? empty, itemType as GraphQLCompositeType, fragments),
  };
}

function addSelection(set: SelectionSetNode, type: GraphQLCompositeType, fragments: Fragments, plan: Plan): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) addField(selection, type, fragments, plan);
    else {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
      if (fragment && applies(fragment.typeCondition?.name.value, type)) {
        addSelection(fragment.selectionSet, type, fragments, plan);
      }
    }
  }
}

function applies(condition: string | undefined, type: GraphQLCompositeType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = adminSchema().getType(condition);
  return isAbstractType(wanted) && isObjectType(type) && adminSchema().isSubType(wanted, type);
}

function addField(node: FieldNode, type: GraphQLCompositeType, fragments: Fragments, plan: Plan): void {
  const name = node.name.value;
  const key = node.alias?.value ?? name;
  if (name === "__typename") {
    plan.readers.push((_source, _context, into) => {
      into[key] = type.name;
    });
    return;
  }
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  if (!field) return;
  const inner = getNamedType(field.type);
  if (inner.name.endsWith("Connection")) {
    plan.children.push(compileConnection(type.name, node, field, fragments));
    return;
  }
  if (!isModelled(type.name, name)) throw notModelled(type.name, name);
  const args: Args = getArgumentValues(field, node);
  const read = readerOf(type.name, name);
  const isList = isListType(getNullableType(field.type));
  const required = isNonNullType(field.type);
  const leaf = isLeafType(inner) ? (value: unknown) => inner.serialize(value) : undefined;
  const object =
    leaf || !node.selectionSet ? undefined : compileNode(node.selectionSet, inner as GraphQLCompositeType, fragments);
  const show = (value: unknown, context: Context): unknown => {
    if (value === null || value === undefined) return null;
    return leaf ? leaf(value) : object?.read(value, context);
  };
  plan.readers.push((source, context, into) => {
    const value = read(source, args, context);
    if (required && (value === null || value === undefined)) throw new Error(`${type.name}.${name} is null`);
    into[key] = isList && Array.isArray(value) ? value.map((item) => show(item, context)) : show(value, context);
  });
}

function findField(set: SelectionSetNode | undefined, name: string, fragments: Fragments): FieldNode | undefined {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value === name) return selection;
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
    const found = findField(fragment?.selectionSet, name, fragments);
    if (found) return found;
  }
  return undefined;
}

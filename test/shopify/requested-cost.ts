import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

const mutationCost = 10;
/** Since 2026-09-15, per product in a call; the app sets one product's metafields a call. */
const metafieldsSetCost = 4;

/**
 * The most points that Shopify can ask for a document, by its documented rule: scalars and enums 0, objects 1, a mutation 10,
 * a connection 2 plus its size (`first` or `last`) times one of its nodes. Shopify charges big connections less.
 * @see https://shopify.dev/docs/api/usage/rate-limits
 */
export function requestedCost(schema: GraphQLSchema, document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === "FragmentDefinition") fragments.set(definition.name.value, definition);
    if (definition.kind === "OperationDefinition") operation = definition;
  }
  if (!operation) throw new Error("the document has no operation");
  const isMutation = operation.operation === "mutation";
  const root = isMutation ? schema.getMutationType() : schema.getQueryType();
  if (!root) throw new Error("the schema has no such root");
  return selectionCost(operation.selectionSet, root.name, isMutation);

  function selectionCost(set: SelectionSetNode, typeName: string, atMutationRoot = false): number {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === "Field") {
        cost += atMutationRoot ? mutationFieldCost(selection, typeName) : fieldCost(selection, typeName);
      } else if (selection.kind === "InlineFragment") {
        cost += selectionCost(selection.selectionSet, selection.typeCondition?.name.value ?? typeName);
      } else {
        const fragment = fragments.get(selection.name.value);
        if (!fragment) throw new Error(`unknown fragment ${selection.name.value}`);
        cost += selectionCost(fragment.selectionSet, fragment.typeCondition.name.value);
      }
    }
    return cost;
  }

  function mutationFieldCost(field: FieldNode, typeName: string): number {
    const extra = field.name.value === "metafieldsSet" ? metafieldsSetCost : 0;
    const payload = field.selectionSet ? selectionCost(field.selectionSet, typeOf(field, typeName)) : 0;
    return mutationCost + extra + payload;
  }

  function fieldCost(field: FieldNode, typeName: string): number {
    // Introspection is about the schema, not about the shop's data.
    if (!field.selectionSet || field.name.value.startsWith("__")) return 0;
    const inner = typeOf(field, typeName);
    if (!inner.endsWith("Connection")) return 1 + selectionCost(field.selectionSet, inner);
    return 2 + sizeOf(field) * nodeCost(field.selectionSet, inner);
  }

  /** One node of a connection: what is asked under `nodes` or `edges { node }`; edges and pageInfo are part of the 2. */
  function nodeCost(set: SelectionSetNode, connection: string): number {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind !== "Field" || !selection.selectionSet) continue;
      const inner = typeOf(selection, connection);
      if (selection.name.value === "nodes") cost += 1 + selectionCost(selection.selectionSet, inner);
      if (selection.name.value === "edges") cost += selectionCost(selection.selectionSet, inner);
    }
    return cost;
  }

  function typeOf(field: FieldNode, typeName: string): string {
    const type = schema.getType(typeName);
    if (!type || !("getFields" in type) || (!isObjectType(type) && !isCompositeType(type))) {
      throw new Error(`${typeName} has no fields`);
    }
    const found = (type.getFields() as Record<string, { type: Parameters<typeof getNamedType>[0] }>)[field.name.value];
    const named = found && getNamedType(found.type);
    if (!named) throw new Error(`${typeName} has no field ${field.name.value}`);
    return named.name;
  }
}

function sizeOf(field: FieldNode): number {
  for (const argument of field.arguments ?? []) {
    if (argument.name.value !== "first" && argument.name.value !== "last") continue;
    if (argument.value.kind === "IntValue") return Number(argument.value.value);
    throw new Error(`the size of ${field.name.value} must be written out, so that its cost is known`);
  }
  throw new Error(`${field.name.value} needs first or last`);
}

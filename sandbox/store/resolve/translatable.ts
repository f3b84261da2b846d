import { decodeCursor, encodeCursor, makeConnection, type PageArgs, pageSize, paginate } from "../connection.ts";
import { checkOwner, checkOwnerOf } from "../scopes.ts";
import { listResources, nestedResources, type ResourceRef } from "../translate/list-resources.ts";
import { translationsOf } from "../translate/shown-translations.ts";
import { translatableContent } from "../translate/translatable-content.ts";
import { type Args, type ConnectionField, type Context, type Fields, listField, model } from "./context.ts";

const byId = (ref: ResourceRef) => ref.resourceId;

export const translatableModel = model<ResourceRef>(
  {
    resourceId: byId,
    translatableContent: (ref, _args, { shop }) => translatableContent(shop, ref.resourceId) ?? [],
    translations: (ref, args, { shop }) => translationsOf(shop, ref.resourceId, args),
  },
  {
    nestedTranslatableResources: listField<ResourceRef, ResourceRef>(
      (ref, args, { shop }) => nestedResources(shop, ref.resourceId, args.resourceType),
      byId,
    ),
  },
);

function resourceAt(resourceId: string, field: string, { shop, scopes }: Context): ResourceRef | null {
  checkOwnerOf(resourceId, field, scopes);
  return translatableContent(shop, resourceId) ? { resourceId } : null;
}

export const translatableQueries: Fields<unknown> = {
  translatableResource: (_s, args, context) => resourceAt(String(args.resourceId), "translatableResource", context),
};

/** A page that starts where the last one ended, without reading what lies before it. */
function page(args: Args, { shop }: Context) {
  const { first, after, reverse } = args as PageArgs;
  const type = String(args.resourceType);
  if (first == null) {
    const { size } = pageSize(args as PageArgs);
    return paginate([...listResources(shop, type)], { ...(args as PageArgs), last: size }, byId);
  }
  const { size } = pageSize(args as PageArgs);
  const from = { after: after ? String(decodeCursor(after).id) : undefined, reverse: reverse ?? false };
  const found: ResourceRef[] = [];
  for (const ref of listResources(shop, type, from)) {
    found.push(ref);
    if (found.length > size) break;
  }
  return makeConnection(found.slice(0, size), (ref) => encodeCursor(ref.resourceId), {
    next: found.length > size,
    previous: from.after !== undefined,
  });
}

const resources: ConnectionField<unknown, ResourceRef> = {
  items(_s, args, { shop, scopes }) {
    checkOwner(String(args.resourceType), "translatableResources", scopes);
    return listResources(shop, String(args.resourceType), { reverse: (args as PageArgs).reverse ?? false });
  },
  page(_s, args, context) {
    checkOwner(String(args.resourceType), "translatableResources", context.scopes);
    return page(args, context);
  },
};

export const translatableLists = {
  translatableResources: resources,
  /** Those that are not there are left out, the others come once each; one that may not be read denies all. */
  translatableResourcesByIds: listField<unknown, ResourceRef>(
    (_s, args, context) =>
      [...new Set(args.resourceIds as string[])].flatMap(
        (resourceId) => resourceAt(resourceId, "translatableResourcesByIds", context) ?? [],
      ),
    byId,
  ),
};

import { findMetafield, listMetafields } from "../metafields.ts";
import type { MetafieldRecord, OwnerType } from "../records.ts";
import type { StoreTextRecord } from "../translate/store-texts.ts";
import { imageOfText } from "../translate/text-images.ts";
import { type Fields, listField, model } from "./context.ts";

/** A page, a blog or an article: what its texts do not say. */
interface PageSource {
  __typename: OwnerType;
  id: number;
  text: StoreTextRecord;
}

const textOf = ({ texts }: StoreTextRecord, key: string) => texts.find((one) => one.key === key)?.value ?? "";

const fields: Fields<PageSource> = {
  id: ({ text }) => text.resourceId,
  title: ({ text }) => textOf(text, "title"),
  handle: ({ text }) => textOf(text, "handle"),
  metafield: (page, args, context) => findMetafield(context, page, args.namespace, args.key),
};

const lists = {
  metafields: listField<PageSource, MetafieldRecord>(
    (page, args, context) => listMetafields(context, page, args.namespace, args.keys),
    ({ id }) => id,
  ),
};

export const pageModel = model<PageSource>(fields, lists);

export const articleModel = model<PageSource>(
  { ...fields, image: ({ text }, _args, { shop }) => imageOfText(shop, text.resourceId) },
  lists,
);

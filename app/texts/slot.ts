import { z } from "zod";

/**
 * What a text belongs to: `product`, the product that it was written for, or another resource of Shopify's, named by its gid
 * without `gid://shopify/`, e.g. `MediaImage/41`.
 */
export const resourceSchema = z
  .string()
  .regex(
    /^(?:product|[A-Z][A-Za-z]{0,63}\/\d{1,20})$/,
    "a resource is product, or a kind and a number like MediaImage/41",
  )
  .brand<"Resource">();
export type Resource = z.infer<typeof resourceSchema>;

/** Where a text belongs: a resource, and the field there, which is the name of a content type, e.g. `desc`. */
export interface Slot {
  readonly resource: Resource;
  readonly field: string;
}

/** Most texts are the product's own. */
export const ofProduct: Resource = resourceSchema.parse("product");

/** The field of an image that holds its alt text; configs, dialogs and settings mean all images of a product by it. */
export const imageAlt = "image_alt";

const imageKind = "MediaImage";
const imageName = /^image_alt_(\d{1,20})$/;
const imageNames = /image_alt_\d+/g;
const otherName = /^([A-Z][A-Za-z]{0,63}\/\d{1,20})\.(.+)$/;

/** The slot of an image's alt text; null for an image whose id has no number. @param image its id, a gid or a number */
export function slotOfImage({ id }: { id: string }): Slot | null {
  const number = /(?:^|\/)(\d{1,20})$/.exec(id)?.[1];
  return number === undefined ? null : slotOf(`${imageKind}/${number}`, imageAlt);
}

/**
 * A slot as prompts, model answers, the contract and lists of a product's texts spell it: `title` for the product's own,
 * `image_alt_41` for an image's. Each slot of a product has a name of its own.
 */
export function nameOfSlot({ resource, field }: { resource: string; field: string }): string {
  if (resource === ofProduct) return field;
  const [kind, number] = resource.split("/");
  return kind === imageKind && field === imageAlt ? `${imageAlt}_${number}` : `${resource}.${field}`;
}

/** @param name as {@link nameOfSlot} spells it */
export function slotNamed(name: string): Slot {
  const image = imageName.exec(name)?.[1];
  if (image !== undefined) return slotOf(`${imageKind}/${image}`, imageAlt);
  const [, resource, field] = otherName.exec(name) ?? [];
  return resource !== undefined && field !== undefined ? slotOf(resource, field) : { resource: ofProduct, field: name };
}

/** The same for a row of a table, which holds its slot in two columns. */
export function nameOfRow({ resource, contentType }: { resource: string; contentType: string }): string {
  return nameOfSlot({ resource, field: contentType });
}

/** The two columns for the slot of a name. */
export function slotColumns(name: string): { resource: Resource; contentType: string } {
  const { resource, field } = slotNamed(name);
  return { resource, contentType: field };
}

function slotOf(resource: string, field: string): Slot {
  return { resource: resourceSchema.parse(resource), field };
}

/** Whether a slot's name is that of one image's alt text. */
export function isImageAlt(name: string): boolean {
  return imageName.test(name);
}

/** The names of alt texts in a sentence, each replaced. @param words e.g. a finding of a check */
export function replaceImageNames(words: string, replacement: (name: string) => string): string {
  return words.replace(imageNames, replacement);
}

/** Content types of a shop's own are not named like alt texts. */
export function isNamedLikeImageAlt(contentType: string): boolean {
  return contentType.startsWith(imageAlt);
}

/** The Shopify id of the image that an alt text belongs to. @param name of one image's alt text */
export function imageGidOf(name: string): string {
  return `gid://shopify/${slotNamed(name).resource}`;
}

/** The name that a config uses for a text: its field, so that all images share theirs. @param name of a slot */
export function configNameOf(name: string): string {
  return isImageAlt(name) ? imageAlt : name;
}

/** Each name once, in order. */
export function configNamesOf(names: readonly string[]): string[] {
  return [...new Set(names.map(configNameOf))];
}

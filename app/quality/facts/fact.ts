/**
 * How much a fact is worth as evidence. 1: the merchant's own words (own attributes, notes, claims of the rules), options,
 * variants, standard and typed metafields, category attributes; 2: description, title, tags, alt texts; 3: reviews, and
 * metafields that apps fill.
 */
export type Tier = 1 | 2 | 3;

export type FactKind =
  | "title"
  | "vendor"
  | "product_type"
  | "category"
  | "tag"
  | "attribute"
  | "option"
  | "variant"
  | "description"
  | "image"
  | "price"
  /** what the parcel weighs: not what the product weighs, unless the merchant says so */
  | "shipping_weight"
  /** SKU, handle, barcode: evidence for nothing but themselves */
  | "code"
  /** claims, keywords, additions and notes of the merchant */
  | "merchant"
  | "review";

/** Why words of a fact are evidence for nothing. */
export type Unusable =
  /** instruction-like words, which speak to a machine and not to a shopper */
  | "addressed_to_machine"
  /** a reader of the shop's page does not see it: hidden elements, comments, invisible signs */
  | "hidden"
  /** base64, hex, percent or entity encoding, template code, script */
  | "encoded";

/** One thing that is known of a product: what a text is held to. */
export interface Fact {
  /** `f1`, `f2` … in reading order: how a prompt and a citation name it; holds for one reading of one product only */
  id: string;
  /** where it comes from, e.g. `attributes.Material`, `options.Colour`, `description.3` (its line): holds across readings */
  path: string;
  /** as people read it, e.g. `Material` */
  name: string;
  /** as written, e.g. `100% linen` */
  value: string;
  kind: FactKind;
  tier: Tier;
  /** `merchant`: typed into this app; `description`; `app:judgeme`: another app's metafield. Absent: the shop's own data */
  source?: string | undefined;
  /** undefined: usable */
  unusable?: Unusable | undefined;
}

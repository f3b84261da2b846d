/** What publishing the chosen products would do. */
export interface PublishPlanView {
  /** products with approved texts that can go live */
  products: number;
  texts: number;
  /** products of which a text changed in Shopify */
  conflicts: number;
  chosen: number;
}

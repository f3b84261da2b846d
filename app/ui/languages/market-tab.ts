/** A market where customers are offered a language. */
export interface MarketTab {
  id: string;
  name: string;
  /** false: Shopify calls it a draft, and nobody buys there yet */
  active: boolean;
  /** texts of its own that the shop holds of the product */
  own: number;
  /** drafts and approved texts */
  waits: number;
  /** the editor of the product's texts there */
  url: string;
}

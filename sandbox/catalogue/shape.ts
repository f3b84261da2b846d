/** A product as the catalogue writes it: only what varies. The store fills in ids, handles, times and variants. */
export interface CatalogueProduct {
  title: string;
  html: string;
  vendor: string;
  type: string;
  /** Key in `taxonomy.ts`. */
  category?: string;
  tags: string[];
  status?: "ACTIVE" | "DRAFT" | "ARCHIVED";
  /** Option name → values. Without options there is one variant, "Default Title". */
  options?: Record<string, string[]>;
  /** Price of the first variant; later values of the first option add `priceStep`. */
  price: number;
  priceStep?: number;
  compareAt?: number;
  grams?: number;
  /** Start of the SKUs; null leaves SKU and barcode out, as careless catalogues do. */
  sku?: string | null;
  /** Barcodes of the first variant beyond its own, with their standards. */
  moreBarcodes?: [type: "ASIN" | "EAN" | "GTIN" | "ISBN" | "UPC" | null, value: string][];
  /** Metafields in namespace `specs`, all single-line texts. */
  specs?: Record<string, string>;
  /** Further metafields: `namespace.key` → [type, value]. */
  metafields?: Record<string, [type: string, value: string]>;
  /** Alt texts of the images in order; null is an image without one. */
  images?: (string | null)[];
  seo?: { title?: string; description?: string };
  collections?: string[];
}

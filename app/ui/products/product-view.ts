import type { ContentState, ProductStatus } from "../badges.tsx";

export type MissingText = "title" | "desc" | "bullets" | "seo_title" | "seo_desc" | "image" | "image_alt";

export const missingLabels: Record<MissingText, string> = {
  title: "Title",
  desc: "Description",
  bullets: "Bullets",
  seo_title: "SEO title",
  seo_desc: "SEO description",
  image: "Image",
  image_alt: "Image alt text",
};

/** One row of the products list. */
export interface ProductRowView {
  id: string;
  title: string;
  imageUrl: string | null;
  status: ProductStatus;
  gone: boolean;
  vendor: string;
  productType: string;
  contentState: ContentState;
  missing: MissingText[];
  /** labels of the content types that the shop added and the product has no text of */
  missingAdded?: string[] | undefined;
  updatedAt: number;
}

/** The catalogue's import while it runs. */
export interface ImportView {
  jobId: string;
  label: string;
  done: number;
  /** null while the shop is still counting */
  total: number | null;
  /** set when a fault makes it wait */
  waiting: string | null;
}

export interface FacetsView {
  /** content types that the shop added, as the filter for missing content names them */
  addedTexts?: { value: string; label: string }[] | undefined;
  vendors: string[];
  productTypes: string[];
  tags: string[];
  /** chosen by id, shown by title */
  collections: { id: string; title: string }[];
}

/** Several products chosen: named ones, or all that match the list's filters but some. */
export type Selection = { all: true; except: string[] } | { all: false; ids: string[] };

/** A picture of Shopify's CDN, from its own host or a shop's, in the size that is shown; other addresses as they are. */
export function thumbnailUrl(url: string, widthPx = 80): string {
  if (!URL.canParse(url)) return url;
  const sized = new URL(url);
  if (sized.hostname !== "cdn.shopify.com" && !sized.pathname.startsWith("/cdn/")) return url;
  sized.searchParams.set("width", String(widthPx));
  return sized.href;
}

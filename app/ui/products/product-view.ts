import type { ContentState, ProductStatus } from "../badges.tsx";
import type { DetailsView } from "../marks/finding-view.ts";

/** The gravest of what waits for a person about a product's texts, and what is said beside it. Names of texts are labels. */
export type TextsView =
  | { kind: "conflict"; texts: string[]; drafts: number; published: number; publishedAt: number | null }
  | { kind: "drafts"; count: number; excerpt: string }
  | { kind: "approved"; count: number; by: "you" | "colleague" | null; at: number | null }
  | { kind: "not_written"; attempts: number; reason: string | null }
  | { kind: "outdated"; published: number }
  | { kind: "missing"; texts: string[]; wanted: number; rejected: boolean; fewFacts: boolean }
  | { kind: "live"; byHand: string[]; origin: "published" | "put_back" | "rejected" | "store" };

export interface FindingView {
  code: string;
  /** of what it says, where that has a name of its own */
  kind: DetailsView["kind"] | null;
  count: number;
  tone: "block" | "warn" | "kept";
  /** who kept it */
  by: "you" | "colleague" | null;
}

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
  texts: TextsView;
  /** names or labels of the texts that the shop wants and has none of */
  missing: string[];
  /** the gravest two; null: there is nothing to judge */
  findings: FindingView[] | null;
  updatedAt: number;
}

/** One page of the list. */
export interface ProductPageView {
  rows: ProductRowView[];
  nextCursor: string | null;
  previousCursor: string | null;
  count: { value: number; capped: boolean };
}

/** A text that products lack, and how many of them. */
export interface GapView {
  /** as an address names it, e.g. `description` */
  name: string;
  contentType: string;
  /** of a text that the shop added */
  label: string;
  count: { value: number; capped: boolean };
}

/** The catalogue's import while it runs. */
export interface ImportView {
  jobId: string;
  label: string;
  done: number;
  /** null while the shop is still counting */
  total: number | null;
  /** set when a fault makes it wait */
  waiting: { for: "person" | "itself"; message: string | null } | null;
}

export interface FacetsView {
  /** content types that the shop added, as the filter for missing content names them */
  addedTexts?: { value: string; label: string }[] | undefined;
  /** checks by which drafts can be filtered, each with its bit of the address's number */
  checks?: { code: string; bit: number }[] | undefined;
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

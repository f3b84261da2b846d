/** A column of a file may be read as one of these; the first three say what a review says. */
export const fieldsOfFile = [
  ...(["body", "title", "rating", "written_at", "state", "review_id"] as const),
  ...(["product_id", "product_handle", "product_url", "sku", "product_title"] as const),
] as const;
export type FieldOfFile = (typeof fieldsOfFile)[number];
export type ColumnsView = Partial<Record<FieldOfFile, string>>;

/** How a file would be read. */
export interface FilePreview {
  head: string[];
  columns: ColumnsView;
  app: string | null;
  sample: { title: string; body: string; stars: number | null; product: string }[];
  rows: { reviews: number; leftOut: number };
  /** why none of it can be taken as it is read; null: it can */
  problem: string | null;
}

/** What an action on the page of reviews tells beside its message. */
export interface ReviewsAnswer {
  preview?: FilePreview;
  /** of the file's parts that were taken so far */
  taken?: { importId: string; taken: number; known: number; leftOut: number };
}

export interface ReviewedRow {
  id: string;
  title: string;
  reviews: number;
  /** of five; null = none given */
  stars: number | null;
  summarisedAt: number | null;
  newer: number;
}

export interface ReviewImportRow {
  id: string;
  name: string;
  app: string | null;
  createdAt: number;
  taken: number;
  known: number;
  kept: number;
  /** a sentence for each reason */
  leftOut: string[];
}

export interface MentionView {
  /** the review's words around the quote, the quote between them */
  before: string;
  quote: string;
  after: string;
  stars: number | null;
  writtenAt: number | null;
}

export interface SummaryLabelView {
  label: string;
  /** 0 to 1, of all mentions */
  share: number;
  /** those whose reviews are still there */
  mentions: MentionView[];
  /** how many there were */
  count: number;
}

export interface SummaryView {
  read: number;
  summarisedAt: number;
  /** other reviews are there by now */
  outdated: boolean;
  highlights: SummaryLabelView[];
  barriers: SummaryLabelView[];
}

/** A product that the model wrote by rules that are tried. */
export interface PreviewItemView {
  productId: string;
  title: string;
  status: "running" | "done" | "failed";
  message: string | null;
  texts: {
    contentType: string;
    image?: { url: string; position: number } | undefined;
    /** what a reader sees, a line a paragraph */
    plain: string;
    warnings: { content_type: string; code: string; description: string; severity: "block" | "warn" }[];
  }[];
}

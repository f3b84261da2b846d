/** A content type as the page of content types shows it. */
export interface TypeRowView {
  name: string;
  label: string;
  kind: "title" | "string" | "rich" | "bullets";
  /** where it is kept in Shopify, in the reader's language */
  place: string;
  /** null: every shop has it */
  added: { task: string; limitChars: number | null } | null;
  published: boolean;
  /** a product without this text lacks something */
  wanted: boolean;
}

/** A metafield of the shop's own that can hold a text. */
export interface FieldChoice {
  /** `namespace.key` */
  id: string;
  name: string;
  namespace: string;
  key: string;
  /** Shopify's name of its type */
  type: string;
}

export interface FieldChoices {
  fields: FieldChoice[];
  /** why they could not be read */
  problem: string | null;
}

/** The kinds of metafield that hold a text, in Shopify's names. */
export const fieldKinds = [
  { value: "single_line_text_field", kind: "title" },
  { value: "multi_line_text_field", kind: "string" },
  { value: "rich_text_field", kind: "rich" },
  { value: "list.single_line_text_field", kind: "bullets" },
] as const satisfies readonly { value: string; kind: TypeRowView["kind"] }[];

/** "How to use" → `how_to_use` */
export function nameOfLabel(label: string): string {
  return label
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 40);
}

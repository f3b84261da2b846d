/** Code points in a text, `end` exclusive. */
interface PlaceView {
  start: number;
  end: number;
}

/** A finding of the rules in the form, in a text that is tried. */
export interface TriedFinding {
  code: string;
  severity: "block" | "warn";
  description: string;
  quote: string | null;
  at: readonly PlaceView[];
  /** the saved rules do not find it */
  isNew: boolean;
}

/** The last text of a product as the rules in the form have it. */
export interface TriedText {
  contentType: string;
  label: string;
  text: string;
  state: "draft" | "approved" | "live";
  chars: number;
  limitChars: number | null;
  findings: TriedFinding[];
  replaced: { quote: string; with: string; at: readonly PlaceView[] }[];
}

export interface TriedProduct {
  productId: string;
  title: string;
  texts: TriedText[];
}

/** Findings that the saved rules do not have, of all texts that are tried. */
export function newFindings(products: readonly TriedProduct[]): number {
  return products.flatMap(({ texts }) => texts.flatMap(({ findings }) => findings)).filter(({ isNew }) => isNew).length;
}

/** A row of a language's glossary as its page shows it. */
export interface TermRowView {
  source: string;
  target: string;
  kind: TermKindView;
  note: string;
}

export const termKindViews = ["forced", "kept", "forbidden", "statement"] as const;
export type TermKindView = (typeof termKindViews)[number];

/** What taking a file would do, in rows. */
export interface TermChangesView {
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
}

/** A translation that is not as the terms say. */
export interface AgainstTextView {
  productId: string;
  title: string;
  /** of its slot */
  text: string;
  words: string[];
  url: string;
}

/** What the page of a language's glossary is answered beside a message. */
export interface TermsAnswer {
  preview?: { languages: string; merge: TermChangesView; replace: TermChangesView; digest: string };
  against?: { texts: AgainstTextView[]; looked: number; next: string | null };
}

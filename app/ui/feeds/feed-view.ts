/** A feed as its page shows it. */
export interface FeedView {
  id: string;
  name: string;
  /** null: it is no longer there */
  templateName: string | null;
  template: string;
  choices: FeedChoicesView;
  dailyAt: number | null;
  /** for channels to fetch; null: it has none */
  address: string | null;
  fetchedAt: number | null;
  isMaking: boolean;
  /** of the last run that ended; null: none has */
  run: {
    id: string;
    at: number;
    rows: number;
    leftOut: number;
    untranslated: number;
    reasons: FeedReasonView[];
  } | null;
  /** e.g. `ours.tsv`; null: there is no file yet */
  fileName: string | null;
}

export interface FeedReasonView {
  code: string;
  /** what to do about it, in words */
  words: string;
  count: number;
}

export interface FeedChoicesView {
  locale: string;
  market: string;
  country: string;
  currency: string;
  itemId: "variant" | "sku" | "shopify";
  untranslated: "leave_out" | "source";
  settings: Record<string, string>;
}

/** A template as the form offers it. */
export interface FeedTemplateView {
  id: string;
  name: string;
  settings: { name: string; label: string; required: boolean; default: string; one_of?: string[] | undefined }[];
}

export interface FeedInput {
  feedId: string | null;
  name: string;
  template: string;
  choices: FeedChoicesView;
  dailyAt: number | null;
}

import type { MarketChoice } from "./market-choice.ts";

/** What a product asks for in one language, as `app/catalog/translations/language-state.ts` orders it. */
export type LanguageState = "conflict" | "review" | "approved" | "outdated" | "missing" | "live";
export type LanguageView = "all" | "todo" | "outdated" | "review" | "conflicts";
/** What of a language's products can be chosen. */
export type LanguageChoice = LanguageView | "missing" | "approved";

/** What of the shop's texts a list is about: its products, or what else has texts of its own. */
export type ListedKind =
  | "product"
  | "collection"
  | "page"
  | "blog"
  | "article"
  | "policy"
  | "menu"
  | "metaobject"
  | "filter"
  | "shop";

/** A language of the shop beside its own, with its products by what they ask for there. */
export interface LanguageHead {
  locale: string;
  /** in the reader's language */
  name: string;
  /** what customers see of it */
  state: "live" | "unreachable" | "unpublished";
  products: number;
  counts: Record<LanguageState, number>;
  /** where a market is looked at: products of which it has texts of its own */
  own?: number | undefined;
}

/** One product in one language. */
export interface CellView {
  locale: string;
  state: LanguageState;
  /** texts: changed, waiting, approved, outdated or missing; 0 where all are live */
  count: number;
  /** nothing of it is there yet */
  isNone: boolean;
  /** of its drafts some are blocked by a check, or warned of; or a live text was written by hand */
  second: "blocked" | "warned" | "by_hand" | null;
  /** where a market is looked at: the texts of its own that the shop shows */
  own?: number | undefined;
}

export interface LanguageRowView {
  id: string;
  title: string;
  vendor: string;
  imageUrl: string | null;
  /** drafts in the shop's own language that wait: what they say now is not what is translated later */
  drafts: number;
  /** the language that its own texts seem to be in, where that is not the shop's: BCP-47 */
  writtenIn: string | null;
  cells: CellView[];
}

export interface LanguagesView {
  /** what is listed; counts are of these */
  kind: ListedKind;
  /** what can be listed, and how much of it there is; null: it is not counted here */
  kinds: { kind: ListedKind; count: number | null }[];
  /** the shop's own, in the reader's language */
  source: string;
  languages: LanguageHead[];
  /** names of languages that Shopify no longer lists, whose texts are kept here */
  gone: string[];
  counts: Record<LanguageView, number>;
  page: {
    rows: LanguageRowView[];
    nextCursor: string | null;
    previousCursor: string | null;
    count: { value: number; capped: boolean };
  };
  /** the editor at the first translation that waits for a review; null where none does */
  review: { url: string; count: number } | null;
  /** those that can be translated */
  texts: { name: string; label: string }[];
  /** those that may have texts of their own */
  markets: MarketChoice[];
  /** the one whose own texts are listed and counted, in the languages that it offers; null: what is said everywhere */
  market: { id: string; name: string } | null;
  /** the catalogue was read at least once */
  imported: boolean;
  /** it is read now */
  importing: boolean;
  /** Shopify's page of the shop's languages */
  settingsUrl: string;
}

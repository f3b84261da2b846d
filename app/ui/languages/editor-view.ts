import type { TextView } from "../product/product-detail-view.ts";
import type { TextBody } from "../text-body.ts";
import type { LanguageTab } from "./language-tab.ts";
import type { ListedKind } from "./languages-view.ts";
import type { MarketChoice } from "./market-choice.ts";
import type { MarketTab } from "./market-tab.ts";

/** What a shopper reads, and where that is from: the market itself, one above it, the language's text for everywhere, or the original. */
export interface ReadView {
  body: TextBody;
  from: "market" | "parent" | "locale" | "source";
  /** the name of the market that it is from, "" for none */
  market: string;
}

/** One text in one market. */
export interface InMarketView {
  /** null: nothing */
  reads: ReadView | null;
  /** what they would read if the market had no text of its own */
  otherwise: ReadView | null;
  /** what is said everywhere: the translation, or where there is none the original */
  general: TextBody | null;
  /** what the market says of its own is older than what is read without it: that has changed since */
  isBehind: boolean;
}

/** A term of the language that concerns a text. */
export interface TermView {
  /** in the shop's own language; "" for a word that is forbidden whatever the original says */
  source: string;
  /** in the other; "" for a word that is kept */
  target: string;
  kind: "forced" | "kept" | "forbidden" | "statement";
  /** the translation keeps to it; null: there is none yet */
  isKept: boolean | null;
}

/** What is known of the product, as it is known. */
export interface FactRow {
  path: string;
  name: string;
  value: string;
}

/** One text of a product, and its translation: what the shop holds of it, and what was written here. */
export interface TranslationView extends TextView {
  /** what the shop shows in its own language; null: the original is gone, and nothing can be published for it */
  source: TextBody | null;
  /** the words that the translation was made from, where they are other ones and known */
  sourceBefore: TextBody | null;
  /** the name of the language that the original seems to be in, where that is not the shop's */
  writtenIn?: string | undefined;
  /** the original is written alike in the language, as a size is: without a translation nothing is missing */
  isAlike?: boolean | undefined;
  /** it is the text of an entry that other products share: its name, and its own editor; null where that is not known here */
  linked?: { name: string; url: string | null } | undefined;
  /** the shop takes these texts only, in each language: none is made by the app */
  choices?: readonly string[] | undefined;
  /** what the glossary asks of it; none: nothing */
  terms?: TermView[] | undefined;
  /** where a market is looked at */
  inMarket?: InMarketView | undefined;
}

export interface EditorView {
  product: { id: string; title: string; imageUrl: string | null; vendor: string };
  /** what it is; all but a product have texts in other languages only here */
  kind: ListedKind;
  locale: string;
  language: string;
  dir: "ltr" | "rtl";
  state: "live" | "unreachable" | "unpublished" | "gone";
  sourceLocale: string;
  sourceLanguage: string;
  tabs: LanguageTab[];
  /** the market that is looked at; null: what is said everywhere */
  market: { id: string; name: string } | null;
  /** where customers are offered the language; none: it has no market */
  markets: MarketTab[];
  /** for whom translations can be made */
  choices: MarketChoice[];
  texts: TranslationView[];
  /** what is known of a product; none of what is no product */
  facts: FactRow[];
  /** the last publication of the product in this language, where it can be undone */
  lastWriteBack: string | null;
  /** work on the product is under way: what it writes is shown when it comes */
  running: "translate" | "other" | null;
  /** epoch ms of the server */
  now: number;
  /** content types that can be translated */
  types: { name: string; label: string }[];
  /** the editors of other products of the list that the person came from */
  previous: string | null;
  next: string | null;
  /** which of how many it is; null where it is none of them any more */
  place: { at: number; of: number } | null;
  settingsUrl: string;
  /** the list that the person came from, with what they had searched there */
  listUrl: string;
}

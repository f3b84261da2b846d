import type { LanguageChoice, ListedKind } from "./languages-view.ts";

/** Which translations a run makes: those that are missing, also those whose original changed, those alone that are not as the glossary says, or all. */
export type Which = "missing" | "missing_or_outdated" | "against_terms" | "all";

/** Products of a view of languages that are so in one of these languages, as commands take them. */
export interface LanguagesSelection {
  languages: {
    view: LanguageChoice;
    locales: readonly string[];
    search: string;
    onSaleOnly: boolean;
    kind?: Exclude<ListedKind, "product">;
    /** its number: the view is of the market's own texts; default: of those for everywhere */
    market?: string;
  };
  except: readonly string[];
}

/** Of which products: named ones, those of a list of products, or of a view of languages. */
export type TranslateSelection =
  | { ids: readonly string[] }
  | { query: string; except: readonly string[] }
  | LanguagesSelection;

/** What a person wants translated, as the dialog asks for it. */
export interface TranslateChoice {
  locales: string[];
  /** for whom: markets by their ids, "" for everywhere */
  markets: string[];
  contentTypes: string[];
  which: Which;
  /** also texts that a person wrote */
  includeEdited: boolean;
}

/** What a run would translate, for how much and how long. */
export interface TranslatePlanView {
  /** products that were chosen, and those of them of which something is translated */
  chosen: number;
  products: number;
  /** false: a part of the chosen products was looked at, and stands for all of them */
  exact: boolean;
  /** texts and languages that the model is asked for */
  asked: number;
  /** texts and languages that approved translations give for nothing */
  reused: number;
  /** market, "" for everywhere → texts */
  byMarket: Readonly<Record<string, number>>;
  /** texts and languages left as they are: written by hand, waiting for a review */
  edited: number;
  waits: number;
  /** texts of markets that are left out because what is said everywhere comes first */
  readsGeneral: number;
  /** nothing is to be written for so many products */
  handsOff: number;
  credits: number;
  /** billionths of a US dollar; null when the model's price is not set */
  costNanos: number | null;
  durationMs: number | null;
}

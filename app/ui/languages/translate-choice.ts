/** Which translations a run makes: those that are missing, also those whose original changed, or all. */
export type Which = "missing" | "missing_or_outdated" | "all";

/** What a person wants translated, as the dialog asks for it. */
export interface TranslateChoice {
  locales: string[];
  contentTypes: string[];
  which: Which;
  /** also texts that a person wrote */
  includeEdited: boolean;
}

/** What a run would translate, for how much and how long. */
export interface TranslatePlanView {
  products: number;
  /** texts and languages that the model is asked for */
  asked: number;
  /** texts and languages that approved translations give for nothing */
  reused: number;
  /** texts and languages left as they are: written by hand, waiting for a review */
  edited: number;
  waits: number;
  /** nothing is to be written for so many products */
  handsOff: number;
  credits: number;
  /** billionths of a US dollar; null when the model's price is not set */
  costNanos: number | null;
  durationMs: number | null;
}

/** What the admin's pages of translations need of the store; a person who writes here is nobody the app hears of. */
export interface AdminTranslations {
  /** the primary one among them */
  languages(domain: string): AdminLanguage[];
  markets(domain: string): { handle: string; name: string }[];
  /** How many texts of a product are translated, everywhere or for one market. */
  progress(domain: string, productId: number, into: Target): { texts: number; translated: number; outdated: number };
  /** undefined when there is no such product */
  texts(domain: string, productId: number, into: Target): TranslatedText[] | undefined;
  /** An empty value removes the translation. Gives what is wrong with each text by its name; the others are saved. */
  save(domain: string, into: Target, texts: { name: string; value: string }[]): Record<string, string>;
}

export interface AdminLanguage {
  locale: string;
  name: string;
  primary: boolean;
  published: boolean;
}

/** The language that is written in, and the handle of the market that it is for; null for everywhere. */
export interface Target {
  locale: string;
  market: string | null;
}

export interface TranslatedText {
  /** gid of its resource and its key, as the form calls it */
  name: string;
  /** what the text is, for a person */
  label: string;
  source: string;
  /** several lines or markup */
  isLong: boolean;
  /** empty when there is none */
  value: string;
  outdated: boolean;
}

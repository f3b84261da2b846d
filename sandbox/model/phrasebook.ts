/** What a product is for, as far as its facts tell: it decides which sentences of use fit. */
export type Vertical = "apparel" | "home" | "beauty" | "food" | "gear" | "general";

/**
 * The sentences of one language. Slots: `{t}` title, `{b}` brand, `{n}` the name of an attribute or option, `{v}` its value,
 * `{o}` a list of option values. A sentence whose slot has no fact is not used. No sentence contains a digit, and none makes
 * `{t}` the subject of a verb, because titles may be singular or plural, of any gender.
 */
export interface Phrasebook {
  readonly language: string;
  /** Words so common that a description in this language nearly always has some. Empty: told by script instead. */
  readonly commonWords: readonly string[];
  readonly joinLast: string;
  readonly labels: { readonly brand: string; readonly type: string; readonly colon: string };
  /** English attribute and option names in lower case → this language. */
  readonly names: Readonly<Record<string, string>>;
  readonly titles: readonly string[];
  readonly intros: readonly string[];
  readonly uses: Readonly<Record<Vertical, readonly string[]>>;
  readonly headings: readonly string[];
  readonly options: readonly string[];
  readonly closings: readonly string[];
  readonly factBullets: readonly string[];
  readonly bullets: readonly string[];
  readonly seo: readonly string[];
  readonly steps: readonly string[];
  /** A sentence that takes in a word that a check asked for. */
  readonly mention: string;
  /** A sentence with a number that no fact backs: `{#}` is filled in when the model is to make a mistake. */
  readonly invention: string;
}

import type { Unit } from "./unit.ts";

/** A number of a text with its unit, if it has one. */
export interface Quantity {
  /** as written, e.g. `1,5 kg` */
  text: string;
  /** readings of the number: 1.500 is 1500 or 1.5. Empty for versions, dates and codes, which count as written */
  values: number[];
  /** null = without a unit; several when the word after it may be a unit or not */
  units: (Unit | null)[];
  /** the word after the number or its unit, lower case, "" when there is none */
  nextWord: string;
  /** where it is in the text; a few signs off behind fractions and digits of rare scripts */
  start?: number;
  /** for `10 200 ml`, which may be one number or two */
  pieces?: Quantity[];
  /** letters and digits in one word, e.g. `MX500` or `4K`: compared as written; in a statement without spaces: `ip67` */
  code?: string;
  /** readings of the upper end of a range: `2–3 kg` */
  to?: number[];
  /** what words or signs near it say of the value; absent: it is the value itself */
  bound?: Bound;
  /** how many of them: `4 × 250 ml` */
  times?: number;
  /** the numbers of sizes that belong together, as `30x40x50` */
  chain?: string;
  /** written as a word, `five`: without a unit it is often idiom */
  spelled?: boolean;
  /** what one step of the last written digit is worth: 0.1 in `1.5` */
  step?: number;
  /** the words that the number counts, lower case: `large`, `pockets`; else those of its fact's name */
  counted?: string[];
  /** words of content around it and of its fact's name, lower case */
  near?: string[];
  /** words of content between the number before and the number behind */
  beside?: string[];
  /** those of them that come behind it, nearest first */
  after?: string[];
  /** those that stand directly before and behind it in the same phrase */
  touching?: string[];
  /** the words of its role stand directly beside it, or are its own label */
  direct?: true;
}

/** `up_to 30 h` claims that much; `below 2 kg` only bounds it. */
export type Bound = "up_to" | "at_least" | "above" | "below" | "about";

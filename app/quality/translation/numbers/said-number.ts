import type { Unit } from "../../quantities/unit.ts";
import type { Place } from "../side.ts";

/** What a number of a text may mean; two texts say the same where they share a meaning. */
export type Meaning =
  | { kind: "amount"; value: number; unit: Unit | null }
  /** letters and digits that are one name; `core` is it without the words that a translation puts in its own language */
  | { kind: "code"; key: string; core: string }
  /** digits that state no quantity */
  | { kind: "digits"; key: string }
  | { kind: "date"; year: number | null; month: number | null; day: number | null }
  | { kind: "clock"; minutes: number }
  /** 0 to 6, Sunday first */
  | { kind: "weekday"; day: number };

/** A number of a text as a translation has to keep it. */
export interface SaidNumber extends Place {
  meanings: readonly Meaning[];
  /** the single numbers that it is made of, which a translation may say one by one: 4.8 and 5 of `4.8/5` */
  parts: readonly number[];
  spelled: boolean;
  /** an ordinal, idiom or list's number of one or two digits, that may become words */
  isLoose: boolean;
  /** what stands right behind it may be a unit that is not known */
  isFollowed: boolean;
  /** the signs right before it */
  before: string;
  /** the words right behind it, at most three */
  ahead: readonly string[];
}

/** Words of a text that one of the readers takes for itself: nothing else is read in them. */
export interface Claim {
  start: number;
  end: number;
  meanings: readonly Meaning[];
  parts: readonly number[];
  /** a translation may leave it out */
  isLoose?: boolean;
}

export const amount = (value: number, unit: Unit | null = null): Meaning => ({ kind: "amount", value, unit });

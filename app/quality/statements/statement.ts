import type { Fact } from "../facts/fact.ts";
import type { Quantity } from "../quantities/quantity.ts";

/** A place in a text: UTF-16 code units, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** `possible`: "may contain nuts", "suitable for most"; it refutes a denial and supports nothing. */
export type Polarity = "affirmed" | "denied" | "possible";

/** Kinds of statement that a shop must be able to prove: without support they block. */
export type Provable =
  | "certificate"
  | "safety"
  | "health"
  | "allergen"
  | "origin"
  | "warranty"
  | "price"
  | "age"
  | "award"
  | "test"
  | "environment";

interface Common {
  at: Span;
  /** the words at that place */
  quote: string;
  polarity: Polarity;
  /** null: another statement about the product */
  provable: Provable | null;
}

/** A number with its unit. The role says what it measures: 18 g of protein are no 18 g of sugar. */
export interface QuantityStatement extends Common {
  kind: "quantity";
  quantity: Quantity;
  /** as a concept in English, e.g. `weight`, `width`, `sugar`, `battery life`; null when the words do not say */
  role: string | null;
  /** the part of the thing that the role is of, lower case: `seat` of "seat height"; absent: none is named */
  part?: string;
}

/** `vegan`, `waterproof`, `handmade`, `dishwasher-safe`. */
export interface PropertyStatement extends Common {
  kind: "property";
  concept: string;
}

/** Something that is in the product or not: `gluten-free` and "without gluten" deny `gluten`, "may contain nuts" makes `nuts` possible. */
export interface ContentStatement extends Common {
  kind: "content";
  concept: string;
}

export interface MaterialStatement extends Common {
  kind: "material";
  /** e.g. `cotton`, `oak`, `gold` */
  material: string;
  /** null where the words do not say; `imitation` is faux, vegan (leather), look */
  form: "solid" | "plated" | "imitation" | "veneer" | "filled" | null;
  /** share in percent */
  percent: number | null;
  /** true: said of the whole product, "made of oak", "100 % linen"; false: it may be a part of it */
  whole: boolean;
}

export interface OriginStatement extends Common {
  kind: "origin";
  /** ISO 3166 code in capitals, with the smaller places behind it, `IT.tuscany.lucca`; a place that no table knows in lower case */
  place: string;
  /** `sourced`: of a material or ingredient, "Italian leather"; `mentioned`: a fact that only names the place */
  act: "made" | "designed" | "grown" | "assembled" | "woven" | "sourced" | "unspecified" | "mentioned";
}

/** A certificate, norm, award, test or authority by its name; its number where one is given. */
export interface SchemeStatement extends Common {
  kind: "scheme";
  scheme: string;
  number: string | null;
}

/** One of the product's options or listed values: colours, sizes, scents. */
export interface MemberStatement extends Common {
  kind: "member";
  set: "color" | "size" | "scent" | "flavor";
  /** as a concept, e.g. `navy`, `xl` */
  member: string;
  /** true: said to be on offer, "comes in green"; false: it is only called so */
  offered: boolean;
}

export interface TermStatement extends Common {
  kind: "term";
  term: "warranty" | "returns" | "shipping" | "money_back";
  /** null: none said */
  duration: Quantity | null;
  /** lifetime */
  unlimited: boolean;
  free: boolean;
}

export interface AgeStatement extends Common {
  kind: "age";
  fromMonths: number | null;
  toMonths: number | null;
}

export interface CompatibilityStatement extends Common {
  kind: "compatibility";
  /** lower case */
  with: string;
}

/** `best-selling`, `the world's lightest`, `No. 1`. */
export interface SuperlativeStatement extends Common {
  kind: "superlative";
  concept: string;
}

/** What a text or a fact says, in one shape for both sides and for every language. */
export type Statement =
  | QuantityStatement
  | PropertyStatement
  | ContentStatement
  | MaterialStatement
  | OriginStatement
  | SchemeStatement
  | MemberStatement
  | TermStatement
  | AgeStatement
  | CompatibilityStatement
  | SuperlativeStatement;

/** What a fact says. */
export type FactStatement = Statement & { fact: Fact };

/** What a program makes of one statement by the facts alone. */
export interface Comparison {
  /** `unknown`: no fact speaks of it, or the words cannot be compared */
  verdict: "supported" | "refuted" | "unknown";
  /** that supports or refutes it; null when unknown */
  fact: Fact | null;
  /** words that put a refuted statement right in its place, only where the program is sure of them */
  fix: string | null;
}

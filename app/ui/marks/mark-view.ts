import type { PlaceView } from "./finding-view.ts";

/** What a mark says of its words: a finding that blocks or warns, a fact behind them, or a word of the glossary. */
export type MarkKind = "blocks" | "warns" | "backed" | "glossary";

/** Words of a text that are marked. */
export interface MarkView {
  key: string;
  kind: MarkKind;
  /** the finding's number, as the fact's row carries it; null where nothing is found */
  number: number | null;
  quote: string;
  at: readonly PlaceView[];
  /** for those who do not see the line under it */
  about: string;
  focused?: boolean;
  /** words that would take their place, shown as a difference */
  instead?: string | undefined;
}

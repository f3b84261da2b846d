import type { RunView } from "../runs/run-view.ts";
import type { PauseReason, ShopNoticesView } from "../shop-notices-view.ts";
import type { SetupView } from "./setup-view.ts";

/** Reasons for which writing waits, and that are put right in Settings. */
export type WritingPause = Exclude<PauseReason, "reauth" | "scope" | "market_content">;

/** What may be true of a text, as the list of products is filtered by it. */
export type TextState =
  | "missing"
  | "review"
  | "approved"
  | "thin"
  | "live"
  | "outdated"
  | "duplicate"
  | "contradicted"
  | "found";

/** One text of the catalogue: how many products on sale have it in which state. */
export interface TextRow {
  /** as addresses name it */
  text: string;
  /** of a text that the shop added; null for those that every shop has */
  label: string | null;
  counts: Record<TextState, number>;
}

export interface CatalogueView {
  onSale: number;
  texts: TextRow[];
  /** products with at least one text in the state */
  anyText: Record<TextState, number>;
  /** all products by what is most urgent about their texts */
  states: Record<"needs_review" | "warned" | "blocked" | "conflict" | "approved" | "published", number>;
  /** live texts are still being looked at */
  checking: boolean;
}

export interface ImportProgress {
  runId: string;
  done: number;
  /** null while unknown */
  total: number | null;
  /** it does not go on now. `again`: when it does by itself, epoch ms; null: a person is needed */
  stopped: { again: number | null } | null;
}

export interface WeekView {
  /** products */
  published: number;
  undone: number;
  /** texts */
  unchanged: number;
  reviewed: number;
  spentNanos: number;
  /** a day; null = no cap */
  capNanos: number | null;
  /** null = as many as the shop likes */
  credits: number | null;
  /** what the shop was given; null where nobody counts */
  granted: number | null;
}

export interface HomeData {
  imported: boolean;
  /** epoch ms */
  importedAt: number | null;
  importing: ImportProgress | null;
  catalogue: CatalogueView;
  /** products of the last week that have no description and nothing written */
  newWithoutTexts: number;
  /** pieces of work that failed, and that a person may try again */
  failed: number;
  /** items that wait because work is paused */
  waitingItems: number;
  /** what one product takes: credits, and time where that is known */
  perProduct: { credits: number; ms: number | null };
  /** where this person left a review: products decided, of how many, and when */
  stopped: { at: number; of: number; when: number } | null;
  /** ms a product, of this person; null while too little is known */
  pace: number | null;
  running: RunView[];
  /** why writing is paused; null while it is not */
  paused: WritingPause | null;
  /** what else keeps work from going on */
  onTop: ShopNoticesView;
  week: WeekView;
  /** rules whose texts are rejected twice as often as those of others */
  observation: { rules: string; rejected: number; decided: number } | null;
  /** the steps of a first run; null when they are done or put away */
  setup: SetupView | null;
  /** not all of those steps are done */
  canSetUp: boolean;
  /** the server's, epoch ms */
  now: number;
}

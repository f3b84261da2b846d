/** Code points in the words that a reader sees, `end` exclusive. */
export interface PlaceView {
  start: number;
  end: number;
}

/** See `FindingDetails` of the database, whose shape it has. */
export type DetailsView =
  | { kind: "empty" | "said_twice" | "word_repeated" | "copy_of_title" | "copy_of_live" | "copy_of_text" }
  | { kind: "too_long"; chars: number; limit?: number | undefined; bullet?: number | undefined }
  | { kind: "much_too_long"; chars: number; bullet?: number | undefined }
  | { kind: "too_short"; chars: number; least: number; bullet?: number | undefined }
  | { kind: "too_many_items"; items: number; most: number }
  | { kind: "too_few_items"; items: number; least: number }
  | { kind: "place_too_long" | "place_too_short"; chars: number; limit: number; bullet?: number | undefined }
  | { kind: "place_most" | "place_least"; items: number; limit: number }
  | { kind: "not_a_choice"; choices: string; bullet?: number | undefined }
  | { kind: "not_of_pattern"; pattern: string; bullet?: number | undefined }
  | { kind: "term"; term: string }
  | { kind: "asked_term"; term: string; words: string }
  | { kind: "keyword"; keyword: string }
  | { kind: "missing_words" | "missing_ending"; words: string }
  | { kind: "same_bullets"; first: number; second: number }
  | { kind: "sign_code"; sign: string }
  | {
      kind: "differs_from_source" | "not_kept" | "negation_lost" | "negation_added" | "sentence_missing";
      words: string;
    }
  | { kind: "not_in_source" | "copy_of_source" | "in_source_language" }
  | { kind: "tags_missing" | "tags_added"; tag: string; count: number }
  | { kind: "tag_order"; tag: string }
  | { kind: "items_differ"; items: number; of: number }
  | { kind: "fewer_sentences"; sentences: number; of: number }
  | { kind: "unusual_length"; percent: number }
  | {
      kind: "channel_rule";
      rule: string;
      channel: string;
      source: string;
      certainty: "official" | "third-party" | "unconfirmed" | "own";
      checked_on: string;
      breach: ChannelBreachView;
    }
  | { kind: "not_listed"; count: number };

/** See `ChannelBreach` of the database. */
export type ChannelBreachView =
  | {
      is: "most" | "least" | "total" | "together";
      unit: "char" | "grapheme" | "utf16" | "byte" | "item" | "sign";
      have: number;
      limit: number;
      bullet?: number | undefined;
    }
  | { is: "repeated"; limit: number }
  | { is: "not_taken"; what: string };

/** What a check found in a text, as dock and marks show it. */
export interface FindingView {
  /** null on texts of earlier releases: such a finding cannot be decided */
  id: string | null;
  code: string;
  severity: "block" | "warn";
  description: string;
  /** what it says beside the quote; null where the name and the quote say all */
  details: DetailsView | null;
  /** the words of the text that it is about; null where it is about all of it */
  quote: string | null;
  at: readonly PlaceView[];
  /** what they contradict */
  fact: { path: string; name: string; value: string; source: string } | null;
  /** words that put it right, tried by the program */
  fix: { quote: string; with: string } | null;
  /** the other product that it speaks of */
  product: { id: string; title: string } | null;
  /** no person can decide it */
  fixed: boolean;
  /** a person kept it; `by` is a name for people, "" for none */
  decision: { by: string; reason: string; at: number } | null;
}

/** It waits for a person before its text can be approved. */
export function blocks({ severity, decision }: Pick<FindingView, "severity" | "decision">): boolean {
  return severity === "block" && decision === null;
}

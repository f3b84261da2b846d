import type { FindingDetails, StoredWarning } from "../db/schema/index.ts";
import type { Code } from "../rules/check-codes.ts";
import type { Fact } from "./facts/fact.ts";
import type { Span } from "./statements/statement.ts";

/** What one check found in one text. */
export interface Finding {
  code: Code;
  /** what a merchant reads */
  description: string;
  /** what the description says beside the quote, for readers of other languages */
  details?: FindingDetails;
  /** what the model reads instead */
  forModel?: string;
  /** added for the model, e.g. the limit */
  hint?: string;
  severity?: StoredWarning["severity"];
  /** the other product that it is about */
  product?: StoredWarning["product"];
  /** the words of the text that it is about, as they stand there; left out where it is about the text as a whole */
  quote?: string;
  /** where they stand in `CheckInput.text`; default: wherever the text holds the quote */
  spans?: readonly Span[];
  /** what they contradict */
  fact?: Fact;
  /** words for the whole quote which put it right; offered once the program has tried them */
  fix?: string;
  /** false: not worth asking the model again */
  repair?: boolean;
  /** the text must not be stored at all: it reveals what nobody outside should read */
  withhold?: boolean;
  /** no setting changes it: the shop would refuse the text, or there is none */
  fixed?: boolean;
}

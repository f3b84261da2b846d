import type { StoredWarning } from "../db/schema/index.ts";
import type { Code } from "../rules/check-codes.ts";

/** What one check found in one text. */
export interface Finding {
  code: Code;
  /** what a merchant reads */
  description: string;
  /** what the model reads instead */
  forModel?: string;
  /** added for the model, e.g. the limit */
  hint?: string;
  severity?: StoredWarning["severity"];
  /** the other product that it is about */
  product?: StoredWarning["product"];
  /** false: not worth asking the model again */
  repair?: boolean;
  /** the text must not be stored at all: it reveals what nobody outside should read */
  withhold?: boolean;
  /** no setting changes it: the shop would refuse the text, or there is none */
  fixed?: boolean;
}

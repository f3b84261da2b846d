import type { Evidence, StoredWarning, TextBody, Wording } from "../db/schema/index.ts";

export interface GeneratedText {
  contentType: string;
  body: TextBody;
  warnings: StoredWarning[];
  blocked: boolean;
  evidence: Evidence[];
  /** `yes`; `no:` and a stable code; null or left out: nothing of it was to be examined */
  examined?: string | null | undefined;
  /** what a person may choose from, the text itself first; default: it is the only one */
  wordings?: readonly Wording[] | undefined;
}

export interface Usage {
  model: string;
  calls: number;
  tokensIn: number;
  tokensOut: number;
}

export type UnusableReason =
  | "model_refused"
  | "model_truncated"
  | "model_prompt_cut"
  | "model_bad_answer"
  | "model_empty";

/** `unusable`: not one text came back; `reason` is a stable code. No texts are written when the config skips them all. */
export type Generated =
  | { outcome: "written"; texts: GeneratedText[]; usage: Usage }
  | { outcome: "unusable"; reason: UnusableReason; usage: Usage };

/** What the examiner may say of a sentence; the program verifies all but `not_stated` and `no_claim`. */
export type ExaminerSays = "entailed" | "contradicted" | "not_stated" | "no_claim";

/** Words of a fact that a verdict leans on. */
export interface ExaminerQuote {
  /** `Fact.id` */
  fact: string;
  /** to the letter */
  quote: string;
}

/** The examiner's word about one sentence. It proposes; the program decides what it counts for. */
export interface ExaminerVerdict {
  /** to the letter, as `CheckResult.doubts` names it */
  sentence: string;
  verdict: ExaminerSays;
  /** the facts it leans on; empty where it leans on none */
  quotes: ExaminerQuote[];
}

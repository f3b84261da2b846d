/** What rules in a form would do to texts that are there. Units are texts. */
export interface DryRunView {
  marked: number;
  live: number;
  blocked: number;
  drafts: number;
  /** written by these rules as they were saved before */
  written: number;
  /** names of checks whose findings are not in the numbers */
  uncounted: string[];
  /** ids of products to look at */
  examples: { marked: string[]; blocked: string[] };
}

import { formatCount } from "./numbers.ts";

/** For how many days things are kept. */
export interface KeptView {
  /** finished jobs */
  jobDays: number;
  /** texts of the model that were rejected or replaced before they were published */
  draftDays: number;
  /** replaced texts of the model that had been published */
  publishedDays: number;
  /** approvals and rejections */
  feedbackDays: number;
}

/** 1 → "1 day", 90 → "90 days", 0.5 → "0.5 days" */
export function daysInWords(days: number): string {
  return `${formatCount(days)} ${days === 1 ? "day" : "days"}`;
}

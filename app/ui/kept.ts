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

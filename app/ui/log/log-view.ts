/** What activity can be filtered by. */
export const actKinds = ["texts", "publishing", "writing", "rules", "settings", "lists", "access"] as const;
export type ActKindView = (typeof actKinds)[number];

export interface ActivityRowView {
  id: string;
  at: number;
  says: string;
  who: string;
  /** of the page of what it was about */
  url: string | null;
  details: string;
}

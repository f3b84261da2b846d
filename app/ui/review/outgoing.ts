import type { CountChange } from "./count-changes.ts";

/** Something that a person did and the server does not know of yet. */
export interface Outgoing {
  /** names the request: sent again it is done once */
  id: string;
  page: "review" | "product";
  productId: string;
  title: string;
  request: Record<string, unknown> & { intent: string };
  /** a decision about drafts that what is sent before it makes anew: it is for those */
  follows: boolean;
  /** until it is answered the counts of the queue are as if it were done */
  counts?: CountChange;
}

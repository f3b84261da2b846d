import type { FindingView } from "../marks/finding-view.ts";
import type { ReviewTold } from "../review-told.ts";
import type { TextBody } from "../text-body.ts";
import type { CountChange } from "./count-changes.ts";
import type { Edit } from "./edit-request.ts";
import type { NoAnswer, OutboxDeps } from "./outbox.ts";
import type { Outgoing } from "./outgoing.ts";
import type { NextView, Outcome, ReviewLane, ReviewProduct, ReviewProgress } from "./review-view.ts";

/** What a person wants done with the product before them. */
export type Verdict =
  | { kind: "approved" }
  | { kind: "rejected"; reason?: string }
  | { kind: "conflicts"; keep: "theirs" | "ours" }
  | { kind: "later" }
  /** its texts are written once more */
  | { kind: "written_again" }
  | { kind: "passed" };

/** A product that was handed out, and what became of it. */
export interface Item {
  product: ReviewProduct;
  /** `elsewhere`: its texts were decided one by one, or by somebody else */
  outcome: Outcome | "elsewhere" | null;
  /** what decided it together with others */
  bulk?: string;
}

/** Something that can be taken back. */
export type Done =
  | {
      kind: "decision";
      id: string;
      productId: string;
      seq: number | null;
      outcome: Outcome;
      title: string;
      counts: CountChange;
    }
  | {
      kind: "text";
      id: string;
      productId: string;
      name: string;
      before: ReviewProduct;
      title: string;
      finding: FindingView | null;
      words?: TextBody;
    }
  /** `runId`: what publishes it; only there it can be put back */
  | { kind: "bulk"; id: string; products: number; runId: string | null };

/** A line of the server about something that was done before. */
export interface Told {
  /** names the line, so that a later one is not taken for it */
  id: string;
  productId: string;
  title: string;
  told: ReviewTold | { kind: "goes_live" } | null;
  /** where it has no code: in the server's words */
  message: string;
  /** words of the person were not taken, and are kept */
  words?: boolean;
}

export interface SessionState {
  current: ReviewProduct | null;
  /** from 1, in the queue or, in a lane, of what was handed out */
  place: number;
  total: number;
  /** products of the whole queue */
  size: number;
  phase: "showing" | "loading" | "end" | "failed" | "offline";
  progress: ReviewProgress;
  withOthers: number;
  /** what was handed out so far, in its order */
  items: readonly Item[];
  /** which of them is before the person */
  at: number;
  last: {
    title: string;
    outcome: Outcome | "fixed" | "chosen" | "bulk";
    products: number;
    /** which wording, of how many */
    chosen?: { number: number; of: number };
    left?: number;
    /** what publishes them */
    runId?: string | null;
  } | null;
  told: Told | null;
  unsent: readonly Outgoing[];
  trouble: NoAnswer["kind"] | null;
  /** when the product that is shown came: keys count a moment later */
  shownAt: number;
  /** texts whose words the server did not take: they are kept, and nothing more is sent of them until they are opened anew */
  refused: readonly { productId: string; name: string; seen: string | null }[];
  /** the last thing that happened, for who listens */
  said:
    | { outcome: Outcome | "back"; at: number }
    | { outcome: "chosen"; at: number; number: number; of: number }
    | null;
}

/** @throws when the server cannot be reached */
export type LoadNext = (asked: { from: number; count: number; at: number | null }) => Promise<NextView>;

export interface SessionDeps {
  queueId: string;
  lane: ReviewLane | null;
  size: number;
  first: NextView;
  load: LoadNext;
  outbox: Omit<OutboxDeps, "onAnswer" | "onChange">;
  /** keeps words that the server did not take */
  keep(product: Pick<ReviewProduct, "id" | "locale">, words: Edit): void;
  newId(): string;
  now(): number;
}

export function outcomeOf(verdict: Verdict): Outcome {
  if (verdict.kind !== "conflicts") return verdict.kind;
  return verdict.keep === "theirs" ? "kept_live" : "approved";
}

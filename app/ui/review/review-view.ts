import type { FindingView } from "../marks/finding-view.ts";
import type { PresetName } from "../preset-words.ts";
import type { ReviewTold } from "../review-told.ts";
import type { TextBody } from "../text-body.ts";

/** Products of a queue by what a person has to do with them. */
export const reviewLanes = ["clean", "warnings", "blocked", "conflicts"] as const;
export type ReviewLane = (typeof reviewLanes)[number];

/** What is known of a product, as the facts column shows it. */
export interface FactView {
  path: string;
  name: string;
  value: string;
  /** what kind of thing said it */
  source: string;
  /** its texts rest on it */
  used: boolean;
}

/** A keyword that the rules want in the texts. */
export interface KeywordView {
  term: string;
  used: boolean;
  must: boolean;
}

export interface EvidencePlace {
  text: string;
  fact: string;
  /** which fact it is */
  path?: string | undefined;
  at: readonly { start: number; end: number }[];
}

/** One of the texts that the model gave for a slot, as the checks found it when it was written. */
export interface OfferedWording {
  body: string;
  findings: FindingView[];
}

/** A text as it waits for a person, or as it stands. */
export interface ReviewVersion {
  id: string;
  state: "draft" | "approved" | "published" | "rejected" | "superseded";
  body: TextBody;
  findings: FindingView[];
  evidence: EvidencePlace[];
  /** what the model offered to choose from, the text that it proposed first; none where it offered one only */
  wordings: OfferedWording[];
  examinedCount: number;
  /** not all of it could be examined */
  unexamined: boolean;
  createdAt: number;
  edited: boolean;
  /** the reader wrote or changed it */
  mine: boolean;
}

export interface ReviewConflict {
  base: TextBody | null;
  theirs: TextBody | null;
  ours: TextBody;
  detectedAt: number;
}

/** One slot: what is live, what waits, and what keeps it from being live. */
export interface ReviewText {
  /** the slot's name, e.g. `title`, `image_alt_41` */
  name: string;
  /** the content type's name, e.g. `image_alt` */
  type: string;
  /** as the shop calls it; the app's own types have names in the reader's language */
  label: string;
  kind: "line" | "text" | "html" | "bullets";
  limitChars: number | null;
  live: TextBody | null;
  newest: ReviewVersion | null;
  conflict: ReviewConflict | null;
  image: { url: string; position: number } | null;
}

/** All that a person needs to decide about a product. */
export interface ReviewProduct {
  id: string;
  /** its place in the queue; null when it was opened by its address */
  seq: number | null;
  title: string;
  vendor: string;
  imageUrl: string | null;
  /** BCP-47 of its texts */
  locale: string;
  gone: boolean;
  facts: FactView[];
  keywords: KeywordView[];
  rulesName: string;
  /** which of the app's own rules they are; null for the shop's */
  preset: PresetName | null;
  writtenAt: number | null;
  /** which of the two models wrote its texts last */
  agentModel: "v1" | "v2";
  texts: ReviewText[];
  /** all of its drafts: what a decision is about */
  draftIds: string[];
  /** words of the glossary */
  glossary: string[];
  /** somebody else has it before them */
  held: boolean;
  ownAttributes: { name: string; value: string }[];
}

/** What became of a product in a queue. */
export type Outcome = "approved" | "rejected" | "later" | "passed" | "kept_live" | "written_again";

/** How far a queue is. */
export interface ReviewProgress {
  open: Record<ReviewLane, number>;
  decided: Partial<Record<Outcome, number>>;
  newcomers: number;
}

/** Products that are handed out, with how far the queue is. */
export interface NextView {
  products: ReviewProduct[];
  /** products that other people have before them */
  withOthers: number;
  progress: ReviewProgress;
  size: number;
}

/** What became of what was sent. */
export interface ReviewAnswer {
  ok: boolean;
  message: string;
  stale?: boolean;
  jobId?: string;
  told?: ReviewTold;
}

export interface SentView {
  answer: ReviewAnswer;
  /** the product as it stands after it */
  fresh: ReviewProduct | null;
  /** how far the person's queue is after it; null where it is about none */
  progress: ReviewProgress | null;
}

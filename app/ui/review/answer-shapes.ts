import type { DetailsView, FindingView } from "../marks/finding-view.ts";
import { presetNames } from "../preset-words.ts";
import type { ReviewTold } from "../review-told.ts";
import { count, either, flag, listOf, maybe, oneOf, orNull, record, type Shape, shapeOf, text } from "../shapes.ts";
import type { TextBody } from "../text-body.ts";
import type {
  EvidencePlace,
  FactView,
  KeywordView,
  NextView,
  OfferedWording,
  ReviewConflict,
  ReviewProduct,
  ReviewProgress,
  ReviewText,
  ReviewVersion,
  SentView,
} from "./review-view.ts";

const isBody: Shape<TextBody> = either(text, listOf(text));
const isPlace = shapeOf<{ start: number; end: number }>({ start: count, end: count });

/** The kind alone: what a newer server says besides is not looked at. */
const isDetails: Shape<DetailsView | null> = orNull((value): value is DetailsView => record(value) && text(value.kind));

const isFinding = shapeOf<FindingView>({
  id: orNull(text),
  code: text,
  severity: oneOf("block", "warn"),
  description: text,
  details: isDetails,
  quote: orNull(text),
  at: listOf(isPlace),
  fact: orNull(shapeOf<NonNullable<FindingView["fact"]>>({ path: text, name: text, value: text, source: text })),
  fix: orNull(shapeOf<NonNullable<FindingView["fix"]>>({ quote: text, with: text })),
  product: orNull(shapeOf<NonNullable<FindingView["product"]>>({ id: text, title: text })),
  fixed: flag,
  decision: orNull(shapeOf<NonNullable<FindingView["decision"]>>({ by: text, reason: text, at: count })),
});

const isVersion = shapeOf<ReviewVersion>({
  id: text,
  state: oneOf("draft", "approved", "published", "rejected", "superseded"),
  body: isBody,
  findings: listOf(isFinding),
  evidence: listOf(shapeOf<EvidencePlace>({ text, fact: text, path: maybe(text), at: listOf(isPlace) })),
  wordings: listOf(shapeOf<OfferedWording>({ body: text, findings: listOf(isFinding) })),
  examinedCount: count,
  unexamined: flag,
  createdAt: count,
  edited: flag,
  mine: flag,
});

const isText = shapeOf<ReviewText>({
  name: text,
  type: text,
  label: text,
  kind: oneOf("line", "text", "html", "bullets"),
  limitChars: orNull(count),
  live: orNull(isBody),
  newest: orNull(isVersion),
  conflict: orNull(
    shapeOf<ReviewConflict>({ base: orNull(isBody), theirs: orNull(isBody), ours: isBody, detectedAt: count }),
  ),
  image: orNull(shapeOf<NonNullable<ReviewText["image"]>>({ url: text, position: count })),
});

const isProduct = shapeOf<ReviewProduct>({
  id: text,
  seq: orNull(count),
  title: text,
  vendor: text,
  imageUrl: orNull(text),
  locale: text,
  gone: flag,
  facts: listOf(shapeOf<FactView>({ path: text, name: text, value: text, source: text, used: flag })),
  keywords: listOf(shapeOf<KeywordView>({ term: text, used: flag, must: flag })),
  rulesName: text,
  preset: orNull(oneOf(...presetNames)),
  writtenAt: orNull(count),
  agentModel: oneOf("v1", "v2"),
  texts: listOf(isText),
  draftIds: listOf(text),
  glossary: listOf(text),
  held: flag,
  ownAttributes: listOf(shapeOf<{ name: string; value: string }>({ name: text, value: text })),
});

const isProgress = shapeOf<ReviewProgress>({
  open: shapeOf<ReviewProgress["open"]>({ clean: count, warnings: count, blocked: count, conflicts: count }),
  decided: shapeOf<ReviewProgress["decided"]>({
    approved: maybe(count),
    rejected: maybe(count),
    later: maybe(count),
    passed: maybe(count),
    kept_live: maybe(count),
    written_again: maybe(count),
  }),
  newcomers: count,
});

const told: Record<string, Shape<object>> = {
  blocked: shapeOf<{ texts: number }>({ texts: count }),
  decided_by: shapeOf<{ at: number; outcome: string }>({ at: count, outcome: oneOf("approved", "rejected") }),
  bulk: shapeOf<{ approved: number; left: number; jobId?: string }>({
    approved: count,
    left: count,
    jobId: maybe(text),
  }),
  bulk_taken_back: shapeOf<{ takenBack: number; stayed: number }>({ takenBack: count, stayed: count }),
  extended: shapeOf<{ products: number }>({ products: count }),
  started: shapeOf<{ jobId: string; products: number }>({ jobId: text, products: count }),
  not_allowed: shapeOf<{ right: string }>({ right: oneOf("approve", "publish", "changeRules") }),
};

/** A kind that a page of this version does not know has a message all the same. */
const isTold: Shape<ReviewTold> = (value): value is ReviewTold =>
  record(value) && text(value.kind) && (told[value.kind]?.(value) ?? true);

export const isSentView = shapeOf<SentView>({
  answer: shapeOf<SentView["answer"]>({
    ok: flag,
    message: text,
    stale: maybe(flag),
    jobId: maybe(text),
    told: maybe(isTold),
  }),
  fresh: orNull(isProduct),
  progress: orNull(isProgress),
});

export const isNextView = shapeOf<NextView>({
  products: listOf(isProduct),
  withOthers: count,
  progress: isProgress,
  size: count,
});

/** What would be published of what was approved in a queue. */
export interface Publishable {
  products: number;
  texts: number;
  /** left out: their live texts changed meanwhile */
  inConflict: number;
}

export const isPublishable = shapeOf<Publishable>({ products: count, texts: count, inConflict: count });

/** What a team did with the last products like those that would be approved at once: by the same rules, without findings. */
export interface Honest {
  decided: number;
  unchanged: number;
  edited: number;
  rejected: number;
}

export const isHonest = shapeOf<Honest>({ decided: count, unchanged: count, edited: count, rejected: count });

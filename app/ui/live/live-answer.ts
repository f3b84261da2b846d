import type { RunTextView, RunView } from "../runs/run-view.ts";
import { count, flag, listOf, maybe, oneOf, orNull, shapeOf, text } from "../shapes.ts";
import type { LiveAnswer } from "./live-feed.ts";

const isRun = shapeOf<RunView>({
  id: text,
  kind: text,
  title: text,
  texts: listOf(shapeOf<RunTextView>({ name: text, label: text })),
  onlyMissing: flag,
  whom: maybe(listOf(shapeOf<{ locale: string; market: string | null }>({ locale: text, market: orNull(text) }))),
  status: oneOf("queued", "processing", "completed", "partially_completed", "failed", "cancelled"),
  total: count,
  chosen: maybe(orNull(count)),
  done: count,
  failed: count,
  conflict: count,
  cancelled: count,
  message: orNull(text),
  waitingFor: orNull(oneOf("shopify", "model")),
  paused: flag,
  held: flag,
  cancelling: flag,
  createdAt: count,
  startedAt: orNull(count),
  finishedAt: orNull(count),
  undone: maybe(orNull(shapeOf<{ back: number; stayed: number }>({ back: count, stayed: count }))),
});

/** Whether an answer is one of the live feed's: a proxy's page would end the feed of a tab for good. */
export const isLiveAnswer = shapeOf<LiveAnswer<RunView>>({
  token: text,
  changed: listOf(oneOf("runs", "acts", "trouble")),
  busy: flag,
  ended: listOf(isRun),
});

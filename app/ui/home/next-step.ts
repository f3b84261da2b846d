import type { HomeData, ImportProgress, WritingPause } from "./home-view.ts";

/** What a person does next. */
export type NextStep =
  | { kind: "first" }
  | ({ kind: "importing" } & ImportProgress)
  | { kind: "review"; count: number; clean: number; stopped: HomeData["stopped"]; minutes: number | null }
  | { kind: "conflicts"; count: number }
  | { kind: "publish"; count: number }
  | { kind: "paused"; reason: WritingPause; count: number }
  | { kind: "write"; text: string; label: string | null; count: number; credits: number; minutes: number | null }
  | { kind: "done" };

/** One more thing that waits, below what comes next. */
export type TodoLine =
  | { kind: "paused"; reason: WritingPause; count: number }
  | { kind: "conflicts" | "failed" | "approved" | "outdated" | "new"; count: number };

const mostLines = 5;
const minuteMs = 60_000;

/** What comes next, by what has been done so far and what waits. */
export function nextStep(data: HomeData): NextStep {
  const { imported, importing, catalogue } = data;
  if (importing && (!imported || importing.stopped)) return { kind: "importing", ...importing };
  if (!imported) return { kind: "first" };
  const { needs_review: clean, warned, blocked, conflict, approved } = catalogue.states;
  const count = clean + warned + blocked;
  if (count > 0) return { kind: "review", count, clean, stopped: data.stopped, minutes: minutesOf(data.pace, count) };
  if (conflict > 0) return { kind: "conflicts", count: conflict };
  if (data.paused) return { kind: "paused", reason: data.paused, count: data.waitingItems };
  if (approved > 0) return { kind: "publish", count: approved };
  const gap = mainGap(data);
  if (!gap) return { kind: "done" };
  const missing = gap.counts.missing;
  const { credits, ms } = data.perProduct;
  const { text, label } = gap;
  return { kind: "write", text, label, count: missing, credits: credits * missing, minutes: minutesOf(ms, missing) };
}

/** At most five things that wait beside what comes next, the most urgent first. */
export function todoLines(data: HomeData, next: NextStep): TodoLine[] {
  if (!data.imported) return [];
  const { conflict, approved } = data.catalogue.states;
  const reason = data.paused;
  const lines: TodoLine[] = [
    ...(reason && next.kind !== "paused" ? [{ kind: "paused" as const, reason, count: data.waitingItems }] : []),
    { kind: "conflicts", count: next.kind === "conflicts" ? 0 : conflict },
    { kind: "failed", count: data.failed },
    { kind: "approved", count: next.kind === "publish" ? 0 : approved },
    { kind: "outdated", count: data.catalogue.anyText.outdated },
    { kind: "new", count: data.newWithoutTexts },
  ];
  return lines.filter((line) => line.count > 0 || line.kind === "paused").slice(0, mostLines);
}

/** A description sells; without one missing, what most products lack. */
function mainGap({ catalogue }: HomeData) {
  const gaps = catalogue.texts.filter(({ counts }) => counts.missing > 0);
  const most = gaps.toSorted((a, b) => b.counts.missing - a.counts.missing)[0];
  return gaps.find(({ text }) => text === "description") ?? most;
}

/** Half a minute is none, and two hours are told in minutes as well. */
function minutesOf(ms: number | null, count: number): number | null {
  return ms === null ? null : Math.max(1, Math.round((ms * count) / minuteMs));
}

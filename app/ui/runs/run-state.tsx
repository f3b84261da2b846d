import { Badge, type BadgeProps } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Formats } from "../../i18n/formats.ts";
import { useFormats } from "../use-formats.ts";
import type { RunView } from "./run-view.ts";

export interface RunStateOf
  extends Pick<
    RunView,
    | "status"
    | "done"
    | "failed"
    | "conflict"
    | "held"
    | "paused"
    | "cancelling"
    | "waitingFor"
    | "finishedAt"
    | "undone"
  > {
  /** an honest guess; null while there is none */
  leftMs?: number | null;
  /** writes whose answer never came: we look whether the texts arrived */
  checking?: number;
}

interface State {
  words: string;
  tone?: BadgeProps["tone"];
  progress?: BadgeProps["progress"];
}

/** A run's state. What keeps it from going on goes before its counters, and nothing is called failed that is still looked after. */
export function RunState({ run }: { run: RunStateOf }) {
  const { t } = useTranslation("runs");
  const { words, ...look } = stateOf(t, useFormats(), run);
  return <Badge {...look}>{words}</Badge>;
}

export function stateOf(t: TFunction<"runs">, formats: Formats, run: RunStateOf): State {
  if (run.cancelling) return { words: t("status.stopping") };
  if (run.held || run.paused) return { words: t("status.paused"), tone: "warning" };
  if (run.finishedAt === null) {
    if (run.waitingFor) {
      return { words: t(run.waitingFor === "shopify" ? "status.waitsShopify" : "status.waitsModel"), tone: "info" };
    }
    if (run.status === "queued") return { words: t("status.waiting"), tone: "info", progress: "incomplete" };
    const left = run.leftMs ?? null;
    const words = left === null ? t("status.running") : t("status.runningLeft", { time: formats.duration(left) });
    return { words, tone: "attention", progress: "partiallyComplete" };
  }
  return endedState(t, run);
}

function endedState(t: TFunction<"runs">, run: RunStateOf): State {
  if ((run.checking ?? 0) > 0) return { words: t("status.checking"), tone: "info", progress: "partiallyComplete" };
  if (run.undone) return { words: t(run.undone.stayed === 0 ? "status.undone" : "status.undonePartly") };
  if (run.status === "completed") return { words: t("status.done"), tone: "success", progress: "complete" };
  if (run.status === "cancelled") return { words: t("status.stopped") };
  if (run.failed === 0 && run.conflict > 0 && run.done === 0) {
    return { words: t("status.conflict"), tone: "warning", progress: "incomplete" };
  }
  if (run.status === "failed") return { words: t("status.failed"), tone: "critical", progress: "incomplete" };
  const left = run.failed + run.conflict;
  const words = left === 0 ? t("status.done") : t("status.doneLeft", { count: left });
  return { words, tone: "warning", progress: "partiallyComplete" };
}

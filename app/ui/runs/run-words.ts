import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Formats } from "../../i18n/formats.ts";
import { useFormats } from "../use-formats.ts";
import type { RunFiguresView, RunTextView, RunView } from "./run-view.ts";

/** More than these are counted instead of named. */
const mostNamed = 3;

/** What a run is, and how far or how well it came, in the reader's language. */
export interface RunWords {
  /** "Write descriptions for 422 products" */
  sentence(run: SaidRun): string;
  /** "403 written, 19 not done"; of one that runs "110 of 422" */
  result(run: RunResultOf): string;
  /** "2 credits · $0.0042" */
  cost(cost: Pick<RunFiguresView, "credits" | "calls" | "costNanos" | "unpricedCalls">): string;
  money(cost: Pick<RunFiguresView, "calls" | "costNanos" | "unpricedCalls">): string;
}

type SaidRun = Pick<RunView, "kind" | "title" | "total" | "chosen" | "texts" | "onlyMissing" | "whom">;

export type RunResultOf = Pick<
  RunView,
  "kind" | "status" | "total" | "done" | "failed" | "conflict" | "cancelled" | "startedAt" | "finishedAt" | "undone"
>;

export function useRunWords(): RunWords {
  const { t } = useTranslation("runs");
  return runWords(t, useFormats());
}

export function runWords(t: TFunction<"runs">, formats: Formats): RunWords {
  const money: RunWords["money"] = ({ calls, costNanos, unpricedCalls }) => {
    if (calls > 0 && unpricedCalls === calls) return t("cost.unknown");
    const priced = formats.dollars(costNanos);
    return unpricedCalls > 0 ? t("cost.more", { money: priced }) : priced;
  };
  return {
    sentence(run) {
      const sentence = whatInWords(t, formats, run);
      const whom = whomInWords(t, formats, run.whom ?? []);
      return whom === "" ? sentence : t("sentence.forWhom", { sentence, whom });
    },
    result: (run) => resultInWords(t, formats, run),
    cost: (cost) => t("cost.both", { count: cost.credits, money: money(cost) }),
    money,
  };
}

function whatInWords(t: TFunction<"runs">, formats: Formats, run: SaidRun): string {
  const count = run.chosen ?? run.total;
  switch (run.kind) {
    case "generate-content": {
      const texts = textsInWords(t, formats, run.texts);
      return t(run.onlyMissing ? "sentence.missing" : "sentence.write", { count, texts });
    }
    case "translate-content":
      return t("sentence.translate", { count });
    case "adapt-content":
      return t("sentence.adapt", { count });
    case "classify-products":
      return t("sentence.classify", { count });
    case "publish":
      return t("sentence.publish", { count });
    case "undo":
      return t("sentence.undo", { count });
    case "import-products":
      return t("sentence.import");
    case "import-texts":
      return t("sentence.texts");
    case "try-config":
      return t("sentence.try", { count });
    case "summarise-reviews":
      return t("sentence.summarise", { count });
    case "recheck-drafts":
      return t("sentence.recheck", { count });
    case "write-feed":
      return t("sentence.feed", { name: run.title });
    default:
      return run.title;
  }
}

/** "German and Japanese", "German (Switzerland)"; "" for the shop's own pages. */
function whomInWords(t: TFunction<"runs">, formats: Formats, whom: NonNullable<RunView["whom"]>): string {
  if (whom.length > mostNamed) return t("sentence.languages", { count: whom.length });
  return formats.list(
    whom.map(({ locale, market }) => {
      const language = formats.language(locale);
      return market === null ? language : t("sentence.inMarket", { language, market });
    }),
  );
}

const named = ["title", "desc", "bullets", "seo_title", "seo_desc", "image_alt"] as const;
type NamedText = (typeof named)[number];

function isNamed(name: string): name is NamedText {
  return (named as readonly string[]).includes(name);
}

function textsInWords(t: TFunction<"runs">, formats: Formats, texts: readonly RunTextView[]): string {
  if (texts.length === 0 || texts.length > mostNamed) return t("texts.many", { count: texts.length });
  return formats.list(texts.map(({ name, label }) => (isNamed(name) ? t(`texts.${name}`) : label)));
}

/** What a single text is called: "SEO title". */
export function textInWords(t: TFunction<"runs">, { name, label }: RunTextView): string {
  return isNamed(name) ? t(`text.${name}`) : label;
}

function resultInWords(t: TFunction<"runs">, formats: Formats, run: RunResultOf): string {
  const { done, failed, conflict, cancelled, total } = run;
  if (run.finishedAt === null) {
    const over = done + failed + conflict + cancelled;
    return over === 0 && run.startedAt === null ? t("result.notYet") : t("result.of", { done: over, all: total });
  }
  if (run.kind === "import-texts" && done > 0) {
    return t(run.status === "partially_completed" ? "result.textsPartly" : "result.texts");
  }
  if (run.kind === "import-products" && done > 0) {
    return t(run.status === "partially_completed" ? "result.readPartly" : "result.read");
  }
  const back = run.undone?.back ?? 0;
  const stands = Math.max(0, done - back);
  const parts = [
    back > 0 ? t("result.putBack", { count: back }) : "",
    stands > 0 ? t(doneWords(run.kind), { count: stands }) : "",
    conflict > 0 ? t("result.conflicts", { count: conflict }) : "",
    failed > 0 ? t("result.left", { count: failed }) : "",
    cancelled > 0 ? t("result.stopped", { count: cancelled }) : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? t("result.none") : formats.list(parts);
}

function doneWords(kind: string) {
  switch (kind) {
    case "generate-content":
      return "result.written" as const;
    case "translate-content":
      return "result.translated" as const;
    case "adapt-content":
      return "result.adapted" as const;
    case "classify-products":
      return "result.classified" as const;
    case "publish":
      return "result.published" as const;
    case "undo":
      return "result.putBack" as const;
    case "try-config":
      return "result.tried" as const;
    case "summarise-reviews":
      return "result.summarised" as const;
    case "recheck-drafts":
      return "result.checked" as const;
    default:
      return "result.done" as const;
  }
}

import type { TFunction } from "i18next";
import type { RunView } from "./run-view.ts";
import type { RunWords } from "./run-words.ts";

/** "2 runs under way · 1 run ended", or the only run with how far it is; undefined for none. */
export function workInALine(
  t: TFunction<"runs">,
  { sentence, result }: Pick<RunWords, "sentence" | "result">,
  open: readonly RunView[],
  ended: readonly RunView[],
): string | undefined {
  const [only, more] = [...open, ...ended];
  if (only && !more) return `${result(only)} · ${sentence(only)}`;
  const parts = [
    open.length > 0 && t("line.open", { count: open.length }),
    ended.length > 0 && t("line.ended", { count: ended.length }),
  ];
  return parts.filter(Boolean).join(" · ") || undefined;
}

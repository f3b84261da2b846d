import { pairsOf } from "../../quality/translation/meaning.ts";
import { readersView } from "../../texts/readers-view.ts";
import type { Comparer } from "../examine/comparer.ts";
import type { Usage } from "../generated-text.ts";
import { type CheckedText, checkFixed } from "../tried-texts.ts";
import type { Cell } from "./choose-cells.ts";
import { placeName } from "./places.ts";
import type { TranslationContext } from "./translation-context.ts";

/**
 * Has an examiner say whether the translations say what their sources say, in one call a language or market, and checks those again that
 * do not. What nobody examined says so.
 * @param tried the best try of each cell; examined ones take their place
 */
export async function compareMeanings(
  context: TranslationContext,
  tried: Map<Cell, CheckedText>,
  { comparer, signal }: { comparer: Comparer; signal: AbortSignal },
): Promise<Omit<Usage, "model">> {
  const usage = { calls: 0, tokensIn: 0, tokensOut: 0 };
  await Promise.all(
    [...Map.groupBy(tried, ([cell]) => placeName(cell))].map(([place, ofPlace]) => compareIn(place, ofPlace)),
  );
  return usage;

  async function compareIn(place: string, ofPlace: readonly [Cell, CheckedText][]): Promise<void> {
    const language = context.languages.get(place);
    if (!language) return;
    const { checks, locale } = language;
    const { config } = checks.source;
    const texts = ofPlace.flatMap(([cell, text]) => {
      if (text.result.withheld) return [];
      const [source, target] = [cell.source.body, text.body].map((body) => readersView(cell.source.name, body, config));
      // What stays as it is, e.g. a name, is no statement.
      const { pairs: all, left } = pairsOf(source ?? [], target ?? []);
      const pairs = all.filter((pair) => pair.source !== pair.target);
      return pairs.length + left > 0 ? [{ cell, text, pairs, left }] : [];
    });
    const changed = new Map<string, CheckedText>();
    // One product may have texts in two languages by mistake: each is read in its own.
    for (const [from, ofLanguage] of Map.groupBy(texts, ({ cell }) => cell.from)) {
      const asked = { pairs: ofLanguage.flatMap(({ pairs }) => pairs), from, to: locale };
      const { found, failure, answer } = await comparer.compare(asked, { signal });
      if (answer) {
        usage.calls++;
        usage.tokensIn += answer.tokensIn;
        usage.tokensOut += answer.tokensOut;
      }
      for (const { cell, text, pairs, left } of ofLanguage) {
        const isWhole = left === 0 && pairs.every((pair) => found.has(pair));
        const examined = isWhole ? "yes" : `no:${failure ?? "incomplete"}`;
        const differences = pairs.flatMap((pair) => found.get(pair) ?? []);
        const { source } = text;
        tried.set(cell, { ...text, examined });
        if (source && differences.length > 0)
          changed.set(cell.source.name, { ...text, source: { ...source, differences } });
      }
    }
    const others = new Map(ofPlace.map(([cell, text]) => [cell.source.name, text]));
    const checked = await checkFixed(checks, others, changed);
    for (const [cell] of ofPlace) {
      const again = checked.get(cell.source.name);
      const examined = tried.get(cell)?.examined ?? null;
      if (again) tried.set(cell, { ...again, examined });
    }
  }
}

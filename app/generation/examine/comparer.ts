import { countTotal } from "../../db/count-total.ts";
import type { Db } from "../../db/open.ts";
import { JobCancelled } from "../../jobs/task.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { isOperationalError } from "../../lib/errors.ts";
import type { ModelAnswer, ModelRequest } from "../../model/port.ts";
import { controlPairs, passesControl } from "../../quality/examiner/control-pairs.ts";
import { readDifferences } from "../../quality/examiner/read-differences.ts";
import { comparerSystemPrompt, differencesSchema, pairsMessage } from "../../quality/examiner/translation-prompt.ts";
import type { MeaningDifference, Pair } from "../../quality/translation/meaning.ts";
import { failuresOfAnswers } from "./answer-failures.ts";
import { examinerPause } from "./examiner-pause.ts";

/** Asks the examiner whether translations say what their sources say. */
export interface Comparer {
  /**
   * It never throws for what goes wrong with the model: the texts are then judged by the program alone.
   * @param question.pairs of many only the first are asked about, and the rest is told as not examined
   * @throws what ended the work: LeaseLost
   */
  compare(question: Comparison, options: { signal: AbortSignal }): Promise<Compared>;
}

export interface Comparison {
  pairs: readonly Pair[];
  /** BCP-47 */
  from: string;
  to: string;
}

export interface Compared {
  /** what was found of each pair that was examined, none where it is faithful */
  found: ReadonlyMap<Pair, readonly MeaningDifference[]>;
  /** why some were not, as a stable code; null: all were */
  failure: string | null;
  /** the call that was paid for, if there was one */
  answer: ModelAnswer | null;
}

/** More lines than the texts of one product have. */
const mostPairs = 80;
const tokensPerPair = 60;
const tokensToThink = 2_000;

const nothing: Compared = { found: new Map(), failure: null, answer: null };

export interface ComparerDeps {
  db: Db;
  clock: Clock;
  /** a paid call, or the answer that one of an earlier try brought */
  complete(request: ModelRequest, options: { signal: AbortSignal }): Promise<ModelAnswer>;
}

/** @param model the provider's name */
export function createComparer(
  { db, clock, complete }: ComparerDeps,
  { shop, model }: { shop: ShopDomain; model: string },
): Comparer {
  return {
    async compare({ pairs: all, from, to }, { signal }) {
      const pairs = all.slice(0, mostPairs);
      if (pairs.length === 0) return nothing;
      const pause = examinerPause(db, { shop, model });
      const away = pause.reason(clock.now());
      if (away !== null) return { ...nothing, failure: away };
      const control = controlPairs(pairs);
      const asked = [...pairs, ...(control ? [control.same, ...(control.crossed ? [control.crossed] : [])] : [])];
      const request: ModelRequest = {
        model,
        messages: [
          { role: "system", content: comparerSystemPrompt },
          { role: "user", content: pairsMessage({ pairs: asked, from, to }) },
        ],
        schemaName: "comparison",
        schema: differencesSchema,
        maxOutputTokens: tokensToThink + asked.length * tokensPerPair,
      };
      let compared: Compared;
      try {
        const answer = await complete(request, { signal });
        pause.answered();
        compared = { answer, ...read(answer) };
      } catch (error) {
        if (signal.reason instanceof JobCancelled) return { ...nothing, failure: "cancelled" };
        if (signal.aborted || !isOperationalError(error)) throw error;
        if (error.outageOf !== undefined) pause.failed(error.code, clock.now());
        compared = { ...nothing, failure: error.code };
      }
      const { failure } = compared;
      await db.transactTogether({ shop }, function* () {
        yield* countTotal("examinations", { outcome: failure ?? "answered" });
      });
      return compared;

      function read(answer: ModelAnswer): Pick<Compared, "found" | "failure"> {
        if (answer.kind !== "json") return { found: new Map(), failure: failuresOfAnswers[answer.kind] };
        const found = readDifferences(answer.json, asked);
        if (found === null) return { found: new Map(), failure: failuresOfAnswers.not_json };
        if (control && !passesControl(control, found)) return { found: new Map(), failure: failuresOfAnswers.wrong };
        const isWhole = pairs.every((pair) => found.has(pair));
        return { found, failure: all.length > pairs.length ? "too_many" : isWhole ? null : "incomplete" };
      }
    },
  };
}

import { countTotal } from "../../db/count-total.ts";
import type { Db } from "../../db/open.ts";
import { JobCancelled } from "../../jobs/task.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { digestOf } from "../../lib/digest.ts";
import { isOperationalError } from "../../lib/errors.ts";
import type { ModelAnswer, ModelRequest } from "../../model/port.ts";
import type { ExaminerVerdict } from "../../quality/evidence/examiner-verdict.ts";
import { chooseFacts } from "../../quality/examiner/choose-facts.ts";
import { type ControlQuestion, controlQuestion, passesControl } from "../../quality/examiner/control-question.ts";
import {
  examinerSystemPrompt,
  factsMessage,
  promptVersion,
  sentencesMessage,
  verdictsSchema,
} from "../../quality/examiner/examiner-prompt.ts";
import { readVerdicts } from "../../quality/examiner/read-verdicts.ts";
import type { Fact } from "../../quality/facts/fact.ts";
import type { FactBook } from "../../quality/facts/fact-book.ts";
import { failuresOfAnswers } from "./answer-failures.ts";
import { keepExaminations, readExaminations } from "./examination-rows.ts";
import { examinerPause } from "./examiner-pause.ts";

/** Asks a second, small model about single sentences. */
export interface Examiner {
  /** about each sentence, or about those that the program cannot settle */
  mode: "always" | "doubtful";
  /**
   * What it said before of the same sentence by the same facts is not asked again. It never throws for what goes wrong with the
   * model: the texts are then judged as without an examiner.
   * @throws what ended the work: LeaseLost
   */
  ask(question: Question, options: { signal: AbortSignal }): Promise<Answered>;
}

export interface Question {
  /** to the letter, each once */
  sentences: readonly string[];
  /** the facts of the product: its ids are what verdicts quote by */
  book: FactBook;
  /** BCP-47 of the sentences */
  locale: string;
}

export interface Answered {
  /** sentence → what it says; one that it passed over is left out. Nothing of it is verified */
  verdicts: ReadonlyMap<string, ExaminerVerdict>;
  /** why there are none of some sentences, as a stable code; null: all are there */
  failure: string | null;
  /** the call that was paid for, if there was one */
  answer: ModelAnswer | null;
}

export interface ExaminerDeps {
  db: Db;
  clock: Clock;
  /** a paid call, or the answer that one of an earlier try brought */
  complete(request: ModelRequest, options: { signal: AbortSignal }): Promise<ModelAnswer>;
}

/** The examiner of one shop. @param chosen.model the provider's name */
export function createExaminer(
  deps: ExaminerDeps,
  { shop, mode, model }: { shop: ShopDomain; mode: Examiner["mode"]; model: string },
): Examiner {
  const { db, clock } = deps;
  return {
    mode,
    async ask(question, { signal }) {
      const questions = questionsOf(question, model);
      const known = await db.do(readExaminations(shop, questions));
      const open = question.sentences.filter((sentence) => !known.has(sentence));
      const pause = examinerPause(db, { shop, model });
      const away = open.length === 0 ? null : pause.reason(clock.now());
      const asked =
        open.length === 0 || away !== null
          ? { ...nothingAsked, failure: away }
          : await ask(deps, { ...question, sentences: open, model }, signal);
      if (asked.answer) pause.answered();
      else if (asked.isAway) pause.failed(asked.failure ?? "", clock.now());
      const { verdicts, failure } = asked;
      await db.transactTogether({ shop }, function* () {
        yield* keepExaminations(shop, { questions, verdicts, now: clock.now() });
        yield* countTotal("examined_sentences", { from: "memory" }, known.size);
        yield* countTotal("examined_sentences", { from: "model" }, verdicts.size);
        if (open.length > 0 && away === null) yield* countTotal("examinations", { outcome: failure ?? "answered" });
      });
      return { failure, answer: asked.answer, verdicts: new Map([...known, ...verdicts]) };
    },
  };
}

/** `isAway`: the provider is out of order, whatever is asked of it */
type Asked = Answered & { isAway?: boolean };

const nothingAsked: Asked = { verdicts: new Map(), failure: null, answer: null };

async function ask(
  { complete }: ExaminerDeps,
  { model, ...question }: Question & { model: string },
  signal: AbortSignal,
): Promise<Asked> {
  const facts = chooseFacts(question.book, question);
  const control = controlQuestion(question.book, facts);
  const sentences = withControl(question.sentences, control);
  try {
    const answer = await complete(requestOf(model, { ...question, sentences, facts }), { signal });
    if (answer.kind !== "json") return { ...nothingAsked, failure: failuresOfAnswers[answer.kind], answer };
    const verdicts = readVerdicts(answer.json, sentences);
    if (verdicts === null) return { ...nothingAsked, failure: failuresOfAnswers.not_json, answer };
    if (control && !passesControl(control, verdicts.get(control.sentence))) {
      return { ...nothingAsked, failure: failuresOfAnswers.wrong, answer };
    }
    if (control && !question.sentences.includes(control.sentence)) verdicts.delete(control.sentence);
    return { verdicts, failure: verdicts.size < question.sentences.length ? "incomplete" : null, answer };
  } catch (error) {
    if (signal.reason instanceof JobCancelled) return { ...nothingAsked, failure: "cancelled" };
    if (signal.aborted || !isOperationalError(error)) throw error;
    return { ...nothingAsked, failure: error.code, isAway: error.outageOf !== undefined };
  }
}

/** For a sentence: its number, and maybe quotes; and room for what some models think. */
const tokensPerSentence = 80;
const tokensToThink = 2_000;

/** In their midst, where it is looked at as they are. */
function withControl(sentences: readonly string[], control: ControlQuestion | null): readonly string[] {
  if (!control || sentences.includes(control.sentence)) return sentences;
  const middle = sentences.length >> 1;
  return [...sentences.slice(0, middle), control.sentence, ...sentences.slice(middle)];
}

/** Facts before sentences, and before both what never changes. */
function requestOf(
  model: string,
  { sentences, facts, locale }: Pick<Question, "sentences" | "locale"> & { facts: readonly Fact[] },
): ModelRequest {
  return {
    model,
    messages: [
      { role: "system", content: examinerSystemPrompt },
      { role: "user", content: factsMessage({ facts }) },
      { role: "user", content: sentencesMessage({ sentences, locale }) },
    ],
    schemaName: "examination",
    schema: verdictsSchema,
    maxOutputTokens: tokensToThink + sentences.length * tokensPerSentence,
  };
}

/** Sentence → what names the question: it is another one as soon as one fact, the model or the prompt differs. */
function questionsOf({ sentences, book, locale }: Question, model: string): Map<string, string> {
  const about = [digestOfFacts(book), locale, model, promptVersion];
  return new Map(sentences.map((sentence) => [sentence, digestOf([sentence, ...about])]));
}

const digests = new WeakMap<FactBook, string>();

/** With their ids, since that is what verdicts quote by. */
function digestOfFacts(book: FactBook): string {
  const known = digests.get(book);
  if (known !== undefined) return known;
  const facts = book.list.flatMap(({ id, name, value, unusable }) => (unusable ? [] : [[id, name, value]]));
  const fresh = digestOf(facts);
  digests.set(book, fresh);
  return fresh;
}

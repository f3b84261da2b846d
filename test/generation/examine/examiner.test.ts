import { describe, expect, it } from "vitest";
import { createExaminer } from "../../../app/generation/examine/examiner.ts";
import { JobCancelled, LeaseLost } from "../../../app/jobs/task.ts";
import { OperationalError } from "../../../app/lib/errors.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { someFacts } from "../../support/content/facts.ts";
import { shop, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

const book = readFacts(someFacts());
const question = { sentences: ["It is linen.", "It lasts."], book, locale: "en" };

function idOf(wanted: string): string {
  return book.list.find(({ name }) => name === wanted)?.id ?? "";
}

function examiner(complete: Parameters<typeof createExaminer>[0]["complete"]) {
  const deps = { db: openTestDatabase(), clock: testClock(), complete };
  return createExaminer(deps, { shop, mode: "doubtful", model: "tiny" });
}

const usage = { model: "tiny", tokensIn: 1, tokensCached: 0, tokensOut: 1 };

const away = new OperationalError("no answer", {
  ...{ code: "model_timeout", retryable: true, outageOf: "model", merchantMessage: "No answer." },
});

describe("a question to the examiner", () => {
  const material = { fact: idOf("Material"), quote: "100% linen" };

  it("says that the answer passed a sentence over, and asks about that one alone the next time", async () => {
    const asked: string[] = [];
    const one = examiner(async ({ messages }) => {
      asked.push(messages.at(-1)?.content ?? "");
      return { ...usage, kind: "json", json: { entailed: [{ n: 2, quotes: [material] }], no_claim: [1] } };
    });
    const first = await one.ask(question, { signal: new AbortController().signal });
    expect({ failure: first.failure, known: [...first.verdicts.keys()] }).toEqual({
      failure: "incomplete",
      known: ["It is linen."],
    });
    const second = await one.ask(question, { signal: new AbortController().signal });
    expect([...second.verdicts.keys()]).toEqual(["It is linen."]);
    expect(asked[1]).toBe("Sentences (en)\n1 Material: 100% linen\n2 It lasts.");
  });

  it("asks about a fact as a sentence too, and believes nothing of an answer that does not see that it is true", async () => {
    const asked: string[] = [];
    const answers = (json: object) =>
      examiner(async ({ messages }) => {
        asked.push(messages.at(-1)?.content ?? "");
        return { ...usage, kind: "json", json };
      }).ask(question, { signal: new AbortController().signal });
    const right = await answers({ entailed: [{ n: 2, quotes: [material] }], not_stated: [1, 3] });
    expect(asked[0]).toBe("Sentences (en)\n1 It is linen.\n2 Material: 100% linen\n3 It lasts.");
    expect({ failure: right.failure, about: [...right.verdicts.keys()] }).toEqual({
      failure: null,
      about: question.sentences,
    });
    for (const wrong of [
      { contradicted: [1, 2, 3].map((n) => ({ n, quotes: [material] })) },
      { not_stated: [1, 2, 3] },
      { no_claim: [1, 3] },
      { entailed: [{ n: 2, quotes: [{ ...material, quote: "wool" }] }], not_stated: [1, 3] },
    ]) {
      const { failure, verdicts, answer } = await answers(wrong);
      expect({ failure, said: verdicts.size, paid: answer?.tokensOut }).toEqual({
        ...{ failure: "examiner_wrong", said: 0, paid: 1 },
      });
    }
  });

  it("is not put while the examiner is away: after three failures in a row, until a pause has passed", async () => {
    const [deps, asked] = [{ db: openTestDatabase(), clock: testClock() }, [] as number[]];
    let isAway = true;
    const one = createExaminer(
      {
        ...deps,
        complete: async () => {
          asked.push(deps.clock.now());
          if (isAway) throw away;
          return { ...usage, kind: "json", json: { entailed: [{ n: 2, quotes: [material] }], no_claim: [1, 3] } };
        },
      },
      { shop, mode: "doubtful", model: "tiny" },
    );
    const ask = async () => (await one.ask(question, { signal: new AbortController().signal })).failure;
    const said = [await ask(), await ask(), await ask(), await ask(), await ask()];
    expect({ said, asked: asked.length }).toEqual({ said: Array(5).fill("model_timeout"), asked: 3 });
    deps.clock.advance(31_000);
    expect([await ask(), await ask(), asked.length]).toEqual(["model_timeout", "model_timeout", 4]);
    isAway = false;
    deps.clock.advance(61_000);
    expect([await ask(), asked.length]).toEqual([null, 5]);
  });

  it("is put again at once after failures that say nothing of the provider", async () => {
    let asked = 0;
    const one = examiner(async () => {
      asked++;
      throw new OperationalError("the day's cap", { code: "spend_cap", retryable: false, merchantMessage: "Cap." });
    });
    for (let n = 1; n <= 5; n++) await one.ask(question, { signal: new AbortController().signal });
    expect(asked).toBe(5);
  });

  it("leaves what was paid for to be stored when the job is cancelled meanwhile", async () => {
    const stop = new AbortController();
    const one = examiner(async () => {
      stop.abort(new JobCancelled());
      throw stop.signal.reason;
    });
    const answered = await one.ask(question, { signal: stop.signal });
    expect(answered).toEqual({ verdicts: new Map(), failure: "cancelled", answer: null });
  });

  it("ends with the work when another worker has it by now", async () => {
    const stop = new AbortController();
    const one = examiner(async () => {
      stop.abort(new LeaseLost());
      throw stop.signal.reason;
    });
    await expect(one.ask(question, { signal: stop.signal })).rejects.toThrow(LeaseLost);
  });

  it("hides no mistake of the program as a failure of the model", async () => {
    const one = examiner(async () => {
      throw new TypeError("a bug");
    });
    await expect(one.ask(question, { signal: new AbortController().signal })).rejects.toThrow("a bug");
  });
});

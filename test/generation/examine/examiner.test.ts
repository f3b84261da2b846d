import { describe, expect, it } from "vitest";
import { createExaminer } from "../../../app/generation/examine/examiner.ts";
import { JobCancelled, LeaseLost } from "../../../app/jobs/task.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { someFacts } from "../../support/content/facts.ts";
import { shop, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

const question = { sentences: ["It is linen.", "It lasts."], book: readFacts(someFacts()), locale: "en" };

function examiner(complete: Parameters<typeof createExaminer>[0]["complete"]) {
  const deps = { db: openTestDatabase(), clock: testClock(), complete };
  return createExaminer(deps, { shop, mode: "doubtful", model: "tiny" });
}

const usage = { model: "tiny", tokensIn: 1, tokensCached: 0, tokensOut: 1 };

describe("a question to the examiner", () => {
  it("says that the answer passed a sentence over, and asks about that one alone the next time", async () => {
    const asked: string[] = [];
    const one = examiner(async ({ messages }) => {
      asked.push(messages.at(-1)?.content ?? "");
      return { ...usage, kind: "json", json: { no_claim: [1] } };
    });
    const first = await one.ask(question, { signal: new AbortController().signal });
    expect({ failure: first.failure, known: [...first.verdicts.keys()] }).toEqual({
      failure: "incomplete",
      known: ["It is linen."],
    });
    const second = await one.ask(question, { signal: new AbortController().signal });
    expect([...second.verdicts.keys()]).toEqual(question.sentences);
    expect(asked[1]).toBe('{"language":"en","sentences":{"1":"It lasts."}}');
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

import { OperationalError } from "../../lib/errors.ts";
import { createThreadPool } from "../../lib/threads/thread-pool.ts";
import type { Tasks } from "./check-thread.ts";

/** @throws OperationalError `too_much_at_once` */
export type RunHeavy = <Name extends keyof Tasks>(name: Name, input: Input<Name>) => Promise<Result<Name>>;

/** Checks of texts that are too large for the event loop. */
export interface HeavyChecks {
  /** Lets the work use a thread when it is the shop's turn. @throws OperationalError `busy` */
  enter<T>(shop: string, work: (run: RunHeavy) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

type Input<Name extends keyof Tasks> = Parameters<Tasks[Name]>[0]["input"];
type Result<Name extends keyof Tasks> = ReturnType<Tasks[Name]>;

/** What one text may take, with the tables that a fresh thread makes first: no honest text takes a tenth of it. */
const budgetMs = 5_000;

/** Starts no thread before the first heavy text. Made once a process. @param options.budgetMs for tests */
export function createHeavyChecks(options: { budgetMs?: number } = {}): HeavyChecks {
  const pool = createThreadPool({
    file: new URL("./check-thread.ts", import.meta.url),
    budgetMs: options.budgetMs ?? budgetMs,
  });
  return {
    async enter(shop, work) {
      const entered = pool.enter(shop, (run) =>
        work(async <Name extends keyof Tasks>(name: Name, input: Input<Name>) => {
          const ran = await run<Result<Name>>(name, input);
          if (ran.outcome === "too_long") throw tooMuch();
          return ran.result;
        }),
      );
      if (entered === false) throw busy();
      return entered;
    },
    close: () => pool.close(),
  };
}

function tooMuch(): OperationalError {
  return new OperationalError("a check took longer than it may", {
    code: "too_much_at_once",
    retryable: false,
    merchantMessage:
      "That is too much to check at once, so nothing was saved. Your text still stands in the editor: shorten it, or split it up.",
  });
}

function busy(): OperationalError {
  return new OperationalError("too many checks of one shop wait", {
    code: "busy",
    retryable: true,
    merchantMessage: "Many of your shop's texts are being checked already, so this one was not saved.",
  });
}

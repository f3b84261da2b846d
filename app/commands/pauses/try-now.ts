import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { tryNow as moveNextTry } from "../../jobs/breaker.ts";
import type { Clock } from "../../lib/clock.ts";
import { defineCommand } from "../command.ts";

/** `soon`: a try is under way, due, or ended some seconds ago. `answers`: nobody is away any more. */
type Result = { kind: "moved" | "soon" | "answers" };

/** Moves the next try of a provider that is away to now. */
export const tryNow = defineCommand({
  name: "pauses.try",
  kind: "settings",
  rate: "anything",
  input: z.object({}),
  async run({ db, clock, note }: { db: Db; clock: Clock } & Acted, { shop }): Promise<Result> {
    const kind = await db.transact({ shop }, function* () {
      const moved = yield* moveNextTry({ shop, now: clock.now() });
      if (note && moved === "moved") yield* note({ details: {} });
      return moved;
    });
    return { kind };
  },
});

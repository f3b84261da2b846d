import { z } from "zod";
import { hideSetupSteps } from "../../catalog/setup-steps.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { defineCommand } from "../command.ts";

/** Puts the steps of a first run away: Home shows them no more by itself. */
export const hideSetup = defineCommand({
  name: "setup.hide",
  kind: "settings",
  rate: "work",
  input: z.object({}),
  async run({ db, clock, note }: { db: Db; clock: Clock } & Acted, { shop, by }) {
    await db.transact({ shop }, function* () {
      const hidden = yield* hideSetupSteps({ shop, by, now: clock.now() });
      if (note && hidden) yield* note({ unfinished: true });
    });
    return { kind: "hidden" } as const;
  },
});

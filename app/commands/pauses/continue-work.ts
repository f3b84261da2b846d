import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { resumeShop } from "../../jobs/pause.ts";
import type { Clock } from "../../lib/clock.ts";
import { markScopesUnknown } from "../../shopify/auth-state.ts";
import { defineCommand } from "../command.ts";

type Result =
  /** Shopify knows better whether access is back: it is asked when a page is read next */
  { kind: "asking_shopify" } | { kind: "continued"; items: number };

/** Resumes paused work: the asker confirms that the reason is gone. */
export const continueWork = defineCommand({
  name: "pauses.continue",
  kind: "settings",
  rate: "anything",
  input: z.object({ reason: z.enum(["billing", "reauth", "scope", "market_content", "model_key", "model_settings"]) }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop }, { reason }): Promise<Result> {
    if (reason !== "scope" && reason !== "reauth") {
      return { kind: "continued", items: await resumeShop(deps, { shop, reason }) };
    }
    // The page is read again after this, which exchanges a token and lifts the pause, of `scope` if its scopes suffice.
    await deps.db.transact({ shop }, function* (tx) {
      yield* markScopesUnknown(tx, shop);
      if (deps.note) yield* deps.note({ details: { lifted: { [reason]: true } } });
    });
    return { kind: "asking_shopify" };
  },
});

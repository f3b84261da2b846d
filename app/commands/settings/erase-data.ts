import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { startErasing } from "../../workplace/erase-shop.ts";
import { workSettingsOf } from "../../workplace/work-settings.ts";
import { defineCommand } from "../command.ts";

type Result =
  | { kind: "erasing" }
  /** what was typed is not the shop's name; nothing was done */
  | { kind: "other_name" }
  /** somebody else manages this shop; nothing was done */
  | { kind: "not_the_owner" };

/** Removes all that is kept of the shop, once its name was typed. Its store stays as it is. */
export const eraseData = defineCommand({
  name: "settings.erase",
  kind: "settings",
  rate: "work",
  needs: "changeRules",
  input: z.object({ name: z.string().max(255) }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { name }): Promise<Result> {
    if (name.trim().toLowerCase() !== shop) return { kind: "other_name" };
    const { owner } = await deps.db.do(workSettingsOf(shop));
    if (owner !== null && owner !== by) return { kind: "not_the_owner" };
    await startErasing(deps, { shop, by });
    return { kind: "erasing" };
  },
});

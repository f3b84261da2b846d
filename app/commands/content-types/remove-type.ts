import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { isAsSeen } from "../../rules/content-types/save-content-type.ts";
import { removeContentType } from "../../versions/remove-content-type.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound, type Stale, stale } from "../results.ts";
import { detailsSchema } from "./saved-type.ts";

type Result = { kind: "removed"; label: string } | Stale | NotFound;

/** Takes an added content type away again; its live texts stay in the shop. */
export const removeType = defineCommand({
  name: "contentTypes.remove",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({
    name: z.string(),
    /** the type as the asker saw it */
    seen: detailsSchema,
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { name, seen }): Promise<Result> {
    const type = (await deps.db.do(listContentTypes(shop))).find((one) => one.name === name);
    if (type?.added && !isAsSeen(type.added, seen)) return stale;
    const removed = await removeContentType(deps, { shop, name, by });
    return removed ? { kind: "removed", label: type?.label ?? name } : notFound;
  },
});

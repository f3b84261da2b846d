import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { changeContentType } from "../../rules/content-types/save-content-type.ts";
import { defineCommand } from "../command.ts";
import type { Stale } from "../results.ts";
import { detailsSchema, type InvalidType, savedType } from "./saved-type.ts";

type Result = { kind: "saved" } | Stale | InvalidType;

/** Changes what an added content type is called, and what is asked of it. */
export const changeType = defineCommand({
  name: "contentTypes.change",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({
    name: z.string(),
    input: detailsSchema,
    /** the type as the asker saw it */
    seen: detailsSchema,
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop }, { name, input, seen }): Promise<Result> {
    return savedType(await changeContentType(deps, { shop, name, input, seen }));
  },
});

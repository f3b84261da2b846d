import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { setWanted } from "../../rules/content-types/save-content-type.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";

type Result = { kind: "saved"; label: string } | NotFound;

/** Says whether a product without a text of this type lacks something. */
export const setTypeWanted = defineCommand({
  name: "contentTypes.want",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({ name: z.string(), wanted: z.boolean() }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { name, wanted }): Promise<Result> {
    const type = (await deps.db.do(listContentTypes(shop))).find((one) => one.name === name);
    if (!type) return notFound;
    await setWanted(deps, { shop, name, wanted, by });
    return { kind: "saved", label: type.label };
  },
});

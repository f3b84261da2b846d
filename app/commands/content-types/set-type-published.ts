import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { setPublished } from "../../rules/content-types/save-content-type.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";

type Result = { kind: "saved"; label: string } | NotFound;

/** Says whether approved texts of a content type go to the shop. Texts that are live there stay. */
export const setTypePublished = defineCommand({
  name: "contentTypes.publish",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({ name: z.string(), published: z.boolean() }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { name, published }): Promise<Result> {
    const type = (await deps.db.do(listContentTypes(shop))).find((one) => one.name === name);
    if (!type) return notFound;
    await setPublished(deps, { shop, name, published, by });
    return { kind: "saved", label: type.label };
  },
});

import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { deleteConfig } from "../../rules/configs/save-config.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound, type Stale, stale } from "../results.ts";
import { rulesTextSchema } from "./rules-input.ts";

/** `assignments`: how many went with the rules */
type Result = { kind: "deleted"; assignments: number } | Stale | NotFound;

/** Deletes content rules of the shop's own, and what assigned them to products. */
export const deleteRules = defineCommand({
  name: "config.delete",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({
    configId: rulesTextSchema,
    /** digest of the state that the asker saw */
    seen: rulesTextSchema,
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { configId, seen }): Promise<Result> {
    const deleted = await deleteConfig(deps, { shop, id: configId, by, seen });
    if (deleted === null) return notFound;
    return deleted === "stale" ? stale : { kind: "deleted", assignments: deleted.rules };
  },
});

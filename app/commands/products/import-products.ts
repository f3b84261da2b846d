import { z } from "zod";
import { startImport } from "../../catalog/start-import.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { JobId } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { defineCommand } from "../command.ts";

/** Reads the shop's whole catalogue again. While an import is under way, that one is the answer. */
export const importProducts = defineCommand({
  name: "products.import",
  kind: "writing",
  rate: "work",
  input: z.object({}),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }): Promise<{ kind: "started"; jobId: JobId }> {
    return { kind: "started", jobId: await startImport(deps, { shop, createdBy: by }) };
  },
});

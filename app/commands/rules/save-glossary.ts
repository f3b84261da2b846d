import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import type { GlossaryProblem } from "../../rules/glossary/glossary.ts";
import { saveGlossary as save } from "../../rules/glossary/save-glossary.ts";
import { defineCommand } from "../command.ts";
import { type Invalid, invalid, type Stale, stale } from "../results.ts";

/** `terms`: how many the glossary has now */
type Result = { kind: "saved"; terms: number } | Stale | Invalid<GlossaryProblem>;

/** Replaces the shop's glossary. */
export const saveGlossary = defineCommand({
  name: "glossary.save",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({
    /** words, each with what must not be written in its place */
    terms: z.array(z.object({ term: z.string(), never: z.array(z.string()) })),
    /** of the glossary as the asker saw it */
    digest: z.string(),
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { terms, digest }): Promise<Result> {
    const saved = await save(deps, { shop, terms, digest, by });
    if (saved.outcome === "stale") return stale;
    return saved.outcome === "saved" ? { kind: "saved", terms: saved.terms } : invalid(saved.problem);
  },
});

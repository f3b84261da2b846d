import { z } from "zod";
import { primaryTargetOf } from "../../catalog/read-primary-target.ts";
import { translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { readTermsByLocale } from "../../rules/terms/read-locale-terms.ts";
import { saveLocaleTerms } from "../../rules/terms/save-locale-terms.ts";
import {
  type CsvChanges,
  type CsvProblem,
  csvModes,
  maxCsvChars,
  takenTerms,
  termsOfCsv,
} from "../../rules/terms/terms-of-csv.ts";
import { defineCommand } from "../command.ts";
import { type Invalid, invalid, type Stale, stale } from "../results.ts";

type Result = { kind: "saved"; changes: CsvChanges } | Stale | Invalid<CsvProblem[]>;

/** Takes a file of terms: all of it or, where a line is wrong, nothing. */
export const importTerms = defineCommand({
  name: "glossary.import_terms",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({
    csv: z.string().max(maxCsvChars),
    mode: z.enum(csvModes),
    /** of the terms of all languages as they were when it was said what the file would change */
    digest: z.string(),
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { csv, mode, digest }): Promise<Result> {
    const { locale: own } = await deps.db.do(primaryTargetOf(shop));
    const file = termsOfCsv(csv, await deps.db.do(translatedLocalesOf(shop)), own);
    if ("problems" in file) return invalid(file.problems);
    const held = await deps.db.do(readTermsByLocale(shop));
    const { byLocale, changes } = takenTerms({ held, file: file.byLocale }, mode);
    const saved = await saveLocaleTerms(deps, { shop, by, digest, byLocale });
    if (saved.outcome === "stale") return stale;
    if (saved.outcome === "saved") return { kind: "saved", changes };
    // Merged, the rows of a file may contradict or exceed those that are there.
    return invalid([{ code: "terms_refused", locale: saved.locale, problem: saved.problem }]);
  },
});

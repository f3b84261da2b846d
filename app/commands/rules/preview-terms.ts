import { z } from "zod";
import { primaryTargetOf } from "../../catalog/read-primary-target.ts";
import { translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import type { Db } from "../../db/open.ts";
import { readTermsByLocale, termsDigest } from "../../rules/terms/read-locale-terms.ts";
import {
  type CsvChanges,
  type CsvMode,
  type CsvProblem,
  maxCsvChars,
  takenTerms,
  termsOfCsv,
} from "../../rules/terms/terms-of-csv.ts";
import { defineCommand } from "../command.ts";
import { type Invalid, invalid } from "../results.ts";

type Result =
  | { kind: "previewed"; locales: string[]; changes: Record<CsvMode, CsvChanges>; digest: string }
  | Invalid<CsvProblem[]>;

/** Tells what taking a file of terms would change. Changes nothing. */
export const previewTerms = defineCommand({
  name: "glossary.preview_terms",
  kind: null,
  rate: "anything",
  input: z.object({ csv: z.string().max(maxCsvChars) }),
  async run({ db }: { db: Db }, { shop }, { csv }): Promise<Result> {
    const { locale: own } = await db.do(primaryTargetOf(shop));
    const file = termsOfCsv(csv, await db.do(translatedLocalesOf(shop)), own);
    if ("problems" in file) return invalid(file.problems);
    const digest = await db.do(termsDigest(shop));
    const held = await db.do(readTermsByLocale(shop));
    const changesBy = (mode: CsvMode) => takenTerms({ held, file: file.byLocale }, mode).changes;
    return {
      kind: "previewed",
      locales: [...file.byLocale.keys()],
      changes: { merge: changesBy("merge"), replace: changesBy("replace") },
      digest,
    };
  },
});

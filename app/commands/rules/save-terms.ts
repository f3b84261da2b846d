import { z } from "zod";
import { translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { localeSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { type TermsProblem, termKinds } from "../../rules/terms/locale-term.ts";
import { saveLocaleTerms } from "../../rules/terms/save-locale-terms.ts";
import { defineCommand } from "../command.ts";
import { type Invalid, invalid, type NotFound, notFound, type Stale, stale } from "../results.ts";

/** `terms`: how many the language has now */
type Result = { kind: "saved"; terms: number } | Stale | NotFound | Invalid<TermsProblem>;

/** Replaces the terms of one of the shop's languages. */
export const saveTerms = defineCommand({
  name: "glossary.save_terms",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({
    locale: localeSchema,
    terms: z.array(z.object({ source: z.string(), target: z.string(), kind: z.enum(termKinds), note: z.string() })),
    /** of the terms of all languages as the asker saw them */
    digest: z.string(),
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { locale, terms, digest }): Promise<Result> {
    const languages = await deps.db.do(translatedLocalesOf(shop));
    if (!languages.includes(locale)) return notFound;
    const saved = await saveLocaleTerms(deps, { shop, by, digest, byLocale: { [locale]: terms } });
    if (saved.outcome === "stale") return stale;
    return saved.outcome === "saved" ? { kind: "saved", terms: saved.terms } : invalid(saved.problem);
  },
});

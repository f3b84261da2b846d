import { z } from "zod";
import { translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import type { Db } from "../../db/open.ts";
import { type FoundAgainst, findAgainstTerms } from "../../generation/translate/find-against-terms.ts";
import { localeSchema } from "../../lib/brand.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";

type Result = ({ kind: "found" } & FoundAgainst) | NotFound;

/** Lists the translations of a language that are not as the terms of today say, with the words that ask for it. Changes nothing. */
export const findAgainst = defineCommand({
  name: "glossary.find_against",
  kind: null,
  rate: "anything",
  input: z.object({
    locale: localeSchema,
    /** the product behind which to look on; "" for the first */
    after: z.string().max(40),
  }),
  async run(deps: { db: Db }, { shop }, { locale, after }): Promise<Result> {
    const languages = await deps.db.do(translatedLocalesOf(shop));
    if (!languages.includes(locale)) return notFound;
    return { kind: "found", ...(await findAgainstTerms(deps, { shop, locale, after })) };
  },
});

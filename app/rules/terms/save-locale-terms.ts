import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { localeTerms } from "../../db/schema/index.ts";
import { q, run, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { digestOf } from "../../lib/digest.ts";
import { type LocaleTerms, maxLocaleTermsChars, readTerms, type TermsProblem, termsChars } from "./locale-term.ts";
import { readLocaleTerms, termsDigest } from "./read-locale-terms.ts";

export type SavedTerms =
  /** `terms`: how many the languages have now */
  | { outcome: "saved"; terms: number }
  | { outcome: "refused"; locale: string; problem: TermsProblem }
  /** somebody changed them since they were seen: nothing was overwritten */
  | { outcome: "stale" };

interface Request {
  shop: ShopDomain;
  by: string;
  /** of the terms the person had before them, of all languages */
  digest: string;
}

const dropSql = "DELETE FROM locale_terms WHERE shop = @shop AND locale = @locale";

/**
 * Replaces the terms of some languages, all of them or none. They hold for what is translated, edited or checked from now on.
 * @param request.byLocale what each language has afterwards; languages that are not named stay as they are
 */
export async function saveLocaleTerms(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  request: Request & { byLocale: Readonly<Record<string, unknown>> },
): Promise<SavedTerms> {
  const { shop, by } = request;
  const read = new Map<string, LocaleTerms>();
  for (const [locale, sent] of Object.entries(request.byLocale)) {
    const one = readTerms(sent);
    if ("problem" in one) return { outcome: "refused", locale, problem: one.problem };
    read.set(locale, one.terms);
  }
  return db.transact<SavedTerms>({ shop }, function* (tx) {
    const before = yield* termsDigest(shop);
    if (before !== request.digest) return { outcome: "stale" };
    for (const [locale, terms] of read) {
      const problem = yield* tooLong(shop, locale, terms);
      if (problem) return { outcome: "refused", locale, problem };
    }
    for (const [locale, terms] of read) {
      if (terms.length === 0) {
        yield* run(dropSql, { shop, locale });
        continue;
      }
      const saved = { terms, digest: digestOf(terms), updatedAt: clock.now(), updatedBy: by };
      yield* q(
        tx
          .insert(localeTerms)
          .values({ shop, locale, ...saved })
          .onConflictDoUpdate({ target: [localeTerms.shop, localeTerms.locale], set: saved }),
      );
    }
    const terms = [...read.values()].reduce((sum, each) => sum + each.length, 0);
    const after = yield* termsDigest(shop);
    if (note) yield* note({ details: { languages: [...read.keys()].join(" "), terms, before, after } });
    return { outcome: "saved", terms };
  });
}

/** What was longer before may stay and shrink. */
function* tooLong(shop: ShopDomain, locale: string, terms: LocaleTerms): Steps<TermsProblem | null> {
  const length = termsChars(terms);
  if (length <= maxLocaleTermsChars) return null;
  const before = yield* readLocaleTerms(shop, locale);
  return length > termsChars(before) ? { code: "terms_too_long", limit: maxLocaleTermsChars, length } : null;
}

import { eq } from "drizzle-orm";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { glossaries } from "../../db/schema/index.ts";
import { q } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { digestOf } from "../../lib/digest.ts";
import {
  contradictionOf,
  type GlossaryProblem,
  glossaryChars,
  glossaryProblem,
  glossarySchema,
  maxGlossaryChars,
} from "./glossary.ts";
import { emptyDigest } from "./read-glossary.ts";

export type SavedGlossary =
  | { outcome: "saved"; terms: number }
  | { outcome: "refused"; problem: GlossaryProblem }
  /** somebody changed it since it was seen: nothing was overwritten */
  | { outcome: "stale" };

/**
 * Replaces a shop's glossary. It holds for texts that are written, edited or tried from now on.
 * @param request.digest of the glossary the person had before them: if somebody saved meanwhile, nothing is overwritten
 */
export async function saveGlossary(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  request: { shop: ShopDomain; terms: unknown; digest: string; by: string },
): Promise<SavedGlossary> {
  const { shop, by } = request;
  const parsed = glossarySchema.safeParse(request.terms);
  if (!parsed.success) return { outcome: "refused", problem: glossaryProblem(parsed.error) };
  const terms = parsed.data;
  const contradiction = contradictionOf(terms);
  if (contradiction) return { outcome: "refused", problem: contradiction };
  return db.transact<SavedGlossary>({ shop }, function* (tx) {
    const [row] = yield* q(tx.select().from(glossaries).where(eq(glossaries.shop, shop)));
    if ((row?.digest ?? emptyDigest) !== request.digest) return { outcome: "stale" };
    const chars = glossaryChars(terms);
    // What was longer before may stay and shrink.
    if (chars > maxGlossaryChars && chars > glossaryChars(glossarySchema.parse(row?.terms ?? []))) {
      return { outcome: "refused", problem: { code: "glossary_too_long", limit: maxGlossaryChars, length: chars } };
    }
    const saved = { terms, digest: digestOf(terms), updatedAt: clock.now(), updatedBy: by };
    yield* q(
      tx
        .insert(glossaries)
        .values({ shop, ...saved })
        .onConflictDoUpdate({ target: glossaries.shop, set: saved }),
    );
    if (note) yield* note({ details: { terms: terms.length, before: request.digest, after: saved.digest } });
    return { outcome: "saved", terms: terms.length };
  });
}

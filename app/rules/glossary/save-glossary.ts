import { eq } from "drizzle-orm";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { glossaries } from "../../db/schema/index.ts";
import { q } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { digestOf } from "../../lib/digest.ts";
import { contradictionOf, glossaryChars, glossarySchema, maxGlossaryChars } from "./glossary.ts";
import { emptyDigest } from "./read-glossary.ts";

export type SavedGlossary =
  | { outcome: "saved"; terms: number }
  | { outcome: "refused"; message: string; stale?: boolean };

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
  if (!parsed.success) return { outcome: "refused", message: messageOf(parsed.error.issues[0]) };
  const terms = parsed.data;
  const contradiction = contradictionOf(terms);
  if (contradiction) return { outcome: "refused", message: contradiction };
  return db.transact<SavedGlossary>({ shop }, function* (tx) {
    const [row] = yield* q(tx.select().from(glossaries).where(eq(glossaries.shop, shop)));
    if ((row?.digest ?? emptyDigest) !== request.digest) {
      const message = "Somebody changed the glossary while you had it open. Nothing was overwritten.";
      return { outcome: "refused", message, stale: true };
    }
    const chars = glossaryChars(terms);
    // What was longer before may stay and shrink.
    if (chars > maxGlossaryChars && chars > glossaryChars(glossarySchema.parse(row?.terms ?? []))) {
      const [most, all] = [maxGlossaryChars, chars].map((count) => count.toLocaleString("en"));
      return {
        outcome: "refused",
        message: `A glossary holds at most ${most} characters in all: this one has ${all}.`,
      };
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

function messageOf(issue: { path: PropertyKey[]; message: string } | undefined): string {
  const row = issue?.path[0];
  return typeof row === "number" ? `Row ${row + 1}: ${issue?.message}` : (issue?.message ?? "Check the glossary.");
}

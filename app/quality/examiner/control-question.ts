import type { ExaminerVerdict } from "../evidence/examiner-verdict.ts";
import { quotedFact } from "../evidence/quoted-fact.ts";
import type { Fact, FactKind } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";

/** A sentence whose verdict is known before it is asked about. */
export interface ControlQuestion {
  sentence: string;
  fact: Fact;
}

/** Longer values cost tokens. */
const maxValueChars = 60;
/** Of an attribute something is said in words, by preference: an answer like "nein" may turn round what its name says. */
const words = /\p{L}{4}|[\p{scx=Han}\p{scx=Kana}\p{scx=Hang}]{2}/u;
/** What says nothing of the product by its name and value alone. */
const others: ReadonlySet<FactKind> = new Set([
  "code",
  "price",
  "shipping_weight",
  "tag",
  "image",
  "review",
  "merchant",
]);

/**
 * A fact as a sentence, which is entailed by itself: an examiner who says otherwise is believed in nothing, since its word alone
 * may hold a text back. In no language does it need any words of ours. Facts that deny something are none of these: "Vegan: No" is
 * easily taken for a contradiction.
 * @param asked facts that the examiner gets
 * @returns null where no fact is plain enough
 */
export function controlQuestion(book: Pick<FactBook, "statements">, asked: readonly Fact[]): ControlQuestion | null {
  const denying = new Set(
    book.statements().flatMap(({ polarity, fact }) => (polarity === "affirmed" ? [] : [fact.id])),
  );
  const plain = asked.filter(
    ({ id, kind, tier, unusable, value }) =>
      !unusable &&
      tier <= 2 &&
      !others.has(kind) &&
      value.length <= maxValueChars &&
      /\p{L}{2}/u.test(value) &&
      !denying.has(id),
  );
  const fact = plain.find(({ kind, value }) => kind === "attribute" && words.test(value)) ?? plain[0];
  return fact ? { sentence: `${fact.name}: ${fact.value}`, fact } : null;
}

/** Whether an examiner saw what is true by itself, and why. @param verdict undefined: it passed the sentence over */
export function passesControl({ fact }: ControlQuestion, verdict: ExaminerVerdict | undefined): boolean {
  // Several facts may hold the same words.
  return verdict?.verdict === "entailed" && verdict.quotes.some(({ quote }) => quotedFact(fact, quote) !== undefined);
}

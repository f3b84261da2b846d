import type { Quantity } from "../../quantities/quantity.ts";
import { readQuantityStatements } from "../../quantities/read-quantity-statements.ts";
import type { TermStatement } from "../statement.ts";
import { polarityOf } from "./polarity.ts";
import { clauseEnds, hitFrom, isGroup, isQuestion, isRole, keyOf, type Scan } from "./scan-words.ts";

type Term = TermStatement["term"];
const terms: ReadonlySet<string> = new Set<Term>(["warranty", "returns", "shipping", "money_back"]);
/** How far a duration is from what lasts so long. */
const reach = 40;
/** A text names few; a page of them is no product's. */
const mostTerms = 60;

/** What a shop promises with a product: warranty, returns, shipping, money back. Words without a promise make no statement. */
export function termsIn(scan: Scan): TermStatement[] {
  if (isTerm(scan.label)) return [labelled(scan, scan.label)];
  const found: TermStatement[] = [];
  for (const [i, hit] of scan.hits.entries()) {
    const term = keyOf(hit, "term");
    if (found.length >= mostTerms) break;
    if (!isGroup(hit, "term") || !isTerm(term) || isQuestion(scan, hit.end)) continue;
    const { from, to } = around(scan, hit.start, hit.end);
    const unlimited = roleNear(scan, from, to, "lifetime");
    const gratis = roleNear(scan, from, to, "gratis");
    const duration = unlimited ? null : durationIn(scan, from, to, hit);
    const isFree = gratis !== null;
    const isPromised = duration !== null || unlimited !== null || isFree || isBarePromise(scan, i, term);
    if (!isPromised) continue;
    const polarity = polarityOf(scan, hit, "property");
    // "لا يغطي الضمان" denies what a warranty covers, and not the warranty.
    if (polarity === null || (polarity === "denied" && coverage.test(scan.text.slice(from, to)))) continue;
    const start = Math.min(
      hit.start,
      duration?.at ?? hit.start,
      unlimited?.start ?? hit.start,
      gratis?.start ?? hit.start,
    );
    const end = Math.max(hit.end, duration?.end ?? 0, unlimited?.end ?? 0, gratis?.end ?? 0);
    // One promise may be named twice: "2-year warranty guarantee".
    const before = found.at(-1);
    if (before && before.term === term && before.at.end > start) continue;
    found.push({
      kind: "term",
      term,
      duration: duration?.quantity ?? null,
      unlimited: unlimited !== null,
      free: isFree,
      polarity,
      provable: polarity === "denied" ? null : "warranty",
      at: { start, end },
      quote: scan.text.slice(start, end),
    });
  }
  return found;
}

/** Verbs and nouns of what a promise is for. */
const coverage =
  /(?<!\p{L})(?:cover\p{L}*|appl(?:y|ies)|abgedeckt|deckt|umfasst|gilt|couv\p{L}+|s['’]applique|cubr\p{L}*|cubiert\p{L}*|copr\p{L}*|copert\p{L}*|cobr\p{L}*|cobert\p{L}*|dekt|gedekt|obejmuje|dekker|dækker|täcker|[يت]?غطي|[يت]شمل)(?!\p{L})|範圍|范围|涵[蓋盖]|覆[蓋盖]|適用|适用|対象/iu;

function isTerm(word: string): word is Term {
  return terms.has(word);
}

/** `Warranty: 2 years` */
function labelled(scan: Scan, term: Term): TermStatement {
  const { text } = scan;
  const unlimited = roleNear(scan, 0, text.length, "lifetime") !== null;
  return {
    kind: "term",
    term,
    duration: durationIn(scan, 0, text.length, { start: 0, end: 0 })?.quantity ?? null,
    unlimited,
    free: roleNear(scan, 0, text.length, "gratis") !== null,
    polarity: "affirmed",
    provable: "warranty",
    at: { start: 0, end: text.length },
    quote: text,
  };
}

/** The part of the clause that is near. */
function around(scan: Scan, start: number, end: number): { from: number; to: number } {
  let from = Math.max(0, start - reach);
  let to = Math.min(scan.text.length, end + reach);
  for (let i = start - 1; i > from; i--) if (/[.!?;,\n。]/.test(scan.text[i] ?? "")) from = i + 1;
  for (let i = end; i < to; i++) {
    if (/[.!?;,\n。]/.test(scan.text[i] ?? "")) to = i;
  }
  return { from, to };
}

function roleNear(scan: Scan, from: number, to: number, key: string): { start: number; end: number } | null {
  for (let i = hitFrom(scan, from); i < scan.hits.length; i++) {
    const hit = scan.hits[i];
    if (!hit || hit.end > to) return null;
    if (isRole(hit, key)) return hit;
  }
  return null;
}

interface Duration {
  quantity: Quantity;
  at: number;
  end: number;
}

/** The nearest span of time. */
function durationIn(scan: Scan, from: number, to: number, hit: { start: number; end: number }): Duration | null {
  let best: Duration | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  const text = scan.text.slice(from, to);
  const own = readQuantityStatements(text, { locale: scan.locale });
  for (const one of own.length > 0 || scan.label === "" ? own : readQuantityStatements(text)) {
    if (one.kind !== "quantity" || !one.quantity.units.some((unit) => unit?.dimension === "time")) continue;
    const { quantity } = one;
    const at = from + one.at.start;
    const end = from + one.at.end;
    const distance = at >= hit.end ? at - hit.end : hit.start - end;
    if (distance < nearest) {
      nearest = distance;
      best = { quantity, at, end };
    }
  }
  return best;
}

/** "Comes with a warranty" promises one; "delivery" alone promises nothing, nor does a "guarantee" that is a verb. */
function isBarePromise(scan: Scan, i: number, term: Term): boolean {
  const hit = scan.hits[i];
  if (!hit) return false;
  if (term === "money_back") return true;
  if (term !== "warranty") return false;
  const before = scan.lower.slice(Math.max(0, hit.start - 24), hit.start);
  const word = scan.lower.slice(hit.start, hit.end);
  if (word === "guarantee" || word === "garantie") {
    return (
      /(?:with|under|full|a|satisfaction|mit|inklusive|inkl\.|avec|sous|met|our|manufacturer's)\s$/.test(before) &&
      !clauseEnds(scan, hit.start, hit.end)
    );
  }
  return true;
}

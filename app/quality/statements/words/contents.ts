import { claimLexicon, languagesFor } from "../../language/claim-lexicon.ts";
import { hitsIn } from "../../language/word-trie.ts";
import type { ContentStatement, MaterialStatement, Polarity, Provable, Span } from "../statement.ts";
import { polarityOf } from "./polarity.ts";
import { gapAfter, hitFrom, isGroup, isQuestion, isRole, keyOf, type Scan } from "./scan-words.ts";

/** Denials of these must be proven, each for its reason. */
const provableOf: Readonly<Record<string, Provable>> = {
  ...kinds("allergen", "gluten|milk|lactose|nuts|almonds|hazelnuts|walnuts|cashews|pistachios|peanuts|soy|egg|wheat|barley|rye|oats|fish|shellfish|molluscs|sesame|celery|mustard|lupin|sulphites|perfume|nickel|latex|yeast|grain"),
  ...kinds("safety", "bpa|phthalates|lead|formaldehyde|pfas|azo|chemicals|pesticides|chlorine|ammonia|fluoride|pvc"),
  ...kinds("health", "sugar|salt|fat|sweetener|alcohol|caffeine|parabens|sulphates|mineral oil|preservatives|additives|colourings|flavourings|flavour enhancers|retinol"),
  ...kinds("environment", "plastic|microplastics|palm oil|gmo|animal products"),
}; // biome-ignore format: a table

function kinds(kind: Provable, concepts: string): Record<string, Provable> {
  return Object.fromEntries(concepts.split("|").map((concept) => [concept, kind]));
}

/** What a denied content must be proven as; null: nothing special. */
export function provableDenial(concept: string): Provable | null {
  return provableOf[concept] ?? null;
}

/** Words between "contains" and what it is said of. */
const reachOfContains = 4;

/** What a text says is in the product, may be in it or is not. A substance that is only mentioned makes no statement. */
export function contentsIn(scan: Scan): (ContentStatement | MaterialStatement)[] {
  const found: (ContentStatement | MaterialStatement)[] = [];
  const { hits, text } = scan;
  for (const [i, hit] of hits.entries()) {
    const { start, end } = hit;
    if (!isGroup(hit, "substance") || isQuestion(scan, end) || isFreeWord(scan, hit)) continue;
    const said = polarityOf(scan, { start, end }, "content");
    const polarity = said === "affirmed" ? affirmedBy(scan, i) : said;
    if (polarity === null) continue;
    const concept = keyOf(hit, "substance");
    const provable = polarity === "denied" ? provableDenial(concept) : null;
    const to = freeEnd(scan, i);
    found.push({ kind: "content", concept, polarity, provable, at: { start, end: to }, quote: text.slice(start, to) });
  }
  found.push(...freeWords(scan));
  return found;
}

/** `sugar-free` ends behind "free". */
function freeEnd({ hits }: Scan, i: number): number {
  const next = hits[i + 1];
  const end = hits[i]?.end ?? 0;
  return next && isRole(next, "free") && next.start - end <= 1 ? next.end : end;
}

/** Affirmed, or possible, where the label or a verb says so; null: only mentioned. */
function affirmedBy(scan: Scan, i: number): Polarity | null {
  switch (scan.label) {
    case "ingredients":
    case "allergens":
      return "affirmed";
    case "may_contain":
      return "possible";
    case "free_from":
      return "denied";
  }
  const { hits } = scan;
  let edge = hits[i]?.start ?? 0;
  let words = 0;
  for (let k = i - 1; k >= 0 && k > i - 12; k--) {
    const hit = hits[k];
    if (!hit) return null;
    const gap = gapAfter(scan, k, edge);
    // "Contains: milk" is one clause.
    if (gap.ends && !(isRole(hit, "contains") && /^\s{0,3}[:：]\s{0,3}$/.test(gap.text))) return null;
    words += gap.words;
    if (words > reachOfContains) return null;
    if (isRole(hit, "contains")) return "affirmed";
    if (isGroup(hit, "role")) return null;
    edge = hit.start;
  }
  return null;
}

const compound =
  /(?<![\p{L}\p{M}-])([\p{L}]{3,24}?)-?(?:frei(?:e[nrsm]?)?|vrije?|fri(?:tt?|a|e)?)(?![\p{L}\p{M}])|(?<![\p{L}\p{M}-])([\p{L}]{3,24})-free(?![\p{L}\p{M}])/gu;
/** What is free of these, or for these, is free of nothing that could be in it. */
const noContent = new Set(
  "hands|hand|care|worry|stress|hassle|duty|tax|guilt|mess|fuss|pain|trouble|tangle|streak|lint|wrinkle|crease|maintenance|risk|royalty|toll|rent|flicker|glare|noise|smoke|dust|odour|odor|drip|tool|carefree|interest|ad|frizz|cruelty|germ|rust|clutter|cable|cord|wire|drag|slip|crowd|fat|error|jam|leak|spill|gap|break|post|traffic|sorgen|stress|mühe|kosten|barriere|versandkosten|knitter|bügel|rost|flecken|frost|eis|schulter|ärmel|stör|ruckel|streifen|fussel|geruchs|blend|flimmer|wartungs|werkzeug|arbeits|jugend|schul|fehler|grat|motiv|absatz|porto|trittsicher|einwand|zweifels|vorurteils|bauch|rücken|knie|berührungs|akzent|schmerz|reiz|risiko|steuer|gebühren|konkurrenz|kratz|verzerrungs|zug|ein|tierversuchs|duft|verschleiß|onderhouds|zorgen|rimpel|kreuk|strijk|krös|stryk|underhålls|bekymmers|skrynkel|strygefri|bekymrings|vedligeholdelses|reuk|geur|lukt|lugt|gratis|ledig|stø|støj|barrier|ramp|bez|helst|strykfritt|be|ver|an|aus|stryke|stryge|krølle|krympe|rynke|skrukke|vedlikeholds|bekymrings|bekymmers|vedligeholdelses|skatte|skatt|tull|toll|told|moms|gebyr|avgifts|frakt|fragt|porto|rust|lugt|støv|håndfri|hånd|arbejds|arbeids|smerte|smärt|problem|fejl|feil|fel|vibrasjons|vibrations|snor|lednings|friktions|friksjons|feber|is|alders|skuld|fukt|dugg|dug|plet|flekk|fläck|striber|stribe|stripe|lyd|ljud|luft|tids|klumpe|klump|rand|ramme|kant|spild|søl|dryp|drypp|dropp|läck|ris|alarm|grense|grænse|gräns".split(
    "|",
  ),
);

/** After so many the text is no product's. */
const mostCompounds = 300;

/** `zuckerfrei`, `X-free`: denies whatever word stands there; one that a table knows by its concept. */
function freeWords(scan: Scan): (ContentStatement | MaterialStatement)[] {
  const { lower, text } = scan;
  if (!/frei|vrij|fri|-free/.test(lower)) return [];
  const found: (ContentStatement | MaterialStatement)[] = [];
  let tries = 0;
  for (const match of lower.matchAll(compound)) {
    if (++tries > mostCompounds) break;
    const word = match[1] ?? match[2] ?? "";
    const start = match.index;
    const end = start + match[0].length;
    if (noContent.has(word) || isCovered(scan, start, end) || isQuestion(scan, end)) continue;
    const known = knownContent(word, scan.locale);
    if (known === null && word.length < 4) continue;
    const said = polarityOf(scan, { start, end }, "property");
    if (said === null) continue;
    const polarity = said === "affirmed" ? "denied" : "possible";
    const concept = known?.key ?? word;
    const provable = polarity === "denied" ? provableDenial(concept) : null;
    const common = { polarity, provable, at: { start, end }, quote: text.slice(start, end) } as const;
    found.push(
      known?.group === "material"
        ? { kind: "material", material: concept, form: null, percent: null, whole: false, ...common }
        : { kind: "content", concept, ...common },
    );
  }
  return found;
}

/** True when a phrase is there already, as in `rostfrei` and `gluten-free`. */
function isCovered(scan: Scan, start: number, end: number): boolean {
  for (let i = Math.max(0, hitFrom(scan, start) - 1); i < scan.hits.length; i++) {
    const hit = scan.hits[i];
    if (!hit || hit.start >= end) return false;
    const isBare = isFreeWord(scan, hit) && isGroup(hit, "substance", "material", "weak", "formed");
    if (hit.end > start && !isGroup(hit, "role") && !isBare) return true;
  }
  return false;
}

/** `Silikonfrei` where words that begin with `silikon` are of silicone: the end says that there is none. */
export function isFreeWord({ lower }: Scan, { start, end }: Span): boolean {
  const word = lower.slice(start, end);
  return freeEnding.test(word) && !/[\s-]/.test(word);
}

const freeEnding = /\p{L}{3}(?:frei(?:e[nrsm]?)?|vrije?|fri(?:tt?|a|e)?|mentes(?:en)?)$/u;

/** What a table knows by this word. */
function knownContent(word: string, locale: string): { group: "substance" | "material"; key: string } | null {
  const [hit] = hitsIn(claimLexicon(), word, languagesFor(locale, true));
  if (hit?.start !== 0 || hit.end !== word.length) return null;
  if (isGroup(hit, "substance")) return { group: "substance", key: keyOf(hit, "substance") };
  return isGroup(hit, "material", "weak") ? { group: "material", key: keyOf(hit, "material", "weak") } : null;
}

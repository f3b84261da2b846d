import { schemeKinds } from "../../language/data/schemes.ts";
import type { ContentStatement, PropertyStatement, Provable, SchemeStatement } from "../statement.ts";
import { provableDenial } from "./contents.ts";
import { polarityOf } from "./polarity.ts";
import { isGroup, isQuestion, isRole, keyOf, type Scan, wordsBetween } from "./scan-words.ts";

const provableOf: Readonly<Record<string, Provable>> = {
  ...kinds("certificate", "vegan|organic|halal|kosher|cruelty-free"),
  ...kinds("test", "waterproof|water-resistant|windproof|shock-proof|unbreakable|uv-protective"),
  ...kinds("safety", "fireproof|flame-retardant|non-toxic|child-safe|pet-safe|food-safe|oven-safe|microwave-safe|heat-resistant"),
  ...kinds("health", "hypoallergenic|antibacterial|skin-friendly|heals|relieves pain|anti-inflammatory|slimming|detox|anti-aging|immunity|sleep aid|calming|lowers blood pressure|digestion|joint health|hair growth"),
  ...kinds("environment", "recycled|recyclable|biodegradable|compostable|sustainable|eco-friendly|climate-neutral"),
  ...kinds("origin", "handmade"),
}; // biome-ignore format: a table

function kinds(kind: Provable, concepts: string): Record<string, Provable> {
  return Object.fromEntries(concepts.split("|").map((concept) => [concept, kind]));
}

/** What a product is said to be, do or be good for, and the names of what certifies it. */
export function propertiesIn(scan: Scan): (PropertyStatement | SchemeStatement | ContentStatement)[] {
  const found: (PropertyStatement | SchemeStatement | ContentStatement)[] = [];
  for (const [i, hit] of scan.hits.entries()) {
    if (!isGroup(hit, "property", "scheme") || isQuestion(scan, hit.end)) continue;
    const polarity = polarityOf(scan, hit, "property");
    if (polarity === null) continue;
    const named = keyOf(hit, "property", "scheme");
    // "Dishwasher" alone names the property in a label; in a sentence it is only a machine.
    if (
      named.startsWith("bare:") &&
      wordsBetween(scan, 0, hit.start) + wordsBetween(scan, hit.end, scan.text.length) > 0
    )
      continue;
    const key = named.replace(/^bare:/, "");
    const at = { start: startOf(scan, i), end: hit.end };
    const quote = scan.text.slice(at.start, at.end);
    if (isGroup(hit, "scheme") || key.startsWith("scheme:")) {
      const scheme = schemeOf(scan, hit, key.replace("scheme:", ""));
      if (scheme) found.push({ ...scheme, polarity, provable: polarity === "denied" ? null : scheme.provable });
    } else if (key.startsWith("no:")) {
      const concept = key.slice(3);
      const flipped = polarity === "affirmed" ? "denied" : "possible";
      const provable = flipped === "denied" ? provableDenial(concept) : null;
      found.push({ kind: "content", concept, polarity: flipped, provable, at, quote });
    } else {
      const provable = polarity === "denied" ? null : (provableOf[key] ?? null);
      found.push({ kind: "property", concept: key, polarity, provable, at, quote });
    }
  }
  return found;
}

/** A negation right before belongs to the words that are shown: `not waterproof`. */
function startOf({ hits }: Scan, i: number): number {
  const [before, hit] = [hits[i - 1], hits[i]];
  if (!hit) return 0;
  return before && isRole(before, "not") && hit.start - before.end <= 1 ? before.start : hit.start;
}

const numberAfter =
  /^[\s:/-]*(?:(?:standard|norm|norma|no\.?|nr\.?|class|klasse|type)[\s.:-]*)?(\d{2,6}(?:[-:]\d{1,4}){0,3})(?![\d])/iu;
/** Norms without a number are no norms: `en` is a word, and `iso` a camera's setting. */
const onlyNumbered = new Set(["iso", "en", "astm", "ansi", "jis"]);
/** Two letters mean something in capitals only. */
const capitals = new Set([
  "grs",
  "en",
  "gs",
  "asc",
  "msc",
  "pdo",
  "ul",
  "gmp",
  "gots",
  "peta",
  "fda",
  "iso",
  "jis",
  "reach",
]);

function schemeOf(scan: Scan, { start, end }: { start: number; end: number }, key: string): SchemeStatement | null {
  const written = scan.text.slice(start, end);
  if (capitals.has(key) && written.length <= 6 && written !== written.toUpperCase()) return null;
  const after = numberAfter.exec(scan.text.slice(end, end + 30));
  const inside = /\d{2,6}$/.exec(written)?.[0] ?? null;
  if (!after && onlyNumbered.has(key)) return null;
  const to = after ? end + after[0].length : end;
  return {
    kind: "scheme",
    scheme: key,
    number: after?.[1] ?? inside,
    polarity: "affirmed",
    provable: schemeKinds[key] ?? "certificate",
    at: { start, end: to },
    quote: scan.text.slice(start, to),
  };
}

import type { Meaning } from "../../language/claim-lexicon.ts";
import type { Hit } from "../../language/word-trie.ts";
import type { OriginStatement } from "../statement.ts";
import { polarityOf } from "./polarity.ts";
import {
  clauseEnds,
  gapAfter,
  hitFrom,
  isGroup,
  isQuestion,
  isRole,
  keyOf,
  type Scan,
  wordsBetween,
} from "./scan-words.ts";

type Act = OriginStatement["act"];
const acts: ReadonlySet<string> = new Set<Act>(["made", "designed", "grown", "assembled", "woven", "unspecified"]);

/** "aus" and "en cuir de" are no verbs. */
const shortestVerb = 6;
/** Words between "made" and "in", and between "in" and the place. */
const reachOfAct = 5;
const reachOfPlace = 2;

/** Where a product was made, grown or designed. "Made in small batches" and "fabriqué en coton" name no place. */
export function originsIn(scan: Scan): OriginStatement[] {
  const found: OriginStatement[] = [];
  const { hits, label } = scan;
  if (label === "made" || label === "origin" || label === "designed") return labelled(scan);
  const used = new Set<number>();
  for (const [i, hit] of hits.entries()) {
    if (isGroup(hit, "place")) {
      const act = actOf(scan, i);
      if (act && !used.has(hit.start)) {
        used.add(hit.start);
        add(scan, found, { act: act.act, place: placeOf(scan, hit), start: act.start, end: act.end });
      }
    } else if (isGroup(hit, "act") || isHandmade(hit)) {
      const town = townAfter(scan, i);
      if (town && !used.has(town.start)) {
        used.add(town.start);
        add(scan, found, { act: actNamed(hit), place: town.name, start: hit.start, end: town.end });
      }
    } else if (isGroup(hit, "nation")) {
      const goods = goodsAfter(scan, i);
      if (goods) add(scan, found, { act: goods.act, place: keyOf(hit, "nation"), start: hit.start, end: goods.end });
    }
  }
  return found;
}

interface Found {
  act: Act;
  place: string;
  start: number;
  end: number;
}

function add(scan: Scan, found: OriginStatement[], { act, place, start, end }: Found): void {
  if (isQuestion(scan, end)) return;
  const polarity = polarityOf(scan, { start, end }, "property");
  if (polarity === null) return;
  const provable = polarity === "denied" ? null : "origin";
  found.push({
    kind: "origin",
    act,
    place,
    polarity,
    provable,
    at: { start, end },
    quote: scan.text.slice(start, end),
  });
}

/** `Country of origin: Portugal`: the value is the place, whatever its words. */
function labelled(scan: Scan): OriginStatement[] {
  const { text, hits, label } = scan;
  const act: Act = label === "origin" ? "unspecified" : label === "designed" ? "designed" : "made";
  const found: OriginStatement[] = [];
  for (const [i, hit] of hits.entries()) {
    if (isGroup(hit, "place", "nation")) {
      add(scan, found, { act: actOf(scan, i)?.act ?? act, place: placeOf(scan, hit), start: hit.start, end: hit.end });
    }
  }
  const value = text.trim();
  if (found.length > 0 || value === "" || value.length > 40 || /\d/.test(value)) return found;
  if (/^[A-Z]{2}$/.test(value)) add(scan, found, { act, place: value, start: 0, end: text.length });
  else if (label !== "designed" && /^\p{Lu}/u.test(value)) {
    add(scan, found, { act, place: value.toLowerCase(), start: 0, end: text.length });
  }
  return found;
}

/** Countries by their code; towns and regions by their name. */
function placeOf({ lower }: Scan, hit: Hit<Meaning>): string {
  const country = keyOf(hit, "place", "nation");
  return country.length === 2 ? country : lower.slice(hit.start, hit.end);
}

function actNamed(hit: Hit<Meaning>): Act {
  const key = keyOf(hit, "act");
  return acts.has(key) ? (key as Act) : "made";
}

function isHandmade(hit: Hit<Meaning> | undefined): boolean {
  return keyOf(hit, "property") === "handmade";
}

function isAct(hit: Hit<Meaning> | undefined): boolean {
  return isGroup(hit, "act") || isHandmade(hit);
}

/** The verb that a place belongs to: `made in Italy`, `in Italien hergestellt`, `イタリア製`, `Herkunft: Italien`. */
function actOf(scan: Scan, i: number): Found | null {
  const { hits, lower } = scan;
  const place = hits[i];
  if (!place) return null;
  const before = hits[i - 1];
  const isNear =
    before !== undefined &&
    wordsBetween(scan, before.end, place.start) <= reachOfPlace &&
    !clauseEnds(scan, before.end, place.start);
  const found = { place: "", start: place.start, end: place.end };
  const glued = hits[i + 1];
  if (isRole(glued, "made_after") && isGluedTo(scan, place, glued)) {
    return { ...found, act: "made", end: glued?.end ?? place.end };
  }
  if (isRole(glued, "grown_after") && isGluedTo(scan, place, glued)) {
    return { ...found, act: "grown", end: glued?.end ?? place.end };
  }
  if (before && isGroup(before, "label") && /^\s*[:：]\s*$/.test(lower.slice(before.end, place.start))) {
    const key = keyOf(before, "label");
    if (key === "made" || key === "origin")
      return { ...found, act: key === "made" ? "made" : "unspecified", start: before.start };
  }
  if (isNear && isRole(before, "comes_from"))
    return { ...found, act: "unspecified", start: before?.start ?? place.start };
  // "made in Italy": verb, preposition, place.
  if (isNear && (isRole(before, "in") || isRole(before, "made_of", "not", "offered") || isAct(before))) {
    const verb = verbBefore(scan, i);
    if (verb) return { ...found, act: verb.act, start: verb.start };
    if (isRole(before, "in") || isRole(before, "made_of")) {
      const after = verbAfter(scan, i);
      if (after) return { ...found, act: after.act, end: after.end, start: before.start };
    }
  }
  return null;
}

function verbBefore(scan: Scan, i: number): { act: Act; start: number } | null {
  const { hits } = scan;
  let edge = hits[i]?.start ?? 0;
  let words = 0;
  for (let k = i - 1; k >= 0 && k > i - 8; k--) {
    const hit = hits[k];
    if (!hit) return null;
    const gap = gapAfter(scan, k, edge);
    if (gap.ends) return null;
    words += gap.words;
    if (words > reachOfAct) return null;
    if (isAct(hit)) return { act: actNamed(hit), start: hit.start };
    // "Made with love in Portugal": the verb is part of "made with".
    if (isRole(hit, "made_of") && hit.end - hit.start > shortestVerb) return { act: "made", start: hit.start };
    edge = hit.start;
  }
  return null;
}

/** German and Dutch put the verb last: "in Portugal von Hand gefertigt". */
function verbAfter(scan: Scan, i: number): { act: Act; end: number } | null {
  const { hits } = scan;
  let words = 0;
  for (let k = i + 1; k < hits.length && k < i + 6; k++) {
    const hit = hits[k];
    if (!hit) return null;
    const gap = gapAfter(scan, k - 1, hit.start);
    if (gap.ends || gap.hasComma) return null;
    words += gap.words;
    if (words > 3) return null;
    if (isGroup(hit, "act") || isHandmade(hit)) return { act: actNamed(hit), end: hit.end };
  }
  return null;
}

const capital =
  /^(?:[^\S\n](?:our|the|unserer|notre|nuestro))?[^\S\n](\p{Lu}[\p{L}'’-]{2,}(?:[^\S\n](?:\p{Lu}[\p{L}'’-]+|of|de|la|del|di|am|an der)){0,3})/u;
/** German nouns have capitals, so that a town cannot be told from "Handarbeit". */
const capitalNouns = /^(?:de|lb)(?:-|$)/i;

/** "In Bath", "à Lyon"; after "of" and "from" a name may be a person's. */
const towards: ReadonlySet<string> = new Set(["in", "en", "em", "à", "a", "w", "we", "i", "dans le", "dans la"]);

/** A town that no table knows: a name in capitals behind `made in`. */
function townAfter(scan: Scan, i: number): { name: string; start: number; end: number } | null {
  const { hits, text, locale } = scan;
  const verb = hits[i];
  if (!verb || capitalNouns.test(locale)) return null;
  const k = hitFrom(scan, verb.end);
  const preposition = hits[k];
  if (!preposition || !towards.has(scan.lower.slice(preposition.start, preposition.end))) return null;
  if (!isRole(preposition, "in") || wordsBetween(scan, verb.end, preposition.start) > 1) return null;
  if (/[,.;:]/.test(text.slice(verb.end, preposition.start))) return null;
  const match = capital.exec(text.slice(preposition.end, preposition.end + 80));
  const name = match?.[1];
  if (!match || name === undefined || name === name.toUpperCase()) return null;
  const start = preposition.end + match[0].length - name.length;
  const end = start + name.length;
  for (let n = k + 1; n < hits.length; n++) {
    const hit = hits[n];
    if (!hit || hit.start >= end) break;
    if (hit.end > start && !isRole(hit)) return null;
  }
  return { name: name.toLowerCase(), start, end };
}

/** `US made`, `イタリア製`: nothing or a space between them; a line or sentence that ends there parts them. */
function isGluedTo(scan: Scan, hit: Hit<Meaning>, next: Hit<Meaning> | undefined): boolean {
  return next !== undefined && next.start - hit.end <= 1 && !clauseEnds(scan, hit.end, next.start);
}

/** `Italian leather`, `Swiss-made`; an Italian mood is none. */
function goodsAfter(scan: Scan, i: number): { act: Act; end: number } | null {
  const [hit, next] = [scan.hits[i], scan.hits[i + 1]];
  if (!hit || !next || !isGluedTo(scan, hit, next)) return null;
  if (isGroup(next, "material", "weak", "formed")) return { act: "unspecified", end: next.end };
  if (isGroup(next, "act")) return { act: actNamed(next), end: next.end };
  return null;
}

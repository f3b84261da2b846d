import type { Meaning } from "../../language/claim-lexicon.ts";
import type { Hit } from "../../language/word-trie.ts";
import type { OriginStatement } from "../statement.ts";
import {
  type Act,
  actNamed,
  type Frame,
  frameOfNation,
  frameOfPlace,
  isAct,
  isWrittenAsName,
} from "./origin-frames.ts";
import { polarityOf } from "./polarity.ts";
import { hitFrom, isGroup, isQuestion, isRole, keyOf, type Scan, wordsBetween } from "./scan-words.ts";

/** Where a product was made, grown or designed. "Made in small batches" and "fabriqué en coton" name no place. */
export function originsIn(scan: Scan): OriginStatement[] {
  const found: OriginStatement[] = [];
  const { hits, label } = scan;
  if (label === "made" || label === "origin" || label === "designed") return labelled(scan);
  const used = new Set<number>();
  for (const [i, hit] of hits.entries()) {
    if (used.has(hit.start)) continue;
    const place = placeOf(scan, i);
    const nation = isGroup(hit, "nation") && isNationHere(scan, hit) ? keyOf(hit, "nation") : "";
    const frame = (place && frameOfPlace(scan, i)) || (nation && frameOfNation(scan, i));
    if (frame) {
      used.add(hit.start);
      add(scan, found, { ...frame, place: place || nation });
    } else if (scan.name !== undefined && (place || nation) && !tellsOfTrade(scan)) {
      add(scan, found, { act: "mentioned", place: place || nation, start: hit.start, end: hit.end });
    } else if (isAct(hit)) {
      const town = townAfter(scan, i);
      if (town) {
        used.add(town.start);
        add(scan, found, { act: actNamed(hit), place: town.name, start: hit.start, end: town.end });
      }
    }
  }
  return found;
}

interface Found extends Frame {
  place: string;
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

/** "Ships from Berlin" and a brand of Paris say nothing of where a thing is made. */
function tellsOfTrade({ name = "", hits }: Scan): boolean {
  return trade.test(name) || hits.some((hit) => isGroup(hit, "term"));
}

const trade =
  /brand|vendor|marke|marque|marca|merk|ship|versand|deliver|liefer|livrais|env[ií]o|spediz|verzend|frakt|fragt|language|sprache|langue|idioma|lingua|compat/i;

/** `Country of origin: Portugal`: the value is the place, whatever its words. */
function labelled(scan: Scan): OriginStatement[] {
  const { text, hits, label } = scan;
  const act: Act = label === "origin" ? "unspecified" : label === "designed" ? "designed" : "made";
  const found: OriginStatement[] = [];
  for (const [i, hit] of hits.entries()) {
    if (isGroup(hit, "place", "nation")) {
      const place = keyOf(hit, "place", "nation");
      add(scan, found, { act: frameOfPlace(scan, i)?.act ?? act, place, start: hit.start, end: hit.end });
    }
  }
  const state = brazilian[/\/([A-Z]{2})$/u.exec(text.trim())?.[1] ?? ""];
  if (found.length === 0 && state) add(scan, found, { act, place: `BR.${state}`, start: 0, end: text.length });
  const value = text.trim();
  // "Production: by hand" names no place.
  if (found.length > 0 || hits.some(isAct) || value === "" || value.length > 40 || /\d/.test(value)) return found;
  if (/^[A-Z]{2}$/.test(value)) add(scan, found, { act, place: value, start: 0, end: text.length });
  else if (label !== "designed" && /^\p{Lu}/u.test(value)) {
    add(scan, found, { act, place: value.toLowerCase(), start: 0, end: text.length });
  }
  return found;
}

/** "Jaguaruana/CE": towns of Brazil with the code of their state. */
const brazilian: Readonly<Record<string, string>> = {
  SP: "saopaulo",
  MG: "minas",
  RJ: "rio",
  BA: "bahia",
  SC: "santacatarina",
  PB: "paraiba",
  CE: "ceara",
  PE: "pernambuco",
  PR: "parana",
  RS: "rs",
  GO: "goias",
  ES: "es",
};

/** The place that a hit names; "" for a common word that is spelled like one. */
function placeOf(scan: Scan, i: number): string {
  const hit = scan.hits[i];
  const place = keyOf(hit, "place");
  if (!hit || place === "" || isWrittenAsName(scan, hit)) return place;
  // "made in portugal": a country right behind "in" needs no capital.
  const before = scan.hits[i - 1];
  const isCountry = place.length === 2 && hit.end - hit.start >= shortestCountry;
  return isCountry && isRole(before, "in") && hit.start - (before?.end ?? 0) === 1 ? place : "";
}

const shortestCountry = 5;

/** English writes its adjectives with capitals: "us" and "polish" are other words. */
function isNationHere(scan: Scan, hit: Hit<Meaning>): boolean {
  return !/^en(?:-|$)/i.test(scan.locale) || isWrittenAsName(scan, hit);
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

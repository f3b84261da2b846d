import { adjectiveOf, isLittle } from "../../language/adjective-of.ts";
import { schemeKinds } from "../../language/data/schemes.ts";
import { isNoValue } from "../../language/no-value.ts";
import { yesNoOf } from "../../language/yes-no.ts";
import type { ContentStatement, Polarity, PropertyStatement, SchemeStatement } from "../statement.ts";
import { provableDenial } from "./contents.ts";
import { polarityOf } from "./polarity.ts";
import { conceptOf, provableOf } from "./provable-concepts.ts";
import { isGroup, isQuestion, isRole, keyOf, type Scan, scanWords, wordsBetween } from "./scan-words.ts";

/** What a product is said to be, do or be good for, and the names of what certifies it. */
export function propertiesIn(scan: Scan): (PropertyStatement | SchemeStatement | ContentStatement)[] {
  const found: (PropertyStatement | SchemeStatement | ContentStatement)[] = [];
  for (const [i, hit] of scan.hits.entries()) {
    if (!isGroup(hit, "property", "scheme") || isQuestion(scan, hit.end)) continue;
    const polarity = polarityOf(scan, hit, "property");
    if (polarity === null) continue;
    const named = keyOf(hit, "property", "scheme");
    // "Dishwasher" alone names the property in a label, and "No dishwasher" denies it; in a sentence it is only a machine.
    if (named.startsWith("bare:") && !isAlone(scan, i, polarity)) continue;
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
      const concept = conceptOf(key);
      const provable = polarity === "denied" ? null : provableOf(concept);
      found.push({ kind: "property", concept, polarity, provable, at, quote });
    }
  }
  return [...found, ...labelled(scan)];
}

/** `Certificate: IGI` is a certificate whatever it is called, and `Waterproof: IPX7` says more than yes. */
function labelled(scan: Scan): (PropertyStatement | SchemeStatement | ContentStatement)[] {
  const { text, label, name, locale } = scan;
  if (name === undefined || isNoValue(text) || yesNoOf(text) !== null) return [];
  const place = { at: { start: 0, end: text.length }, quote: text };
  const about = aboutName(scan);
  if (about.length > 0) return about;
  // What the value itself says of a property, and every "not" in it, goes before the name.
  const isOpen =
    label === "" &&
    !scan.hits.some((hit) => isGroup(hit, "property") || isRole(hit, "not", "without", "but", "not_after"));
  const named = isOpen ? propertiesOfName(name, { locale, value: text }) : [];
  const found = named.filter(({ kind }) => kind !== "content").map((one) => ({ ...one, ...place }));
  if (productionName.test(name) && byHand.test(text)) {
    found.push({ kind: "property", concept: "handmade", polarity: "affirmed", provable: "origin", ...place });
  }
  if (skinName.test(name) && sensitive.test(text)) {
    found.push({ kind: "property", concept: "skin-friendly", polarity: "affirmed", provable: "health", ...place });
  }
  return [...found, ...labelledSchemes(label).map((one) => ({ ...one, ...place })), ...markIn(label, place)];
}

/** What a name asks about, in an adjective or in its noun: "Waterproof", "Water resistance"; nothing where the value is little of it. */
function propertiesOfName(
  name: string,
  { locale, value }: { locale: string; value: string },
): (PropertyStatement | SchemeStatement | ContentStatement)[] {
  if (isLittle(value)) return [];
  const asked = propertiesIn(scanWords(name.replaceAll("_", " "), { locale }));
  if (asked.length > 0) return asked;
  const adjective = adjectiveOf(name);
  return adjective === null ? [] : propertiesIn(scanWords(adjective, { locale }));
}

/** What a value proves by the label that it has: an award and a test are no certificates. */
function labelledSchemes(
  label: string,
): Pick<SchemeStatement, "kind" | "scheme" | "number" | "polarity" | "provable">[] {
  if (label !== "certificate" && label !== "award" && label !== "test") return [];
  const scheme = label === "test" ? "any test" : label;
  return [{ kind: "scheme", scheme, number: null, polarity: "affirmed", provable: label }];
}

/** Two capitals mean the mark where certificates are listed: `CE, EN 71`. */
function markIn(label: string, place: Pick<SchemeStatement, "at" | "quote">): SchemeStatement[] {
  if (label !== "certificate" || !/(?<![\p{L}\d])CE(?![\p{L}\d])/u.test(place.quote)) return [];
  return [{ kind: "scheme", scheme: "ce", number: null, polarity: "affirmed", provable: "certificate", ...place }];
}

/** `Výroba: ruční`, `Production: by hand`: how it is made, in one word. */
const productionName =
  /^(?:production|manufacture|manufacturing|making|herstellung|fertigung|produktion|fabrication|confection|fabricación|elaboración|produzione|lavorazione|productie|vervaardiging|produção|fabrico|fabricação|wykonanie|produkcja|tillverkning|fremstilling|valmistus|výroba|izrada|proizvodnja|изготовление|производство|виготовлення|készítés|producție|üretim|製法|製造方法|工艺|工藝|制作|製作)$/iu;
const byHand =
  /(?:^|[\s,;])(?:(?:by\s)?hand(?:arbeit)?|hand\p{L}+|manual\p{L}*|(?:fatt[oa]\s)?a mano|à la main|artisanale?|ambacht\p{L}*|met de hand|ręczn\p{L}*|för hand|käs\p{L}+|ruč\p{L}*|ручн\p{L}*|вручную|вручну|kézi\p{L}*|el (?:yapımı|işi))(?![\p{L}\p{M}])|手作|手工|手編|수제/iu;

/** `Skin type: Sensitive, dry`: whom it is for, in one word. */
const skinName =
  /^(?:skin(?: ?types?)?|haut(?:typ)?|(?:type de )?peaux?|(?:tipo de )?(?:piel|pele)|(?:tipo di )?pelle|huid(?:type)?|(?:rodzaj |typ )?(?:skóry|cery)|hudtype?|ihotyyppi|typ pleti|тип кожи|тип шкіри|肌質|肤质|膚質|피부 ?타입)$/iu;
const sensitive =
  /sens[ií]ti[vb]|sensib|sensív|empfindlich|gevoelig|wrażliw|känslig|følsom|herk[kä]|citliv|чувствит|чутлив|敏感|민감/iu;

const sentenceEnd = /[.!?\n。！？]/u;

/** The whole text, or in a sentence of its own with a word that denies: "Wipe it out. No dishwasher." */
function isAlone(scan: Scan, i: number, polarity: Polarity): boolean {
  const { text, hits } = scan;
  const hit = hits[i];
  if (!hit) return false;
  if (wordsBetween(scan, 0, hit.start) + wordsBetween(scan, hit.end, text.length) === 0) return true;
  const before = hits[i - 1];
  if (polarity !== "denied" || !before || !isRole(before, "not", "without")) return false;
  const sentence = text.slice(0, before.start).split(sentenceEnd).at(-1) ?? "";
  const [after = ""] = text.slice(hit.end).split(sentenceEnd);
  return wordsBetween(scan, before.end, hit.start) === 0 && !/[\p{L}\p{N}]/u.test(sentence + after);
}

/** A negation right before belongs to the words that are shown: `not waterproof`. */
function startOf({ hits }: Scan, i: number): number {
  const [before, hit] = [hits[i - 1], hits[i]];
  if (!hit) return 0;
  return before && isRole(before, "not") && hit.start - before.end <= 1 ? before.start : hit.start;
}

/** A number of a licence or report: `C012345`, `2276-118`, `LG583310021`, in the same clause. */
const licenceAfter =
  /^[^.;!?\n•|。；！？]{0,40}?(?<![\p{L}\d])((?:[A-Z]{1,4}[ -]?)?\d{5,}|[A-Z]{1,4}[ -]?\d{4,}|\d{3,}-\d{3,}|\d{2}\.[A-Z]{2,4}\.\d{4,})(?!\d)/u;
const numberAfter =
  /^[^\S\n]*[:/-]?[^\S\n]*(?:(?:standard|norm|norma|no\.?|nr\.?|class|klasse|type)[^\S\n.:-]*[.:-]?[^\S\n]*)?(\d{2,6}(?:[-:]\d{1,4}){0,3})(?![\d]|[.,]\d)(?<rest>[^\S\n]?(?:[%°"″×]|\p{L}+))?/iu;
/** "GOTS: 70 cm" is a length beside a certificate. */
const unitBehind =
  /^\s?(?:[%°"″×]|(?:[mcdµ]?m|[mk]?g|[mc]?l|oz|lbs?|ft|x|inch(?:es)?|years?|days?|hours?|minutes?|pcs|stk|stück|jahre|tage)$)/iu;
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
  const number = numberAfter.exec(scan.text.slice(end, end + 40));
  const rest = number?.groups?.rest ?? "";
  const after = number && (onlyNumbered.has(key) || !unitBehind.test(rest)) ? number : null;
  const inside = /\d{2,6}$/.exec(written)?.[0] ?? null;
  const licence = onlyNumbered.has(key) ? null : licenceAfter.exec(scan.text.slice(end, end + 60));
  if (!after && onlyNumbered.has(key)) return null;
  const to = licence ? end + licence[0].length : after ? end + after[0].length - rest.length : end;
  return {
    kind: "scheme",
    scheme: key,
    number: licence?.[1]?.replace(/\s/g, "") ?? after?.[1] ?? inside,
    polarity: "affirmed",
    provable: schemeKinds[key] ?? "certificate",
    at: { start, end: to },
    quote: scan.text.slice(start, to),
  };
}

/** `PVC: 무첨가` and `Latex: contains` say of what the field names that it is in it or not. */
function aboutName({ text, hits, name, locale }: Scan): ContentStatement[] {
  const first = hits[0];
  if (name === undefined || !first || first.start > 0) return [];
  const isDenied = isRole(first, "not_after", "free") && first.end >= text.trimEnd().length;
  if (!isDenied && !isRole(first, "contains")) return [];
  const asked = scanWords(name.replaceAll("_", " "), { locale });
  return asked.hits.flatMap((hit): ContentStatement[] => {
    const concept = keyOf(hit, "substance", "material");
    if (concept === "") return [];
    const place = { at: { start: 0, end: text.length }, quote: text };
    const provable = isDenied ? provableDenial(concept) : null;
    return [{ kind: "content", concept, polarity: isDenied ? "denied" : "affirmed", provable, ...place }];
  });
}

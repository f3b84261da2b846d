import type { Evidence, StoredWarning } from "../db/schema/index.ts";
import { digestOf } from "../lib/digest.ts";
import { type Code, rules } from "../rules/check-codes.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { typeConfigOf } from "../rules/type-config-of.ts";
import { findingKey, type KeptFinding } from "./evidence/kept-finding.ts";
import { placesOf, placesOfSpans } from "./evidence/places.ts";
import { shownFact } from "./evidence/shown-fact.ts";
import type { Finding } from "./finding.ts";
import { toldOf } from "./told-of.ts";

/** It holds a text back: grave, and nobody kept it. */
export function isBlocking({ severity, decision }: Pick<StoredWarning, "severity" | "decision">): boolean {
  return severity === "block" && !decision;
}

/** Nothing is wrong with the words, whatever they would take off the page. */
export function isSound(warnings: readonly Pick<StoredWarning, "code" | "severity" | "decision">[]): boolean {
  return warnings.every((warning) => !isBlocking(warning) || warning.code === "LOST_MEDIA");
}

/** Severities as a config sets them, by code. */
export type CheckSettings = Partial<Record<Code, StoredWarning["severity"] | "off">>;

/** What a config sets for a content type, over what it sets for all. */
export function settingsOf(config: ContentConfig, contentType: string): CheckSettings {
  return { ...config.checks, ...typeConfigOf(config, contentType)?.checks };
}

/** What all checks together make of one text. */
export interface CheckResult {
  warnings: StoredWarning[];
  /** for the model: what blocks and it can mend; empty when nothing is worth a repair */
  findings: string[];
  evidence: Evidence[];
  /** sentences that the program cannot settle by itself, to the letter and each once: for the examiner */
  doubts: string[];
  /** true when a warning blocks approval in bulk */
  blocked: boolean;
  /** true when the text itself is not to be stored, only what was wrong with it */
  withheld: boolean;
  /** the lower the better: a blocking warning weighs more than all others together */
  score: number;
}

/** What findings of one text are weighed by. */
export interface Weighing {
  evidence?: Evidence[];
  doubts?: string[];
  settings?: CheckSettings;
  /** what a reader sees: where the findings' words stand. Default: unknown */
  text?: string;
  /** BCP-47 of the text; default: English */
  locale?: string;
  /** findings of this product's texts that a person kept */
  kept?: readonly KeptFinding[];
}

/** At most so many warnings of one text are kept; a hostile one could bring thousands. */
const maxWarnings = 25;
/** What one more blocking warning weighs; all light ones together weigh less. */
const blockWeight = 1_000;
const withheldWeight = 1_000_000;
const idChars = 12;

interface Weighed {
  finding: Finding;
  warning: StoredWarning;
  /** worth asking the model again */
  repair: boolean;
}

/** Counts all findings; only then is the list cut, blocking ones first, and the number of those left out is added. */
export function checkResultOf(contentType: string, found: readonly Finding[], weighing: Weighing = {}): CheckResult {
  const { evidence = [], doubts = [], text = "", locale = "en" } = weighing;
  const all = weigh(contentType, found, weighing);
  const blocking = all.filter(({ warning }) => isBlocking(warning)).length;
  const withheld = found.some(({ withhold }) => withhold);
  const weight = Math.min(blocking * blockWeight, withheldWeight - blockWeight);
  const score = (withheld ? withheldWeight : 0) + weight + Math.min(all.length, blockWeight - 1);
  const { warnings, findings } = cut(all, { text, locale });
  return { warnings, findings, evidence, doubts, blocked: blocking > 0, withheld, score };
}

/** Each description once, with the heaviest severity that it was found with. */
function weigh(contentType: string, found: readonly Finding[], { settings = {}, kept = [] }: Weighing): Weighed[] {
  const all = new Map<string, Weighed>();
  const decisions = new Map(
    kept.filter((one) => one.contentType === contentType).map((one) => [findingKey(one), one.decision]),
  );
  for (const finding of found) {
    const isFixed = finding.fixed === true || finding.code === "UNSAFE_HTML";
    const setting = isFixed ? undefined : settings[finding.code];
    if (setting === "off") continue;
    const { code, description } = finding;
    const { severity, repair } = rules[code];
    const key = findingKey({ ...finding, fact: finding.fact && shownFact(finding.fact) });
    // Kept before its words were known, it was kept by its description.
    const decision = isFixed ? undefined : (decisions.get(key) ?? decisions.get(findingKey({ code, description })));
    const warning: StoredWarning = {
      content_type: contentType,
      code: finding.code,
      description: finding.description,
      severity: setting ?? finding.severity ?? severity,
      ...(finding.product ? { product: finding.product, other: { productId: finding.product.id } } : {}),
      ...(finding.details ? { details: finding.details } : {}),
      id: digestOf(key).slice(0, idChars),
      ...(isFixed ? { fixed: true } : {}),
      ...(decision ? { decision } : {}),
    };
    const known = all.get(finding.description);
    if (known && (known.warning.severity === "block" || warning.severity !== "block")) continue;
    // A call costs money, and a text that is written again may lose what was right in it: only what blocks is worth that.
    const isRepaired = (finding.repair ?? repair) && isBlocking(warning);
    all.set(finding.description, { finding, warning, repair: isRepaired });
  }
  return [...all.values()];
}

function cut(
  all: readonly Weighed[],
  { text, locale }: { text: string; locale: string },
): Pick<CheckResult, "warnings" | "findings"> {
  const heaviest =
    all.length > maxWarnings
      ? all.toSorted((a, b) => Number(isBlocking(b.warning)) - Number(isBlocking(a.warning)))
      : all;
  const kept = heaviest.slice(0, maxWarnings);
  const left = heaviest.slice(maxWarnings);
  const warnings = kept.map((one) => placed(one, text));
  const findings = kept.flatMap(({ finding, repair }) => (repair ? toldOf(finding, { text, locale }) : []));
  const [first] = left;
  if (first) {
    const blocking = left.filter(({ warning }) => isBlocking(warning)).length;
    const description = `${left.length} more ${left.length === 1 ? "finding is" : "findings are"} not listed${blocking > 0 ? `, ${blocking} of them blocking` : ""}`;
    const { content_type, code, severity } = first.warning;
    warnings.push({ content_type, code, severity, description, details: { kind: "not_listed", count: left.length } });
    if (left.some(({ repair }) => repair)) findings.push(`${left.length} more of these kinds`);
  }
  return { warnings, findings };
}

/** With the words that it is about, where they stand, and what they contradict. */
function placed({ finding, warning }: Weighed, text: string): StoredWarning {
  const { quote, spans, fact, fix } = finding;
  if (quote === undefined) return warning;
  return {
    ...warning,
    quote,
    at: spans ? placesOfSpans(text, spans) : placesOf(text, quote),
    ...(fact ? { fact: shownFact(fact) } : {}),
    ...(fix === undefined ? {} : { fix: { quote, with: fix } }),
  };
}

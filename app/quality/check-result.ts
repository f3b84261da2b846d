import type { Evidence, StoredWarning } from "../db/schema/index.ts";
import { type Code, rules } from "../rules/check-codes.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { typeConfigOf } from "../rules/type-config-of.ts";
import type { Finding } from "./finding.ts";

/** Nothing is wrong with the words, whatever they would take off the page. */
export function isSound(warnings: readonly Pick<StoredWarning, "code" | "severity">[]): boolean {
  return warnings.every(({ code, severity }) => severity !== "block" || code === "LOST_MEDIA");
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
  /** for the model, empty when nothing is worth a repair */
  findings: string[];
  evidence: Evidence[];
  /** true when a warning blocks approval in bulk */
  blocked: boolean;
  /** true when the text itself is not to be stored, only what was wrong with it */
  withheld: boolean;
  /** the lower the better: a blocking warning weighs more than all others together */
  score: number;
}

/** At most so many warnings of one text are kept; a hostile one could bring thousands. */
const maxWarnings = 25;
/** What one more blocking warning weighs; all light ones together weigh less. */
const blockWeight = 1_000;
const withheldWeight = 1_000_000;

interface Weighed {
  warning: StoredWarning;
  /** undefined: not worth asking the model again */
  told: string | undefined;
}

/** Counts all findings; only then is the list cut, blocking ones first, and the number of those left out is added. */
export function checkResultOf(
  contentType: string,
  found: readonly Finding[],
  evidence: Evidence[],
  settings: CheckSettings = {},
): CheckResult {
  const all = weigh(contentType, found, settings);
  const blocking = all.filter(isBlocking).length;
  const withheld = found.some(({ withhold }) => withhold);
  const weight = Math.min(blocking * blockWeight, withheldWeight - blockWeight);
  const score = (withheld ? withheldWeight : 0) + weight + Math.min(all.length, blockWeight - 1);
  const { warnings, findings } = cut(all);
  return { warnings, findings, evidence, blocked: blocking > 0, withheld, score };
}

/** Each description once, with the heaviest severity that it was found with. */
function weigh(contentType: string, found: readonly Finding[], settings: CheckSettings): Weighed[] {
  const all = new Map<string, Weighed>();
  for (const finding of found) {
    const setting = finding.fixed || finding.code === "UNSAFE_HTML" ? undefined : settings[finding.code];
    if (setting === "off") continue;
    const { severity, repair } = rules[finding.code];
    const warning = {
      content_type: contentType,
      code: finding.code,
      description: finding.description,
      severity: setting ?? finding.severity ?? severity,
      ...(finding.product ? { product: finding.product } : {}),
    };
    const known = all.get(finding.description);
    if (known && (isBlocking(known) || warning.severity !== "block")) continue;
    const told = finding.forModel ?? finding.description;
    const asked = finding.hint ? `${told} (${finding.hint})` : told;
    all.set(finding.description, { warning, told: (finding.repair ?? repair) ? asked : undefined });
  }
  return [...all.values()];
}

function cut(all: readonly Weighed[]): Pick<CheckResult, "warnings" | "findings"> {
  const heaviest =
    all.length > maxWarnings ? all.toSorted((a, b) => Number(isBlocking(b)) - Number(isBlocking(a))) : all;
  const kept = heaviest.slice(0, maxWarnings);
  const left = heaviest.slice(maxWarnings);
  const warnings = kept.map(({ warning }) => warning);
  const findings = kept.flatMap(({ told }) => told ?? []);
  const [first] = left;
  if (first) {
    const blocking = left.filter(isBlocking).length;
    const description = `${left.length} more ${left.length === 1 ? "finding is" : "findings are"} not listed${blocking > 0 ? `, ${blocking} of them blocking` : ""}`;
    const { product: _, ...rest } = first.warning;
    warnings.push({ ...rest, description });
    if (left.some(({ told }) => told !== undefined)) findings.push(`${left.length} more of these kinds`);
  }
  return { warnings, findings };
}

function isBlocking({ warning }: Weighed): boolean {
  return warning.severity === "block";
}

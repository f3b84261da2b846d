import type { Evidence, StoredWarning } from "../../db/schema/index.ts";
import type { ContentConfig } from "../content-config.ts";
import { typeConfigOf } from "../content-types.ts";

/**
 * Every code a check can give, with what it does. `block`: the text cannot be approved in bulk, only by a person who
 * overrides it. `repair`: the model is asked again. A finding may carry a lighter or heavier severity than its code.
 */
export const rules = {
  EXCEED_LENGTH: { severity: "warn", repair: true },
  BELOW_LENGTH: { severity: "warn", repair: true },
  PLACEHOLDER: { severity: "block", repair: true },
  REFUSAL: { severity: "block", repair: true },
  ECHO: { severity: "block", repair: true },
  WRONG_LANGUAGE: { severity: "block", repair: true },
  UNSUPPORTED_FACT: { severity: "block", repair: true },
  UNSAFE_HTML: { severity: "block", repair: true },
  FOREIGN_LINK: { severity: "block", repair: true },
  FORBIDDEN_WORD: { severity: "block", repair: true },
  OMITTED_KEYWORD_USED: { severity: "block", repair: true },
  MISSING_KEYWORD: { severity: "warn", repair: true },
  MISSING_CLAIM: { severity: "block", repair: true },
  MISSING_DISCLAIMER: { severity: "block", repair: true },
  ALL_CAPS: { severity: "warn", repair: true },
  DUPLICATE: { severity: "warn", repair: true },
  GLOSSARY: { severity: "warn", repair: true },
  CHANNEL_RULE: { severity: "warn", repair: true },
  ALT_TEXT: { severity: "warn", repair: true },
  IMAGE_UNSEEN: { severity: "warn", repair: false },
} as const satisfies Record<string, { severity: StoredWarning["severity"]; repair: boolean }>;

export type Code = keyof typeof rules;

/** A config may change what these do. Script and template code in a text is nothing that a shop can allow. */
export const configurableCodes = (Object.keys(rules) as Code[]).filter(isConfigurable) as [ConfigurableCode];

type ConfigurableCode = Exclude<Code, "UNSAFE_HTML">;

function isConfigurable(code: Code): code is ConfigurableCode {
  return code !== "UNSAFE_HTML";
}

/** Severities as a config sets them, by code. */
export type CheckSettings = Partial<Record<Code, StoredWarning["severity"] | "off">>;

/** What a config sets for a content type, over what it sets for all. */
export function settingsOf(config: ContentConfig, contentType: string): CheckSettings {
  return { ...config.checks, ...typeConfigOf(config, contentType)?.checks };
}

/** What one check found in one text. */
export interface Finding {
  code: Code;
  /** what a merchant reads */
  description: string;
  /** what the model reads instead */
  forModel?: string;
  /** added for the model, e.g. the limit */
  hint?: string;
  severity?: StoredWarning["severity"];
  /** the other product that it speaks of */
  product?: StoredWarning["product"];
  /** false: not worth asking the model again */
  repair?: boolean;
  /** the text must not be stored at all: it tells what nobody outside should read */
  withhold?: boolean;
  /** no setting changes it: the shop would refuse the text, or there is none */
  fixed?: boolean;
}

/** The verdict on one text. */
export interface Judgement {
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

export function judgementOf(
  contentType: string,
  found: readonly Finding[],
  evidence: Evidence[],
  settings: CheckSettings = {},
): Judgement {
  const warnings: StoredWarning[] = [];
  const findings: string[] = [];
  const seen = new Set<string>();
  for (const finding of found) {
    if (seen.has(finding.description) || warnings.length >= maxWarnings) continue;
    const setting = finding.fixed || finding.code === "UNSAFE_HTML" ? undefined : settings[finding.code];
    if (setting === "off") continue;
    seen.add(finding.description);
    const { severity, repair } = rules[finding.code];
    warnings.push({
      content_type: contentType,
      code: finding.code,
      description: finding.description,
      severity: setting ?? finding.severity ?? severity,
      ...(finding.product ? { product: finding.product } : {}),
    });
    const told = finding.forModel ?? finding.description;
    if (finding.repair ?? repair) findings.push(finding.hint ? `${told} (${finding.hint})` : told);
  }
  const blocking = warnings.filter((warning) => warning.severity === "block").length;
  const withheld = found.some(({ withhold }) => withhold);
  const score = (withheld ? 1_000_000 : 0) + blocking * 1_000 + warnings.length;
  return { warnings, findings, evidence, blocked: blocking > 0, withheld, score };
}

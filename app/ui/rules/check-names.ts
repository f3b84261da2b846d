import type { i18n } from "i18next";
import { stringsOf } from "./strings-of.ts";

/** All checks that a config may set, the gravest first, with what each does where nothing is set. */
export const usualSeverities = {
  CONTRADICTED_FACT: "block",
  UNSUPPORTED_FACT: "block",
  FORBIDDEN_WORD: "block",
  OMITTED_KEYWORD_USED: "block",
  MISSING_CLAIM: "block",
  MISSING_DISCLAIMER: "block",
  WRONG_LANGUAGE: "block",
  PLACEHOLDER: "block",
  REFUSAL: "block",
  ECHO: "block",
  FOREIGN_LINK: "block",
  LOST_MEDIA: "block",
  EXCEED_LENGTH: "warn",
  BELOW_LENGTH: "warn",
  MISSING_KEYWORD: "warn",
  DUPLICATE: "warn",
  GLOSSARY: "warn",
  CHANNEL_RULE: "warn",
  ALL_CAPS: "warn",
  ALT_TEXT: "warn",
  IMAGE_UNSEEN: "warn",
} as const satisfies Record<string, "block" | "warn">;

export type CheckCode = keyof typeof usualSeverities;

/** A check as people read it. */
export interface CheckName {
  code: CheckCode;
  label: string;
  help: string;
  usual: "block" | "warn";
}

export const checkCodes = Object.keys(usualSeverities) as CheckCode[];

/** All checks with their names in the reader's language. */
export function checkNames(t: i18n["t"]): CheckName[] {
  return checkCodes.map((code) => ({
    code,
    label: t(`rules:check.${code}.name`),
    help: t(`rules:check.${code}.help`),
    usual: usualSeverities[code],
  }));
}

/** What a check does by the rules in a form. */
export function severityOf(rules: { checks?: unknown }, code: CheckCode): "block" | "warn" | "off" {
  const set = stringsOf(rules.checks)[code];
  return set === "block" || set === "warn" || set === "off" ? set : usualSeverities[code];
}

/** A check as people read it; the code of one that no config sets, or that there is none of any more. */
export function labelOfCheck(t: i18n["t"], code: string): string {
  const known = checkCodes.find((one) => one === code);
  return known ? t(`rules:check.${known}.name`) : code;
}

import type { ModelAnswer } from "../model/port.ts";
import type { CheckResult } from "../quality/check-result.ts";
import type { FinishedText } from "../quality/fixes/finish-text.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { typeConfigOf } from "../rules/type-config-of.ts";
import { traitsOf } from "../texts/content-types.ts";
import type { Fix } from "./build-prompt.ts";

/** Of an answer that is no JSON, so much is shown to the model again. */
const quotedChars = 500;

/** The best try of a text so far. */
export interface Kept extends FinishedText {
  result: CheckResult;
}

/** The content types that are to be written again, each with what is wrong; empty when nothing is worth another call. */
export function fixesFor(
  kept: ReadonlyMap<string, Kept>,
  wanted: readonly string[],
  answer: ModelAnswer | undefined,
  config: ContentConfig,
): Map<string, Fix> {
  const fixes = new Map<string, Fix>();
  for (const contentType of wanted) {
    const text = kept.get(contentType);
    const findings = text ? text.result.findings : [missingBecause(answer, contentType, config)];
    if (findings.length === 0) continue;
    const tooLong = text?.result.warnings.some((warning) => warning.code === "EXCEED_LENGTH") ?? false;
    const guidelines = tooLong ? shortenersOf(config, contentType) : [];
    fixes.set(contentType, { text: text?.draft ?? null, findings, ...(guidelines.length > 0 ? { guidelines } : {}) });
  }
  return fixes;
}

function shortenersOf(config: ContentConfig, contentType: string): string[] {
  const own = typeConfigOf(config, contentType)?.guidelines_shortener ?? [];
  return [...new Set([...(config.guidelines_shortener ?? []), ...own])];
}

function missingBecause(answer: ModelAnswer | undefined, contentType: string, config: ContentConfig): string {
  if (answer?.kind === "refused") return `${contentType} is missing: the answer was a refusal`;
  if (answer?.kind === "truncated") return `${contentType} is missing: the answer was too long and was cut off`;
  if (answer?.kind === "not_json") return `${contentType} is missing: the answer was not JSON`;
  const shape = traitsOf(contentType, config).family === "bullets" ? "an array of strings" : "a string";
  return `${contentType} is missing: it must be ${shape} of that name`;
}

/** What the model is told that it wrote: the failing texts only. */
export function previousOf(
  kept: ReadonlyMap<string, Kept>,
  fixes: ReadonlyMap<string, Fix>,
  answer: ModelAnswer | undefined,
): string {
  const failing = [...fixes.keys()].filter((contentType) => kept.has(contentType));
  if (failing.length > 0) {
    return JSON.stringify(
      Object.fromEntries(failing.map((contentType) => [contentType, kept.get(contentType)?.draft])),
    );
  }
  if (!answer || answer.kind === "json") return "{}";
  return answer.text.slice(0, quotedChars).replace(/\p{Cs}/gu, "") || "{}";
}

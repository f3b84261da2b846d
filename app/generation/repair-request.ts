import type { ModelAnswer } from "../model/port.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { typeConfigOf } from "../rules/type-config-of.ts";
import { traitsOf } from "../texts/content-types.ts";
import { type Asked, buildRepairRequest, type Fix } from "./build-prompt.ts";
import type { GenerationContext } from "./generation-context.ts";
import type { Texts } from "./tried-texts.ts";

/** Of an answer that is no JSON, so much is shown to the model again. */
const quotedChars = 500;

/**
 * Asks for the failing content types of one call again, with the concrete findings.
 * @returns null when nothing is worth another call
 */
export function repairRequest(
  { prompt, config }: GenerationContext,
  { wanted, texts, answer }: { wanted: readonly string[]; texts: Texts; answer: ModelAnswer },
): Asked | null {
  const fixes = fixesFor(texts, wanted, answer, config);
  if (fixes.size === 0) return null;
  const request = buildRepairRequest(
    { ...prompt, contentTypes: wanted },
    { previous: previousOf(texts, fixes, answer), fixes },
  );
  // What was cut once is cut again without more room.
  const room = answer.kind === "truncated" ? 2 : 1;
  return { request: { ...request, maxOutputTokens: request.maxOutputTokens * room }, wanted: [...fixes.keys()] };
}

/** The content types that are to be written again, each with what is wrong. */
function fixesFor(
  texts: Texts,
  wanted: readonly string[],
  answer: ModelAnswer,
  config: ContentConfig,
): Map<string, Fix> {
  const fixes = new Map<string, Fix>();
  for (const contentType of wanted) {
    const text = texts.get(contentType);
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

function missingBecause(answer: ModelAnswer, contentType: string, config: ContentConfig): string {
  if (answer.kind === "refused") return `${contentType} is missing: the answer was a refusal`;
  if (answer.kind === "truncated") return `${contentType} is missing: the answer was too long and was cut off`;
  if (answer.kind === "not_json") return `${contentType} is missing: the answer was not JSON`;
  const shape = traitsOf(contentType, config).family === "bullets" ? "an array of strings" : "a string";
  return `${contentType} is missing: it must be ${shape} of that name`;
}

/** The model's own answer as the repair request repeats it: the failing texts only. */
function previousOf(texts: Texts, fixes: ReadonlyMap<string, Fix>, answer: ModelAnswer): string {
  const failing = [...fixes.keys()].filter((contentType) => texts.has(contentType));
  if (failing.length > 0) {
    return JSON.stringify(
      Object.fromEntries(failing.map((contentType) => [contentType, texts.get(contentType)?.draft])),
    );
  }
  if (answer.kind === "json") return "{}";
  return answer.text.slice(0, quotedChars).replace(/\p{Cs}/gu, "") || "{}";
}

import type { TextBody } from "../db/schema/index.ts";
import type { ModelAnswer, ModelRequest } from "../model/port.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { isImageAlt } from "../texts/slot.ts";
import { answerSchemaOf, outputTokensOf } from "./answer-schema.ts";
import { type Asked, buildRequest, type CallTexts } from "./build-prompt.ts";
import type { GenerationContext } from "./generation-context.ts";
import type { TextRules } from "./text-rules.ts";
import type { Texts } from "./tried-texts.ts";

/** What a repair says of one text. */
interface Fix {
  /** null: none came */
  text: TextBody | null;
  findings: string[];
  /** how to shorten, when the text is too long */
  guidelines?: string[];
}

/**
 * Asks for the failing texts of one call again, with the concrete findings.
 * @param call.first the call's first request: a repair repeats its documents
 * @returns null when nothing is worth another call
 */
export function repairRequest(
  context: GenerationContext,
  { first, wanted, examples }: CallTexts & { first: ModelRequest },
  { texts, answer }: { texts: Texts; answer: ModelAnswer },
): Asked | null {
  const failing: TextRules[] = [];
  const fixes: Record<string, Fix> = {};
  for (const rules of wanted) {
    const fix = fixOf(rules, texts, answer, context.source.config);
    if (!fix) continue;
    failing.push(rules);
    fixes[rules.contentType] = fix;
  }
  if (failing.length === 0) return null;
  // Pictures are shown again only where one of them is described again; the other documents stay the same.
  const shown = wanted.filter((rules) => !isImageAlt(rules.contentType) || failing.includes(rules));
  const again = shown.length === wanted.length ? first : buildRequest(context, { wanted: shown, examples });
  const request: ModelRequest = {
    ...again,
    messages: [
      ...again.messages,
      // The texts stand in here alone: an answer of the model's own before it would repeat them.
      { role: "user", content: JSON.stringify({ fix: fixes }) },
    ],
    schema: answerSchemaOf(failing),
    // What was cut once is cut again without more room.
    maxOutputTokens: outputTokensOf(failing) * (answer.kind === "truncated" ? 2 : 1),
  };
  return { request, wanted: failing };
}

/** What is wrong with a text; null when nothing is. */
function fixOf(rules: TextRules, texts: Texts, answer: ModelAnswer, config: ContentConfig): Fix | null {
  const text = texts.get(rules.contentType);
  const findings = text ? text.result.findings : [missingBecause(answer, rules)];
  if (findings.length === 0) return null;
  const tooLong = text?.result.warnings.some((warning) => warning.code === "EXCEED_LENGTH") ?? false;
  const shorteners = [...(config.guidelines_shortener ?? []), ...(rules.own?.guidelines_shortener ?? [])];
  const guidelines = tooLong ? [...new Set(shorteners)] : [];
  return { text: text?.draft ?? null, findings, ...(guidelines.length > 0 ? { guidelines } : {}) };
}

function missingBecause(answer: ModelAnswer, { contentType, traits }: TextRules): string {
  if (answer.kind === "refused") return `${contentType} is missing: the answer was a refusal`;
  if (answer.kind === "truncated") return `${contentType} is missing: the answer was too long and was cut off`;
  if (answer.kind === "not_json") return `${contentType} is missing: the answer was not JSON`;
  const shape = traits.family === "bullets" ? "an array of strings" : "a string";
  return `${contentType} is missing: it must be ${shape} of that name`;
}

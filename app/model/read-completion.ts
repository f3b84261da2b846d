import { z } from "zod";
import { isRecord } from "../lib/json.ts";
import { echoesOf } from "./find-echoes.ts";
import { type AskedFor, findJson } from "./find-json.ts";
import type { ModelAnswer, ModelMessage, ModelRequest } from "./port.ts";

const count = z.number().int().nonnegative();
const text = z.string().nullish().catch(null);
const usageSchema = z
  .object({
    prompt_tokens: count.optional().catch(undefined),
    completion_tokens: count.optional().catch(undefined),
    prompt_tokens_details: z
      .object({ cached_tokens: count.catch(0) })
      .nullish()
      .catch(null),
    /** DeepSeek's name for it */
    prompt_cache_hit_tokens: count.nullish().catch(null),
  })
  .nullish()
  .catch(null);
/** Of a choice that was cut or held back any part may be missing, the message too. */
const choiceSchema = z.object({
  finish_reason: text,
  message: z
    .object({ content: z.unknown().optional(), refusal: text, reasoning_content: text, reasoning: text })
    .nullish()
    .catch(null),
  /** of servers that know the older endpoint only */
  text,
});
const completionSchema = z
  .object({
    object: z.unknown().optional(),
    model: z.string().catch(""),
    choices: z.array(choiceSchema).nullish().catch(null),
    usage: usageSchema,
  })
  .refine(({ object, choices, usage }) => choices || usage || object === "chat.completion", "no completion");

/** The most tokens were reached, in the words of OpenAI, Anthropic, Mistral and Gemini. */
const cutReasons: ReadonlySet<string> = new Set(["length", "max_tokens", "model_length", "MAX_TOKENS"]);

/** The provider's filter held the answer back, in the words of OpenAI, Gemini and Anthropic. */
const filteredReason = /^(?:content_filter|safety|prohibited_content|blocklist|recitation|spii|refusal|sensitive)\b/i;

/** Of a server that counts no tokens. English has four bytes a token, Japanese three: a cost is never counted too low. */
const bytesPerToken = 3;

/**
 * Reads a completion. Whoever has answered is paid: anything that has choices or a usage is an outcome.
 * @throws ZodError when the reply is no chat completion at all
 */
export function readCompletion(reply: unknown, request?: ModelRequest): ModelAnswer {
  const { model, choices, usage } = completionSchema.parse(reply);
  const choice = choices?.[0];
  const message = choice?.message;
  const said = textOf(message?.content ?? choice?.text);
  const thought = message?.reasoning_content ?? message?.reasoning ?? "";
  const figures = {
    model: model || (request?.model ?? ""),
    ...tokensOf(usage, request, `${said}${thought}${message?.refusal ?? ""}`),
  };
  if (request && wasCut(request.messages, readTokens(usage))) return { ...figures, kind: "prompt_cut", text: said };
  if (message?.refusal) return { ...figures, kind: "refused", text: message.refusal };
  const reason = choice?.finish_reason ?? "";
  if (filteredReason.test(reason)) return { ...figures, kind: "refused", text: said };
  if (cutReasons.has(reason)) return { ...figures, kind: "truncated", text: said };
  // Servers that sort out the thinking sometimes sort out the answer with it.
  const json = isRecord(message?.content)
    ? message.content
    : findJson(said.trim() === "" ? thought : said, request && askedFor(request));
  return json === undefined ? { ...figures, kind: "not_json", text: said } : { ...figures, kind: "json", json };
}

function askedFor(request: ModelRequest): AskedFor {
  const { properties } = request.schema;
  return { keys: isRecord(properties) ? Object.keys(properties) : [], echoes: echoesOf(request) };
}

/** Why the first choice of a completion ended; "" where that is not given. */
export function finishOf(reply: unknown): string {
  return completionSchema.safeParse(reply).data?.choices?.[0]?.finish_reason ?? "";
}

/** How long the answer is by the server's own count, thinking included; undefined where it does not count. */
export function writtenTokens(reply: unknown): number | undefined {
  return completionSchema.safeParse(reply).data?.usage?.completion_tokens;
}

/** The text of a content that is one, or that comes in parts; parts that hold the thinking are left out. */
function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part: unknown) => {
      if (typeof part === "string") return part;
      if (!isRecord(part) || (part.type !== undefined && part.type !== "text" && part.type !== "output_text"))
        return "";
      return typeof part.text === "string" ? part.text : "";
    })
    .join("");
}

function tokensOf(
  usage: z.infer<typeof usageSchema>,
  request: ModelRequest | undefined,
  said: string,
): Pick<ModelAnswer, "tokensIn" | "tokensCached" | "tokensOut"> {
  const asked = request?.messages.map(({ content }) => content).join("") ?? "";
  const tokensIn = usage?.prompt_tokens ?? guess(asked);
  const cached = usage?.prompt_tokens_details?.cached_tokens ?? usage?.prompt_cache_hit_tokens ?? 0;
  return { tokensIn, tokensCached: Math.min(cached, tokensIn), tokensOut: usage?.completion_tokens ?? guess(said) };
}

/** Those of the prompt that the model had before it. Some count what came from a cache apart. */
function readTokens(usage: z.infer<typeof usageSchema>): number | undefined {
  if (usage?.prompt_tokens === undefined) return undefined;
  return usage.prompt_tokens + (usage.prompt_tokens_details?.cached_tokens ?? usage.prompt_cache_hit_tokens ?? 0);
}

function guess(words: string): number {
  return Math.ceil(Buffer.byteLength(words) / bytesPerToken);
}

/** Of a short prompt an estimate is too rough. */
const leastComparedTokens = 400;
/** A server that reports fewer does not count: no context is so short. */
const leastReportedTokens = 200;

/**
 * Whether a server read much less than it was sent. Ollama drops the beginning of a prompt that is longer than its context,
 * down to half of it, and answers with status 200; its count is the only evidence.
 * @param reported.tokens of the prompt, with those that came from a cache
 * @see https://github.com/ollama/ollama/issues/17889
 */
function wasCut(messages: readonly ModelMessage[], reported: number | undefined): boolean {
  if (reported === undefined || reported < leastReportedTokens) return false;
  const least = messages.reduce((sum, { content }) => sum + fewestTokens(content), 0);
  return least >= leastComparedTokens && reported < least;
}

/** Fewer than any tokenizer makes of it: six letters a token (English has four and a half), three signs of Chinese; runs count as one. */
function fewestTokens(text: string): number {
  const told = text.replace(/(.)\1{3,}/gsu, "$1");
  const wide = told.replace(/[^\u2e80-\u9fff\uac00-\ud7af]/g, "").length;
  return (told.length - wide) / 6 + wide / 3;
}

import OpenAI from "openai";
import { z } from "zod";
import type { Model, ModelAnswer, ModelMessage, ModelRequest } from "./port.ts";
import { translateModelError } from "./translate-model-error.ts";

export interface OpenAiOptions {
  /** ends in /v1 */
  baseUrl: string;
  /** servers without keys get a word that says so */
  apiKey: string | undefined;
  fetch: typeof fetch;
  /** total time of one call, body included */
  timeoutMs: number;
}

const count = z.number().int().nonnegative().catch(0);
const completionSchema = z.object({
  model: z.string().catch(""),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z
    .object({
      prompt_tokens: count,
      completion_tokens: count,
      prompt_tokens_details: z.object({ cached_tokens: count }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

/**
 * The chat completions of OpenAI or of any compatible server. One attempt a call: retrying is the job's business, since the
 * SDK's own retries multiply with it and also repeat calls refused for billing.
 */
export function createOpenAiModel(options: OpenAiOptions): Model {
  const client = createOpenAiClient(options);
  return {
    async complete(request, { signal }) {
      // Bounds the whole call, body included; the SDK's own default is ten minutes.
      const deadline = AbortSignal.timeout(options.timeoutMs);
      try {
        const reply = await client.chat.completions.create(bodyOf(request), {
          signal: AbortSignal.any([signal, deadline]),
        });
        return readCompletion(reply, request.model);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        throw translateModelError(error, { timedOut: deadline.aborted });
      }
    },
  };
}

export function createOpenAiClient(options: Pick<OpenAiOptions, "baseUrl" | "apiKey" | "fetch">): OpenAI {
  return new OpenAI({
    baseURL: options.baseUrl,
    apiKey: options.apiKey || "no-key",
    organization: null,
    project: null,
    maxRetries: 0,
    fetch: options.fetch,
    fetchOptions: { redirect: "error" },
    logLevel: "off",
  });
}

export function bodyOf(request: ModelRequest): OpenAI.ChatCompletionCreateParamsNonStreaming {
  return {
    model: request.model,
    messages: request.messages.map(messageOf),
    max_completion_tokens: request.maxOutputTokens,
    response_format: {
      type: "json_schema",
      json_schema: { name: request.schemaName, strict: true, schema: request.schema },
    },
  };
}

/** Pictures go in as they are: whoever wants another address or bytes puts them there before. */
function messageOf({ role, content, images = [] }: ModelMessage): OpenAI.ChatCompletionMessageParam {
  if (role !== "user" || images.length === 0) return { role, content };
  const pictures = images.flatMap(({ url, label }): OpenAI.ChatCompletionContentPart[] => [
    { type: "text", text: label },
    // 512 px are enough to say what a picture shows, at a tenth of the tokens.
    { type: "image_url", image_url: { url, detail: "low" } },
  ]);
  return { role, content: [{ type: "text", text: content }, ...pictures] };
}

/** Exported for its test. @throws ZodError when the reply is no chat completion */
export function readCompletion(reply: unknown, asked: string): ModelAnswer {
  const completion = completionSchema.parse(reply);
  const [choice] = completion.choices;
  const text = choice?.message.content ?? "";
  const usage = {
    model: completion.model || asked,
    tokensIn: completion.usage?.prompt_tokens ?? 0,
    tokensCached: completion.usage?.prompt_tokens_details?.cached_tokens ?? 0,
    tokensOut: completion.usage?.completion_tokens ?? 0,
  };
  if (choice?.message.refusal) return { ...usage, kind: "refused", text: choice.message.refusal };
  if (choice?.finish_reason === "content_filter") return { ...usage, kind: "refused", text };
  if (choice?.finish_reason === "length") return { ...usage, kind: "truncated", text };
  const parsed = parseJson(text);
  return parsed === undefined ? { ...usage, kind: "not_json", text } : { ...usage, kind: "json", json: parsed };
}

/** Some compatible servers put a Markdown fence around the JSON. */
function parseJson(text: string): unknown {
  const trimmed = text.trim();
  const bare = trimmed.startsWith("```") ? trimmed.replace(/^```[a-z]*\s*/i, "").replace(/```$/, "") : trimmed;
  try {
    return JSON.parse(bare);
  } catch {
    return undefined;
  }
}

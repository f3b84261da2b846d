import { z } from "zod";
import { type OpenAiError, openAiError } from "./openai-error.ts";
import type { Schema } from "./write-answer.ts";

const part = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({
    type: z.literal("image_url"),
    image_url: z.object({ url: z.string().min(1), detail: z.enum(["auto", "low", "high"]).optional() }),
  }),
]);
const content = z
  .union([
    z.string().transform((text) => [{ type: "text" as const, text }]),
    z.array(part).min(1),
    z.null().transform(() => []),
  ])
  .optional()
  .default([]);
const message = z
  .object({ role: z.enum(["system", "developer", "user", "assistant", "tool", "function"]), content })
  .transform(({ role, content: parts }) => ({
    role,
    /** texts and pictures in the order in which they came */
    parts,
    content: parts.flatMap((one) => (one.type === "text" ? [one.text] : [])).join("\n"),
  }));

const responseFormat = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text") }),
  z.object({ type: z.literal("json_object") }),
  z.object({
    type: z.literal("json_schema"),
    json_schema: z.object({
      name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
      description: z.string().optional(),
      strict: z.boolean().nullish(),
      schema: z.record(z.string(), z.unknown()),
    }),
  }),
]);

const requestSchema = z.object({
  model: z.string().min(1),
  messages: z.array(message).min(1),
  response_format: responseFormat.optional(),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().optional() }).nullish(),
  max_tokens: z.int().positive().nullish(),
  max_completion_tokens: z.int().positive().nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  n: z.literal(1).nullish(),
});

export type ChatRequest = z.infer<typeof requestSchema>;

/** Addresses of the pictures of a request, `data:` URLs among them. */
export function pictureUrls(request: Pick<ChatRequest, "messages">): string[] {
  return request.messages.flatMap(({ parts }) =>
    parts.flatMap((one) => (one.type === "image_url" ? [one.image_url.url] : [])),
  );
}

const otherArguments = new Set(
  (
    "audio frequency_penalty function_call functions logit_bias logprobs metadata modalities parallel_tool_calls " +
    "prediction presence_penalty prompt_cache_key prompt_cache_retention reasoning_effort safety_identifier seed " +
    "service_tier stop store tool_choice tools top_logprobs user verbosity web_search_options"
  ).split(" "),
);

/** The request, or the 400 that OpenAI would answer: wrong types, unknown arguments, a schema that strict mode refuses. */
export function readChatRequest(body: unknown): { request: ChatRequest } | { refused: OpenAiError } {
  if (body === null || typeof body !== "object" || Array.isArray(body)) {
    return { refused: openAiError(400, "We could not parse the JSON body of your request.") };
  }
  const known = requestSchema.shape;
  const unknown = Object.keys(body).find((key) => !(key in known) && !otherArguments.has(key));
  if (unknown !== undefined) {
    return { refused: openAiError(400, `Unrecognized request argument supplied: ${unknown}`, { param: unknown }) };
  }
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const param = issue?.path.join(".") ?? null;
    return {
      refused: openAiError(400, `Invalid value for '${param}': ${issue?.message}`, { param, code: "invalid_value" }),
    };
  }
  const format = parsed.data.response_format;
  if (format?.type === "json_object" && !parsed.data.messages.some(({ content }) => /json/i.test(content))) {
    return {
      refused: openAiError(
        400,
        "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
        { param: "messages" },
      ),
    };
  }
  if (format?.type === "json_schema" && format.json_schema.strict === true) {
    const fault = strictFault(format.json_schema.schema, []);
    if (fault !== undefined) {
      return {
        refused: openAiError(400, `Invalid schema for response_format '${format.json_schema.name}': ${fault}`, {
          param: "response_format",
        }),
      };
    }
  }
  return { request: parsed.data };
}

/**
 * Strict mode wants every object closed and every property required.
 * @see https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
 */
function strictFault(schema: Schema, path: string[]): string | undefined {
  const context = `In context=(${path.map((part) => `'${part}'`).join(", ")})`;
  if (path.length === 0 && schema.type !== "object") return `schema must be a JSON Schema of 'type: "object"'.`;
  if (schema.type === "object") {
    const properties = isSchema(schema.properties) ? schema.properties : {};
    if (schema.additionalProperties !== false) {
      return `${context}, 'additionalProperties' is required to be supplied and to be false.`;
    }
    const required = Array.isArray(schema.required) ? schema.required : [];
    const missing = Object.keys(properties).find((key) => !required.includes(key));
    if (missing !== undefined) {
      return `${context}, 'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`;
    }
    for (const [key, inner] of Object.entries(properties)) {
      const fault = isSchema(inner) ? strictFault(inner, [...path, "properties", key]) : undefined;
      if (fault !== undefined) return fault;
    }
  }
  return schema.type === "array" && isSchema(schema.items) ? strictFault(schema.items, [...path, "items"]) : undefined;
}

function isSchema(value: unknown): value is Schema {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

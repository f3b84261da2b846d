import { z } from "zod";
import { wrappingKinds } from "./wrap-answer.ts";

/** How a server that calls itself compatible with OpenAI differs from it. Where each is documented: docs/decisions/015. */
const mannerSchema = z.strictObject({
  /** the names it takes for the most tokens of an answer; another one is refused */
  tokenParameters: z.array(z.enum(["max_tokens", "max_completion_tokens"])),
  /** of these names, those that it takes unread: its answers get as long as they like */
  unheededLimits: z.array(z.enum(["max_tokens", "max_completion_tokens"])),
  /** of a longer prompt the beginning is dropped, without a word; half of it and two tokens are left */
  contextTokens: z.int().positive().nullable(),
  /** the most tokens that may be asked for */
  mostTokens: z.int().positive().nullable(),
  /** the kinds of `response_format` that it takes; another one is refused */
  formats: z.array(z.enum(["text", "json_object", "json_schema"])),
  /** takes a `response_format`, and does as if it were not there */
  ignoresFormat: z.boolean(),
  pictures: z.boolean(),
  /** false: it fetches none, and takes them as `data:` URLs only */
  pictureAddresses: z.boolean(),
  /** refuses a system message, and two messages of one role in a row */
  alternates: z.boolean(),
  /** arguments that it refuses by name */
  refusedArguments: z.array(z.string()),
  /** the status of its refusals */
  refusalStatus: z.int().min(400).max(599),
  /** `in_200`: every error comes with status 200, its own status inside. `bare`: a refusal that gives no reason */
  errors: z.enum(["openai", "detail", "message", "message_detail", "string", "text", "html", "list", "in_200", "bare"]),
  /** which field of an answer holds its text */
  content: z.enum(["string", "parts", "thinking_parts", "beside_reasoning", "in_reasoning"]),
  /** what surrounds the JSON of an answer, or what became of its fields */
  wrapping: z.enum(wrappingKinds),
  usage: z.boolean(),
  finishReason: z.enum(["given", "missing", "always_stop"]),
  /** `always`: events although nobody asked for them. `tail`: whole JSON with an end-of-stream mark behind it */
  stream: z.enum(["as_asked", "always", "tail"]),
  modelsEndpoint: z.boolean(),
});
export type ServerManner = z.infer<typeof mannerSchema>;

export const openAiManner: ServerManner = {
  tokenParameters: ["max_completion_tokens", "max_tokens"],
  unheededLimits: [],
  contextTokens: null,
  mostTokens: null,
  formats: ["text", "json_object", "json_schema"],
  ignoresFormat: false,
  pictures: true,
  pictureAddresses: true,
  alternates: false,
  refusedArguments: [],
  refusalStatus: 400,
  errors: "openai",
  content: "string",
  wrapping: "none",
  usage: true,
  finishReason: "given",
  stream: "as_asked",
  modelsEndpoint: true,
};

/** Servers as they were documented or reported. */
const servers = {
  openai: {},
  mistral: {
    tokenParameters: ["max_tokens"],
    refusedArguments: ["store", "prompt_cache_key", "safety_identifier", "logit_bias"],
    refusalStatus: 422,
    errors: "message_detail",
    content: "thinking_parts",
  },
  deepseek: {
    tokenParameters: ["max_tokens"],
    mostTokens: 8_192,
    formats: ["text", "json_object"],
    pictures: false,
    content: "beside_reasoning",
  },
  vllm_old: {
    tokenParameters: ["max_tokens"],
    errors: "message",
    alternates: true,
    mostTokens: 8_000,
    pictures: false,
  },
  lm_studio: { formats: ["text", "json_schema"], errors: "string", wrapping: "think" },
  llama_cpp: { alternates: true, pictures: false, refusalStatus: 500, content: "beside_reasoning" },
  ollama: {
    unheededLimits: ["max_completion_tokens"],
    contextTokens: 4_096,
    pictureAddresses: false,
    content: "beside_reasoning",
  },
  openai_reasoning: { tokenParameters: ["max_completion_tokens"] },
  groq: { formats: ["text", "json_object"] },
  gemini: { errors: "list", refusedArguments: ["store", "seed", "logit_bias", "prompt_cache_key"], wrapping: "fence" },
  anthropic: { ignoresFormat: true, wrapping: "prose" },
  openrouter: { errors: "in_200", pictures: false, finishReason: "missing" },
  azure_old: { tokenParameters: ["max_tokens"], formats: ["text", "json_object"] },
  gateway: { stream: "always", usage: false, modelsEndpoint: false, formats: ["text"], errors: "html" },
  unspoken: { tokenParameters: ["max_tokens"], formats: ["text"], errors: "bare", refusalStatus: 422 },
} satisfies Record<string, Partial<ServerManner>>;
export const serverNames = Object.keys(servers) as (keyof typeof servers)[];

/** A server by its name, or by what differs from OpenAI's. */
export const serverSchema = z
  .union([z.enum(serverNames), mannerSchema.partial()])
  .transform((given) =>
    mannerSchema.parse({ ...openAiManner, ...(typeof given === "string" ? servers[given] : given) }),
  );

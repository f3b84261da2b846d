import { z } from "zod";

/** What a model's server accepts. OpenAI's accepts all. */
export const serverTraitsSchema = z.object({
  /** the argument that bounds an answer's tokens */
  tokenParameter: z.enum(["max_completion_tokens", "max_tokens", "none"]),
  /** the most that it may ask for; null when no limit is known */
  mostOutputTokens: z.int().positive().nullable(),
  /** how the answer's form is asked for; without either by words alone */
  structure: z.enum(["json_schema", "json_object", "none"]),
  /** the schema is repeated in words: this server accepts the argument and ignores it */
  explained: z.boolean(),
  images: z.boolean(),
  /** it fetches no pictures by their address: they are sent as files */
  imageFiles: z.boolean().default(false),
  /** false: an answer got longer than was asked for */
  heedsLimit: z.boolean().default(true),
  /** `alternating`: no system message, and no two messages of one role in a row */
  turns: z.enum(["free", "alternating"]),
});
export type ServerTraits = z.infer<typeof serverTraitsSchema>;

export const openAiTraits: ServerTraits = {
  tokenParameter: "max_completion_tokens",
  mostOutputTokens: null,
  structure: "json_schema",
  explained: false,
  images: true,
  imageFiles: false,
  heedsLimit: true,
  turns: "free",
};

/**
 * What a server that nobody knows is asked with. All obey `max_tokens` except those that refuse it with an error; the newer name is
 * silently ignored by some, whose answers are then unlimited.
 */
export const firstTraits: ServerTraits = { ...openAiTraits, tokenParameter: "max_tokens" };

export function sameTraits(a: ServerTraits, b: ServerTraits): boolean {
  return (Object.keys(openAiTraits) as (keyof ServerTraits)[]).every((name) => a[name] === b[name]);
}

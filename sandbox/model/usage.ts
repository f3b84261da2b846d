import { createHash } from "node:crypto";

export interface Usage {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
  prompt_tokens_details: { cached_tokens: number; audio_tokens: number };
  completion_tokens_details: { reasoning_tokens: number; audio_tokens: number };
}

export function usageOf(promptTokens: number, cachedTokens: number, completionTokens: number): Usage {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    prompt_tokens_details: { cached_tokens: cachedTokens, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0 },
  };
}

/** A rough count, as good as needed for budgets: four Latin characters or one of another script are a token. */
export function tokensOf(text: string): number {
  let wide = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x2e7f) wide += 1;
  return Math.ceil((text.length - wide) / 4) + wide;
}

const perMessageTokens = 4;
/** A square picture of 512 px and more. @see https://platform.openai.com/docs/guides/images-vision#calculating-costs */
const pictureTokens = 765;
const lowPictureTokens = 85;

type Part = { type: "text" } | { type: "image_url"; image_url: { url: string; detail?: string | undefined } };

export interface CountedMessage {
  role: string;
  content: string;
  parts?: readonly Part[];
}

const stepTokens = 128;
const rememberedPrefixes = 20_000;

/**
 * Prompt caching as OpenAI does it: the longest start of the messages that was sent before counts as cached, in steps of 128
 * tokens, and only from `leastTokens` (theirs: 1,024) on.
 * @see https://platform.openai.com/docs/guides/prompt-caching
 */
export class PromptCache {
  readonly #seen = new Set<string>();
  readonly #leastTokens: number;

  constructor(leastTokens: number) {
    this.#leastTokens = leastTokens;
  }

  /** Counts a prompt and remembers its prefixes. */
  count(model: string, messages: readonly CountedMessage[]): { tokens: number; cached: number } {
    const hash = createHash("sha256").update(model);
    let tokens = 0;
    let cached = 0;
    for (const { role, content, parts = [] } of messages) {
      const pictures = parts.flatMap((part) => (part.type === "image_url" ? [part.image_url] : []));
      tokens += tokensOf(content) + perMessageTokens;
      for (const { detail } of pictures) tokens += detail === "low" ? lowPictureTokens : pictureTokens;
      const prefix = hash
        .update(`\0${role}\0${content}\0${pictures.map(({ url }) => url).join("\0")}`)
        .copy()
        .digest("base64");
      if (this.#seen.has(prefix)) cached = tokens;
      else this.#remember(prefix);
    }
    const whole = Math.floor(cached / stepTokens) * stepTokens;
    return { tokens, cached: whole >= this.#leastTokens ? whole : 0 };
  }

  clear(): void {
    this.#seen.clear();
  }

  #remember(prefix: string): void {
    this.#seen.add(prefix);
    if (this.#seen.size > rememberedPrefixes) {
      const [oldest] = this.#seen;
      if (oldest !== undefined) this.#seen.delete(oldest);
    }
  }
}

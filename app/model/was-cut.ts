import type { ModelMessage } from "./port.ts";

/** Of a short prompt an estimate says too little. */
const leastTokens = 400;
/** A server that reports fewer does not count: no context is so short. */
const leastReported = 200;

/**
 * Whether a server read much less than it was sent. Ollama drops the beginning of a prompt that is longer than its context,
 * down to half of it, and answers with status 200; its count is the only sign.
 * @param reported.tokens of the prompt, with those that came from a cache
 * @see https://github.com/ollama/ollama/issues/17889
 */
export function wasCut(messages: readonly ModelMessage[], reported: number | undefined): boolean {
  if (reported === undefined || reported < leastReported) return false;
  const least = messages.reduce((sum, { content }) => sum + fewestTokens(content), 0);
  return least >= leastTokens && reported < least;
}

/** Fewer than any tokenizer makes of it: six letters a token (English has four and a half), three signs of Chinese; runs count as one. */
function fewestTokens(text: string): number {
  const told = text.replace(/(.)\1{3,}/gsu, "$1");
  const wide = told.replace(/[^\u2e80-\u9fff\uac00-\ud7af]/g, "").length;
  return (told.length - wide) / 6 + wide / 3;
}

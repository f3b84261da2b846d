import { APIError } from "openai";
import { isRecord } from "../lib/json.ts";
import { aboutModel } from "./about-model.ts";
import { readVerdict } from "./read-verdict.ts";
import type { ServerTraits } from "./server-traits.ts";

/** What a server refused in a request; `unclear` when its message does not name it. */
export type Refusal =
  | {
      what:
        | "token_parameter"
        | "structure"
        | "images"
        | "image_address"
        | "picture"
        | "turns"
        | "prompt_length"
        | "model"
        | "unclear";
    }
  | { what: "token_number"; most: number };

/** Statuses of refusals. Some servers answer what they do not take as if they were out of order. */
const refusing: ReadonlySet<number> = new Set([400, 403, 404, 405, 422, 500, 501]);

/** Of a server that seems out of order: it is not, where its words are about the request. */
const aboutRequest = /support|must |not permitted|not allowed|unknown variant|invalid/i;
const aboutPicture =
  /(?:download|fetch|load|decode|process|open|read)\w* (?:the |an |this |your )?(?:image|picture|url|https?:)|invalid_image|unsupported image|image (?:is )?too (?:large|small|big)|image.{0,40}(?:corrupt|format)/i;
/** It takes pictures, but not by their address. */
const aboutAddress =
  /invalid image (?:input|url)|illegal base64|image urls? (?:are|is) not supported|remote images?|(?:only|must be|expects?|requires?)\b.{0,40}\b(?:base64|data:? ?ur[il])/i;
const aboutImages = /image_url|\bimages?\b|vision|multi-?modal|mmproj|content part|content must be a string/i;
const aboutTurns =
  /roles? must alternate|system (?:role|message|prompt)s?\b.{0,40}(?:not|only)|(?:only|unsupported|unexpected).{0,60}\broles?\b|does not support 'system'/i;
const aboutStructure =
  /response_format|response format|json_schema|json_object|json mode|structured output|guided_|grammar|response_schema|requested parameters/i;
const aboutPromptLength =
  /context_length_exceeded|maximum context length|context (?:length|size|window)|prompt is too long|too many (?:input )?tokens|exceeds? the (?:available )?context/i;

/** How much a context holds, and how much of it the prompt takes: OpenAI's and vLLM's words. */
const contexts = [
  /maximum context length (?:is|of) (\d{3,8}) tokens.{0,80}?\((\d{1,8}) (?:in|of|from)[^,)]{0,60}, ?\d+ in the (?:completion|output)/i,
  /maximum context length is (\d{3,8}) tokens and your request has (\d{1,8}) input tokens/i,
];
/** DeepSeek, OpenAI, Groq, Anthropic. */
const mosts = [
  /range of \S+ is \[\d+, ?(\d{2,8})\]/i,
  /(?:less than or equal to|at most|no more than|must be <=|cannot exceed)\D{0,20}(\d{2,8})/i,
  /> ?(\d{2,8}), which is the maximum/i,
];

/**
 * Whether a refusal shows what holds for other requests to the server too: it names the argument in a field of its own, or has
 * it in words of which none are from our request. Any other one may be about the product that was asked about.
 */
export function isAboutServer(error: unknown, refusal: Refusal): boolean {
  if (!(error instanceof APIError) || refusal.what === "unclear") return false;
  return namedRefusal(error) === refusal.what || !(isRecord(error.error) && error.error.quoted === true);
}

/** What an error is about by the argument that it names, whatever its words are. */
function namedRefusal({
  param,
  code,
}: APIError): "token_parameter" | "token_number" | "structure" | "messages" | undefined {
  const argument = typeof param === "string" ? param : "";
  if (/^max_(?:completion_)?tokens$/.test(argument)) {
    return code === "integer_above_max_value" ? "token_number" : "token_parameter";
  }
  if (/^response_format\b/.test(argument)) return "structure";
  return /^(?:messages|model)\b/.test(argument) ? "messages" : undefined;
}

/** @returns undefined for an error that is no refusal of the request itself */
export function readRefusal(error: unknown, sent: { traits: ServerTraits; images: boolean }): Refusal | undefined {
  if (!(error instanceof APIError) || readVerdict(error) !== undefined) return undefined;
  if (!refusing.has(Number(error.status))) return undefined;
  const words = [error.message, error.param, error.code].filter(Boolean).join(" ").slice(0, 4_000);
  const isOutOfOrder = Number(error.status) >= 500;
  if (isOutOfOrder && !aboutRequest.test(words)) return undefined;
  const clear = clearRefusal(words, namedRefusal(error), sent);
  if (clear) return clear;
  if (error.status === 404 || error.status === 405) return { what: "model" };
  // Not about how it was asked, whatever it is about.
  if (error.status === 403) return undefined;
  return isOutOfOrder ? undefined : { what: "unclear" };
}

function clearRefusal(
  words: string,
  named: ReturnType<typeof namedRefusal>,
  { traits, images }: { traits: ServerTraits; images: boolean },
): Refusal | undefined {
  if (aboutModel.test(words)) return { what: "model" };
  // An argument that is named is what the error is about, whatever else its words are like.
  if (named === "structure" && traits.structure !== "none") return { what: "structure" };
  const parameter = traits.tokenParameter;
  if (parameter !== "none" && named !== "messages") {
    const most = mostOf(words);
    if (most !== undefined) return { what: "token_number", most };
    if (words.includes(parameter)) return { what: "token_parameter" };
  }
  if (aboutPromptLength.test(words)) return { what: "prompt_length" };
  if (traits.turns === "free" && aboutTurns.test(words)) return { what: "turns" };
  if (images && aboutAddress.test(words)) return { what: "image_address" };
  if (images && aboutPicture.test(words)) return { what: "picture" };
  // A body that could not be read is quoted whole by some: the picture is what most servers stumble over.
  if (images && aboutImages.test(words)) return { what: "images" };
  if (traits.structure !== "none" && named === undefined && aboutStructure.test(words)) return { what: "structure" };
  return undefined;
}

/** The most tokens that a server lets an answer have, where it names it; of a context the part that the prompt leaves. */
function mostOf(words: string): number | undefined {
  for (const pattern of contexts) {
    const [, context, prompt] = pattern.exec(words) ?? [];
    if (context) return positive(Number(context) - Number(prompt) - 16);
  }
  if (!/max_(?:completion_|new_)?tokens|completion tokens|output tokens/i.test(words)) return undefined;
  const most = mosts.map((pattern) => pattern.exec(words)?.[1]).find((number) => number !== undefined);
  return most ? positive(Number(most)) : undefined;
}

function positive(most: number): number | undefined {
  return most >= 256 ? most : undefined;
}

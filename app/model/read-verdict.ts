import { APIError } from "openai";
import { isRecord } from "../lib/json.ts";
import { aboutModel } from "./about-model.ts";
import { pageCode } from "./read-reason.ts";

/** What an error is about, when asking in another form cannot help. */
export type Verdict =
  /** this product's content is not let through */
  | "content"
  | "key"
  /** the key may be used from other network addresses only */
  | "network_address"
  | "billing"
  /** the provider serves no one where the app runs */
  | "country"
  /** one request asks for more than the account may use in a minute */
  | "account_limit"
  | "busy"
  /** something between the server and us answered */
  | "page";

/** By code: OpenAI and Azure, Azure's own filter, OpenRouter, Alibaba. A message may quote a product, so words come second. */
const contentCodes =
  /^(?:content_filter|content_policy_violation|invalid_prompt|moderation|responsibleaipolicyviolation|data_?inspection_?failed|safety)$/i;
const contentWords =
  /(?:input|prompt|content|request|output) (?:was|were|is|has been) (?:flagged|blocked|filtered)|prompt triggering .{0,60}content management policy|(?:may|might) contain (?:inappropriate|sensitive)/i;
const keyCodes = /^(?:invalid_api_key|api_key_\w+|permission_error|authentication_error|invalid_authentication)$/i;
const keyWords =
  /api[ _]key (?:is )?(?:not valid|invalid|expired|not found|missing)|(?:incorrect|invalid|missing|no|valid) api[ _]key|missing or invalid authorization/i;
/** Of a 403, whose words may also be about something else. */
const accessWords =
  /\b(?:api[ _]?key|key|token|auth\w*|credentials?|permissions?|forbidden|access|denied|unauthori[sz]ed|account|organi[sz]ation|project|scopes?|subscription)\b/i;
const billingCodes =
  /^(?:insufficient_(?:user_)?quota|insufficient_balance|billing_not_active|billing_hard_limit_reached)$/i;
const billingWords =
  /credit balance is too low|insufficient (?:credits?|balance|funds|quota)|does(?:n't| not) have any credits|key limit exceeded|no credits? left/i;
const networkAddressCodes = /^ip_not_(?:authorized|allowed)$/i;
const networkAddressWords = /\bip(?: address)?\b.{0,40}\bnot (?:authori[sz]ed|allowed|in (?:the|your) allow)/i;
const countryWords =
  /unsupported_country|(?:country|region|territory|location)\b.{0,30}\b(?:not|is not|isn't) supported|not available in your (?:country|region)/i;

/** Words about the request itself, of a page too: another form may be taken, or a shorter one; the same one never is. */
const aboutRequest: ReadonlySet<number> = new Set([400, 413, 414, 422, 431]);

/** @returns undefined where the error may be about how it was asked, or has no known words */
export function readVerdict(error: unknown): Verdict | undefined {
  if (!(error instanceof APIError) || typeof error.status !== "number") return undefined;
  const { status } = error;
  const codes = [error.code, error.type].map(String);
  const words = wordsOf(error);
  const has = (pattern: RegExp) => codes.some((code) => pattern.test(code));
  const says = (pattern: RegExp) => has(pattern) || pattern.test(words);
  if (status === 402 || has(billingCodes)) return "billing";
  // A 429 quotes no product. "Exceeded your current quota" alone is not about money: Gemini uses it for a minute's limit.
  if (status === 429 && billingWords.test(words)) return "billing";
  // Groq's own status for a lane without room.
  if (status === 429 || status === 498) return "busy";
  if (has(contentCodes)) return "content";
  if (status === 413 && has(/^rate_limit_exceeded$/i)) return "account_limit";
  const refusesAddress = has(networkAddressCodes) || networkAddressWords.test(words);
  if ((status === 401 || status === 403) && refusesAddress) return "network_address";
  if (status === 401) return "key";
  if (has(pageCode) && !aboutRequest.has(status)) return "page";
  if (status !== 400 && status !== 403 && status !== 422) return undefined;
  if (has(keyCodes)) return "key";
  if (says(countryWords)) return "country";
  if (contentWords.test(words)) return "content";
  if (says(billingWords)) return "billing";
  if (says(keyWords)) return "key";
  return status === 403 && !says(aboutModel) ? forbidden(words) : undefined;
}

/** A 403 without a message, or with one about access, is about the key. */
function forbidden(words: string): Verdict | undefined {
  return words.trim() === "" || accessWords.test(words) ? "key" : undefined;
}

/** The server's words, without the status that the SDK puts in front of it. */
function wordsOf(error: APIError): string {
  const own: unknown = isRecord(error.error) ? error.error.message : undefined;
  return (typeof own === "string" ? own : error.message).slice(0, 4_000);
}

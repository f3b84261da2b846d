import type { Random } from "../shared/random.ts";
import { sumUpReviews } from "./analysis/sum-up-reviews.ts";
import type { Ask } from "./ask.ts";
import type { ChatRequest } from "./chat-request.ts";
import { classify } from "./classify.ts";
import { type ExaminerHabit, examine } from "./examine.ts";
import type { ServerManner } from "./server/manner.ts";
import { compare } from "./translate/compare.ts";
import { translateAnswer } from "./translate/translate-answer.ts";
import { tokensOf } from "./usage.ts";
import { type Manner, refusalText, type Schema, writeAnswer } from "./write-answer.ts";

export interface ComposedMessage {
  content: string | null;
  refusal: string | null;
  finishReason: "stop" | "length" | "content_filter";
  flaws: string[];
}

/** The model's answer to this request. `fault` is a kind that concerns the content; other kinds change nothing here. */
export function composeMessage(
  request: ChatRequest,
  ask: Ask,
  random: Random,
  manner: Manner & { examiner: ExaminerHabit; server: Pick<ServerManner, "ignoresFormat" | "unheededLimits"> },
  fault: string | undefined,
): ComposedMessage {
  if ((ask.examined || ask.compared) && manner.examiner === "refusing") {
    return { content: null, refusal: refusalText, finishReason: "stop", flaws: [] };
  }
  if (fault === "refusal" && random.chance(0.5)) {
    return { content: null, refusal: refusalText, finishReason: "stop", flaws: [] };
  }
  const schema = schemaOf(request, ask, manner.server);
  const forced = forcedBy(fault) ?? manner.forced;
  const { answer, flaws } = ask.examined
    ? { answer: examine(ask.examined, manner.examiner, random), flaws: [] }
    : ask.compared
      ? { answer: compare(ask.compared, manner.examiner, random), flaws: [] }
      : ask.reviews
        ? { answer: sumUpReviews(ask.reviews, random, manner.flawRate), flaws: [] }
        : ask.classified
          ? classify(ask.classified, random, manner.flawRate)
          : ask.translation
            ? translateAnswer(ask.translation, schema, random, { ...manner, fault })
            : writeAnswer(ask, schema, random, { ...manner, forced });
  const message: ComposedMessage = {
    content: textOf(request, answer, manner.server),
    refusal: null,
    finishReason: "stop",
    flaws,
  };
  if (fault === "empty") return { ...message, content: random.chance(0.5) ? "" : JSON.stringify(emptied(answer)) };
  if (fault === "wrong_shape") return { ...message, content: JSON.stringify(misshapen(answer, random)) };
  if (fault === "broken_json") return { ...message, content: broken(message.content ?? "", random) };
  if (fault === "truncation") {
    return { ...message, content: cutTo(message.content ?? "", random.int(35, 80) / 100), finishReason: "length" };
  }
  return obeyTokenLimit(message, heededLimit(request, manner.server));
}

/** The keys that the answer has: those of the schema, as an argument or in the prompt; or those of the app's content types. */
export function schemaOf(
  request: ChatRequest,
  ask: Ask,
  { ignoresFormat }: Pick<ServerManner, "ignoresFormat">,
): Schema {
  const format = request.response_format;
  if (format?.type === "json_schema" && !ignoresFormat) return format.json_schema.schema;
  const told = schemaInPrompt(request);
  if (told !== undefined) return told;
  const asked = [...ask.wanted.values()];
  const properties = Object.fromEntries(
    asked.map(({ name, family }) => [
      name,
      family === "bullets" ? { type: "array", items: { type: "string" } } : { type: "string" },
    ]),
  );
  return { type: "object", properties: asked.length === 0 ? { text: { type: "string" } } : properties };
}

function forcedBy(fault: string | undefined): Manner["forced"] {
  switch (fault) {
    case "refusal":
      return "refused_in_title";
    case "hostile":
    case "wrong_language":
    case "echo":
    case "too_long":
    case "invented_number":
    case "placeholder":
      return fault;
    default:
      return undefined;
  }
}

/** A schema at the end of a user's message. */
function schemaInPrompt({ messages }: ChatRequest): Schema | undefined {
  for (const { content } of messages.toReversed()) {
    const [schema] = /\{"type":"object","properties":.*\}$/s.exec(content) ?? [];
    if (schema !== undefined) return JSON.parse(schema) as Schema;
  }
  return undefined;
}

function textOf(request: ChatRequest, answer: unknown, { ignoresFormat }: Pick<ServerManner, "ignoresFormat">): string {
  const format = ignoresFormat ? undefined : request.response_format?.type;
  const isJson = format === "json_schema" || format === "json_object" || schemaInPrompt(request) !== undefined;
  if (isJson || answer === null || typeof answer !== "object") return JSON.stringify(answer);
  return Object.values(answer).flat().join("\n\n");
}

function emptied(answer: unknown): unknown {
  if (typeof answer === "string") return "";
  if (Array.isArray(answer)) return [];
  if (answer === null || typeof answer !== "object") return answer;
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, emptied(value)]));
}

function misshapen(answer: unknown, random: Random): unknown {
  const entries = Object.entries(answer !== null && typeof answer === "object" ? answer : {});
  const shapes: (() => unknown)[] = [
    () => Object.fromEntries(entries.slice(1)),
    () => Object.fromEntries(entries.map(([key, value]) => [key, [value, value].flat().join(", ").split(", ")])),
    () => ({ first: Object.fromEntries(entries), second: Object.fromEntries(entries) }),
    () => Object.fromEntries(entries.map(([key]) => [key, null])),
    () => Object.fromEntries(entries.map(([key, value]) => [`product_${key}`, value])),
  ];
  return random.pick(shapes)();
}

function broken(content: string, random: Random): string {
  const ways: (() => string)[] = [
    () => content.slice(0, -1),
    () => content.replace(/"$|"\}$/, ""),
    () => content.replaceAll('"', "'"),
    () => content.replace('":', '" '),
    () => `Here is the content you asked for:\n\n${content.slice(1)}`,
  ];
  return random.pick(ways)();
}

function cutTo(content: string, share: number): string {
  return content.slice(0, Math.max(1, Math.floor(content.length * share)));
}

function heededLimit(
  request: ChatRequest,
  { unheededLimits }: Pick<ServerManner, "unheededLimits">,
): number | undefined {
  const names = (["max_completion_tokens", "max_tokens"] as const).filter((name) => !unheededLimits.includes(name));
  return names.map((name) => request[name]).find((limit) => typeof limit === "number") ?? undefined;
}

function obeyTokenLimit(message: ComposedMessage, limitTokens: number | undefined): ComposedMessage {
  const tokens = tokensOf(message.content ?? "");
  if (limitTokens === undefined || tokens <= limitTokens) return message;
  return { ...message, content: cutTo(message.content ?? "", limitTokens / tokens), finishReason: "length" };
}

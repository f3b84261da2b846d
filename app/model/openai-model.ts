import OpenAI from "openai";
import { digestOf } from "../lib/digest.ts";
import { createAskServer, rememberHere, type ServerKnowledge } from "./ask-server.ts";
import { chatBodyOf, mostTokensOf } from "./chat-body.ts";
import { evenOutAnswers, unreadableFinish } from "./even-out-answers.ts";
import { otherParameter } from "./next-traits.ts";
import type { Model, ModelAnswer, ModelRequest } from "./port.ts";
import { finishOf, readCompletion, writtenTokens } from "./read-completion.ts";
import { firstTraits, type ServerTraits } from "./server-traits.ts";
import { translateModelError } from "./translate-model-error.ts";

export interface OpenAiOptions {
  /** ends in /v1 */
  baseUrl: string;
  /** undefined: none is sent */
  apiKey: string | undefined;
  fetch: typeof fetch;
  /** total time of one call, body included */
  timeoutMs: number;
  /** what the server takes; default: found out again in each process */
  knowledge?: ServerKnowledge | undefined;
}

/**
 * The chat completions of OpenAI or of any compatible server. One attempt a call: retrying is the job's business, since the
 * SDK's own retries multiply with it and also repeat calls refused for billing. What the server does not take of a request is
 * asked for in another way; a refusal costs nothing.
 */
export function createOpenAiModel(options: OpenAiOptions): Model {
  const client = createOpenAiClient({ ...options, fetch: evenOutAnswers(options.fetch) });
  const knowledge = options.knowledge ?? rememberHere();
  const askServer = createAskServer(knowledge);
  return {
    async complete(request, { signal }) {
      // Bounds the whole call, body included; the SDK's own default is ten minutes.
      const deadline = AbortSignal.timeout(options.timeoutMs);
      const bound = AbortSignal.any([signal, deadline]);
      const images = request.messages.some((message) => (message.images ?? []).length > 0);
      try {
        const { model, isProbe } = request;
        const asked = { model, images, subject: subjectOf(request), isProbe, signal: bound };
        const reply = await askServer(asked, async (traits) => {
          const completion: unknown = await client.chat.completions.create(chatBodyOf(request, traits), {
            signal: bound,
          });
          const answer = readCompletion(completion, request);
          return { completion, answer, traits };
        });
        await noteUnheeded(knowledge, request, reply);
        await noteTooLong(knowledge, request, reply);
        return reply.answer;
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        throw translateModelError(error, { timedOut: deadline.aborted });
      }
    },
  };
}

/** The same for a request and for those that ask for its texts again. */
function subjectOf({ messages }: ModelRequest): string {
  const answered = messages.findIndex(({ role }) => role === "assistant");
  return digestOf((answered < 0 ? messages : messages.slice(0, answered)).map(({ content }) => content));
}

/** Words without any JSON, although it was asked for: from now on this model gets the form in words as well. */
async function noteUnheeded(
  knowledge: ServerKnowledge,
  { model }: ModelRequest,
  { completion, answer }: { completion: unknown; answer: ModelAnswer },
): Promise<void> {
  // A server that validates its answer does not ignore the schema.
  if (finishOf(completion) === unreadableFinish) return;
  if (answer.kind !== "not_json" || answer.text.trim() === "" || answer.text.includes("{")) return;
  await knowledge.change(model, (traits = firstTraits) =>
    traits.explained || traits.structure === "none" ? null : { ...traits, explained: true },
  );
}

/** Counts differ a little between servers. */
const slack = 1.1;

/** An answer that is longer than was asked for: the other name is tried next, and where that is not heeded either it is known. */
async function noteTooLong(
  knowledge: ServerKnowledge,
  request: ModelRequest,
  { completion, traits }: { completion: unknown; traits: ServerTraits },
): Promise<void> {
  const wrote = writtenTokens(completion);
  if (wrote === undefined || traits.tokenParameter === "none" || wrote <= mostTokensOf(request, traits) * slack) return;
  await knowledge.change(request.model, (known = traits) =>
    traits.tokenParameter === "max_tokens"
      ? { ...known, heedsLimit: false }
      : { ...known, tokenParameter: otherParameter(traits) },
  );
}

export function createOpenAiClient(options: Pick<OpenAiOptions, "baseUrl" | "apiKey" | "fetch">): OpenAI {
  return new OpenAI({
    baseURL: options.baseUrl,
    // The SDK wants one even where none is sent.
    apiKey: options.apiKey || "none",
    ...(options.apiKey ? {} : { defaultHeaders: { authorization: null } }),
    organization: null,
    project: null,
    maxRetries: 0,
    fetch: options.fetch,
    fetchOptions: { redirect: "error" },
    logLevel: "off",
  });
}

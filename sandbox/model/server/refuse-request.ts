import { type ChatRequest, pictureUrls } from "../chat-request.ts";
import { type OpenAiError, openAiError } from "../openai-error.ts";
import type { ServerManner } from "./manner.ts";

/** What this server does not take of a request, in the words of those that were reported; undefined when it takes it. */
export function refuseRequest(server: ServerManner, request: ChatRequest, body: object): OpenAiError | undefined {
  const status = server.refusalStatus;
  const refuse = (message: string, param: string | null) => openAiError(status, message, { param });
  for (const name of ["max_completion_tokens", "max_tokens"] as const) {
    const asked = request[name];
    if (asked === null || asked === undefined) continue;
    if (!server.tokenParameters.includes(name)) return refuse(unsupported(server, name), name);
    if (server.mostTokens !== null && asked > server.mostTokens) {
      return refuse(`Invalid ${name} value, the valid range of ${name} is [1, ${server.mostTokens}]`, null);
    }
  }
  const argument = server.refusedArguments.find((name) => name in body);
  if (argument !== undefined) return refuse(`Extra inputs are not permitted: ${argument}`, argument);
  const format = request.response_format?.type;
  if (format !== undefined && !server.formats.includes(format)) {
    return refuse(
      server.errors === "string"
        ? `'response_format.type' must be ${server.formats.map((one) => `'${one}'`).join(" or ")}`
        : "This response_format type is unavailable now",
      "response_format",
    );
  }
  const words = request.messages.map(({ content }) => content).join(" ");
  if (format === "json_object" && !/json/i.test(words)) {
    return refuse(
      "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
      "messages",
    );
  }
  if (!server.pictures && pictureUrls(request).length > 0) {
    return status >= 500
      ? refuse("image input is not supported - hint: if this is unexpected, you may need to provide the mmproj", null)
      : refuse(
          "Failed to deserialize the JSON body into the target type: messages: unknown variant `image_url`, expected `text`",
          null,
        );
  }
  if (!server.pictureAddresses && pictureUrls(request).some((url) => !url.startsWith("data:"))) {
    return refuse("invalid image input", null);
  }
  return server.alternates ? refuseRoles(request, refuse) : undefined;
}

function unsupported(server: ServerManner, name: string): string {
  if (server.errors === "detail" || server.errors === "message_detail") return "Extra inputs are not permitted";
  const other = server.tokenParameters[0];
  return other === "max_completion_tokens"
    ? `Unsupported parameter: '${name}' is not supported with this model. Use '${other}' instead.`
    : `[{'type': 'extra_forbidden', 'loc': ('body', '${name}'), 'msg': 'Extra inputs are not permitted'}]`;
}

function refuseRoles(
  { messages }: ChatRequest,
  refuse: (message: string, param: string | null) => OpenAiError,
): OpenAiError | undefined {
  const alternate = messages.every(({ role }, i) => role === (i % 2 === 0 ? "user" : "assistant"));
  return alternate ? undefined : refuse("Conversation roles must alternate user/assistant/user/assistant/...", null);
}

import type { ServerResponse } from "node:http";
import type { OpenAiError } from "../openai-error.ts";
import type { ServerManner } from "./manner.ts";

/** Sends an error in the shape of this server. */
export function sendServerError(
  res: ServerResponse,
  errors: ServerManner["errors"],
  error: OpenAiError,
  headers: Record<string, string>,
): void {
  const { status, body } = shaped(errors, error);
  const isText = typeof body === "string";
  const type = isText ? (errors === "html" ? "text/html" : "text/plain") : "application/json";
  res.writeHead(status, { ...error.headers, ...headers, "content-type": type });
  res.end(isText ? body : JSON.stringify(body));
}

function shaped(errors: ServerManner["errors"], { status, body }: OpenAiError): { status: number; body: unknown } {
  const { message, param, type } = body.error;
  const detail = [{ type: "extra_forbidden", loc: ["body", ...(param?.split(".") ?? [])], msg: message, input: 1 }];
  switch (errors) {
    case "openai":
      return { status, body };
    case "detail":
      return { status, body: { detail } };
    case "message":
      return { status, body: { object: "error", message, type: "BadRequestError", param: null, code: status } };
    case "message_detail":
      return { status, body: { object: "error", message: { detail }, type, param: null, code: null } };
    case "string":
      return { status, body: { error: message } };
    case "text":
      return { status, body: message };
    case "html":
      return { status, body: `<html><head><title>${status}</title></head><body><h1>${message}</h1></body></html>` };
    case "list":
      return { status, body: [{ error: { code: status, message, status: "INVALID_ARGUMENT" } }] };
    case "in_200":
      return { status: 200, body: { error: { code: status, message, metadata: { provider_name: "Sandbox" } } } };
    case "bare":
      return { status, body: { error: { message: "Bad request" } } };
  }
}

import { isRecord, parseJson } from "../lib/json.ts";

/** Why a server refused, in the fields of OpenAI's error. `param` is the argument that it names. */
export interface Reason {
  message: string;
  param: string | null;
  code: string | null;
  type: string | null;
  /** the message quoted a part of the request, which was left out of it */
  quoted?: boolean;
}

const maxMessageChars = 4_000;

/** The code of a page of HTML: it comes from something in front of the server, and gives no reason. */
export const pageCode = /^html_page$/;

/** The reason in the body of an error, of whatever shape: OpenAI's, FastAPI's `detail`, a message, plain text. A page of HTML has none. */
export function readReason(body: string): Reason {
  const parsed = parseJson(body);
  if (parsed === undefined) return /^\s*</.test(body) ? { ...reason(""), code: "html_page" } : reason(body);
  return reasonOf(parsed, 0);
}

function reasonOf(value: unknown, depth: number): Reason {
  if (typeof value === "string") {
    const inner = depth < 4 && /^\s*[[{]/.test(value) ? parseJson(value) : undefined;
    return inner === undefined ? reason(value) : reasonOf(inner, depth + 1);
  }
  if (value === null || typeof value !== "object" || depth > 4) return reason("");
  if (Array.isArray(value)) {
    const all = value.slice(0, 20).map((one) => reasonOf(one, depth + 1));
    return { ...(all[0] ?? reason("")), message: cut(all.map(({ message }) => message).join("; ")) };
  }
  const own = value as Record<string, unknown>;
  const within = depth < 4 && isRecord(own.metadata) ? own.metadata.raw : undefined;
  // A relay that quotes the error of the provider behind it.
  if (within !== undefined && within !== null) return merged(own, reasonOf(within, depth + 1));
  for (const name of ["error", "errors", "detail", "message"]) {
    const inner = own[name];
    if (inner !== null && typeof inner === "object") return merged(own, reasonOf(inner, depth + 1));
  }
  const told = own.message ?? own.error ?? own.detail ?? own.msg ?? own.error_message ?? "";
  const inner = reasonOf(String(told), depth + 1);
  // FastAPI names the argument by its place in the request.
  const place = Array.isArray(own.loc) ? own.loc.filter((step) => step !== "body").join(".") : "";
  return merged(own, {
    ...inner,
    message: cut(place ? `${inner.message}: ${place}` : inner.message),
    param: place || inner.param,
  });
}

function merged(own: Record<string, unknown>, inner: Reason): Reason {
  return {
    message: inner.message,
    param: inner.param ?? wordOf(own.param),
    code: inner.code ?? finerCode(own) ?? wordOf(own.code),
    type: inner.type ?? wordOf(own.type),
  };
}

/** Where the code proper is the status once more, others are beside it: Google's `details`, OpenRouter's `metadata`. */
function finerCode(own: Record<string, unknown>): string | null {
  const details: unknown[] = Array.isArray(own.details) ? own.details : [];
  const told = details.slice(0, 20).find((one) => isRecord(one) && typeof one.reason === "string");
  if (isRecord(told)) return wordOf(told.reason);
  const { metadata } = own;
  const isFlagged =
    isRecord(metadata) && (Array.isArray(metadata.reasons) || typeof metadata.flagged_input === "string");
  return isFlagged ? "moderation" : null;
}

function reason(message: string): Reason {
  return { message: cut(message), param: null, code: null, type: null };
}

function wordOf(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value).slice(0, 200) : null;
}

function cut(message: string): string {
  return message.slice(0, maxMessageChars);
}

import { parseJson } from "../lib/json.ts";

/** Why a server refused, in the fields of OpenAI's error. `param` is the argument that it names. */
export interface Reason {
  message: string;
  param: string | null;
  code: string | null;
  type: string | null;
}

const maxMessageChars = 4_000;

/** The reason in the body of an error, of whatever shape: OpenAI's, FastAPI's `detail`, a message, plain text. A page of HTML has none. */
export function readReason(body: string): Reason {
  const parsed = parseJson(body);
  if (parsed === undefined) return reason(/^\s*</.test(body) ? "" : body);
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
    code: inner.code ?? wordOf(own.code),
    type: inner.type ?? wordOf(own.type),
  };
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

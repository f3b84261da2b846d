import type { Request, RequestHandler } from "express";
import { type BodyRule, bodyRuleOf } from "./body-rules.ts";
import { type Refusal, refuse } from "./refuse.ts";

/** A launch from the admin has about 1,500 characters, most of them the session token. */
const maxUrlChars = 8_000;
/** Browsers send about 25, proxies add some. */
const maxHeaders = 100;

/**
 * Refuses by its head alone what no page and no store of ours would send, before anything of the body is read.
 * @param options.appUrl where browsers see the app: what changes something comes from there, or from the host that was asked
 */
export function checkHead(options: { appUrl: string }): RequestHandler {
  const ownHost = new URL(options.appUrl).host;
  return (request, response, next) => {
    const rule = bodyRuleOf(request.path);
    const refusal =
      refuseAddress(request) ??
      refuseMethod(request, rule) ??
      refuseOrigin(request, ownHost) ??
      refuseBody(request, rule);
    if (refusal) return refuse(request, response, refusal);
    // Nobody reads a body that comes in chunks without need, so nobody waits for its end either.
    if (request.method !== "POST" && request.headers["transfer-encoding"] !== undefined)
      response.setHeader("Connection", "close");
    if (request.method !== "OPTIONS") return next();
    response.writeHead(204, { Allow: rule.methods.join(", ") }).end();
  };
}

function refuseAddress(request: Request): Refusal | null {
  const { url, rawHeaders } = request;
  if (url.length > maxUrlChars)
    return { status: 414, code: "address_too_long", message: `An address has at most ${maxUrlChars} characters.` };
  if (!url.startsWith("/") || !isReadable(request.path))
    return { status: 400, code: "bad_address", message: "This address cannot be read." };
  if (rawHeaders.length / 2 > maxHeaders)
    return { status: 431, code: "too_many_headers", message: `A request has at most ${maxHeaders} headers.` };
  return null;
}

/** Whether what is percent-encoded is text. */
export function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function refuseMethod({ method }: Request, { methods }: BodyRule): Refusal | null {
  if (methods.includes(method)) return null;
  const headers = { Allow: methods.join(", ") };
  return { status: 405, code: "method_not_allowed", message: `${method} is not possible here.`, headers };
}

/**
 * A page of another site may make a browser send, so what changes something has to show that it comes from a page of ours.
 * Programs send neither header; what they may do is decided by their signature or session token alone.
 */
function refuseOrigin(request: Request, ownHost: string): Refusal | null {
  if (request.method !== "POST") return null;
  const { origin, host, "sec-fetch-site": site } = request.headers;
  const foreignSite = site !== undefined && site !== "same-origin" && site !== "none";
  const foreignOrigin = origin !== undefined && ![ownHost, host].includes(hostOf(origin));
  if (!foreignSite && !foreignOrigin) return null;
  return {
    status: 403,
    code: "foreign_origin",
    message:
      "This was sent from another site than Shelfwright. Open Shelfwright from your Shopify admin and try again.",
  };
}

function hostOf(origin: string): string | undefined {
  return URL.parse(origin)?.host || undefined;
}

/** An empty list of codings is none. */
const uncompressed: ReadonlySet<string> = new Set(["", "identity"]);

function refuseBody(request: Request, rule: BodyRule): Refusal | null {
  const { headers, method } = request;
  const length = Number(headers["content-length"] ?? 0);
  if (method !== "POST") {
    // In chunks it may be empty, as some proxies send it.
    if (length === 0) return null;
    return { status: 413, code: "no_body_expected", message: `A ${method} request has no body.` };
  }
  if (rule.needs && headers[rule.needs] === undefined)
    return { status: 401, code: "not_signed", message: `The header ${rule.needs} is missing.` };
  if (!uncompressed.has((headers["content-encoding"] ?? "").trim().toLowerCase()))
    return {
      status: 415,
      code: "compressed_body",
      message: "Bodies are taken uncompressed only.",
      headers: { "Accept-Encoding": "identity" },
    };
  if (length > rule.maxBytes) return tooLarge(rule.maxBytes);
  const type = headers["content-type"];
  const fits = type === undefined ? rule.untyped : rule.types.includes(mediaTypeOf(type));
  if (fits) return null;
  return {
    status: 415,
    code: "wrong_content_type",
    message: `A body is expected as ${rule.types.join(" or ")}.`,
    headers: { Accept: rule.types.join(", ") },
  };
}

export function tooLarge(maxBytes: number): Refusal {
  return { status: 413, code: "body_too_large", message: `At most ${maxBytes.toLocaleString("en")} bytes are taken.` };
}

/** Of `a/b; c=d`, `a/b`; of a list, nothing that we know. */
function mediaTypeOf(header: string): string {
  return header.includes(",") ? "" : (header.split(";")[0] ?? "").trim().toLowerCase();
}

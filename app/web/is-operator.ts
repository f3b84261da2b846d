import { createHash, timingSafeEqual } from "node:crypto";
import type { Request } from "express";
import ipaddr from "ipaddr.js";

/** What a reverse proxy adds: then the connection is from this machine, whoever asked. */
const proxyHeaders = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"];

/**
 * Who may read the metrics: whoever sends the token as `Authorization: Bearer …`, or, where none is set, whoever asks from this
 * machine itself. Judged by the connection and not by `request.ip`, which a caller can write behind a proxy.
 */
export function isOperator(request: Request, { token }: { token: string | undefined }): boolean {
  return token === undefined ? isFromHere(request) : carries(request, token);
}

function carries(request: Request, token: string): boolean {
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  return given !== undefined && timingSafeEqual(digestOf(given), digestOf(token));
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function isFromHere(request: Request): boolean {
  const address = request.socket.remoteAddress ?? "";
  if (!ipaddr.isValid(address) || proxyHeaders.some((name) => name in request.headers)) return false;
  return ipaddr.process(address).range() === "loopback";
}

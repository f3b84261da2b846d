import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";
import { Agent, buildConnector, fetch as undiciFetch } from "undici";
import { OperationalError } from "./errors.ts";

/** Resolves a host name to all of its addresses. */
export type Resolve = (hostname: string) => Promise<string[]>;

export interface SafeFetchOptions {
  /** total time of one request, body included */
  timeoutMs: number;
  /** the most bytes of an answer, counted after decompression */
  maxBytes: number;
  /** origins of the operator's own network, which need be neither https nor public; bounded like the others */
  privateOrigins?: readonly string[] | undefined;
  resolve?: Resolve;
  /** opens the socket to the address that was checked */
  connect?: buildConnector.connector;
}

/**
 * A `fetch` for addresses that a user gave: https only, the host's addresses all public, connected to the very address
 * that was checked (so a second look-up cannot answer otherwise), no redirects, bounded time and size. Every call checks anew.
 * @throws OperationalError `address_refused`, `answer_too_large`; network errors as fetch throws them
 */
export function createSafeFetch(options: SafeFetchOptions): typeof fetch {
  const { timeoutMs, maxBytes, privateOrigins = [], resolve = resolveAll } = options;
  const connect = options.connect ?? buildConnector({ timeout: timeoutMs });
  return async function safeFetch(input, init) {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
    const isPrivate = privateOrigins.includes(url.origin);
    const address = await orAborted(isPrivate ? addressOf(url, resolve) : publicAddressOf(url, resolve), signal);
    const agent = new Agent({
      connect: (target, callback) => connect({ ...target, hostname: address, servername: nameOf(url) }, callback),
      maxResponseSize: -1,
      maxHeaderSize,
    });
    try {
      const answer = await undiciFetch(url, {
        method: request.method,
        headers: [...request.headers],
        body: request.body === null ? null : Buffer.from(await request.arrayBuffer()),
        redirect: "manual",
        signal,
        dispatcher: agent,
      });
      if (answer.status >= 300 && answer.status < 400) throw refused("the address answered with a redirect");
      const body = answer.body === null ? null : await readUpTo(answer.body, maxBytes);
      const headers = new Headers([...answer.headers]);
      // The body below is neither compressed nor chunked any more.
      for (const name of ["content-encoding", "content-length", "transfer-encoding"]) headers.delete(name);
      return new Response(bodyless.has(answer.status) ? null : body, { status: answer.status, headers });
    } finally {
      agent.destroy().catch(() => undefined);
    }
  };
}

const maxHeaderSize = 16 * 1_024;
const bodyless: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * The public address to connect to.
 * @throws OperationalError `address_refused` when the URL is not https, carries a password, or any of its addresses is not public
 */
export async function publicAddressOf(url: URL, resolve: Resolve = resolveAll): Promise<string> {
  if (url.protocol !== "https:") throw refused("only https addresses are allowed");
  if (url.username || url.password) throw refused("an address with a user name or password is not allowed");
  return addressOf(url, resolve, isPublic);
}

/** @throws OperationalError `address_refused` when there is none, or one is not allowed */
async function addressOf(url: URL, resolve: Resolve, isAllowed = (_address: string) => true): Promise<string> {
  const host = bareHost(url);
  const addresses = ipaddr.isValid(host) ? [host] : await resolve(host);
  const [first] = addresses;
  if (first === undefined) throw refused("the host has no address");
  if (!addresses.every(isAllowed)) throw refused("the host is not on the public internet");
  return first;
}

/**
 * Whether an IP address is one that anybody on the internet could have: not loopback, private, link-local, multicast … Of IPv6
 * only what is given out for that: elsewhere are forms that hold an IPv4 address.
 * @see https://www.iana.org/assignments/ipv6-address-space/ipv6-address-space.xhtml
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.process(address);
  if (read.range() !== "unicast") return false;
  return read instanceof ipaddr.IPv4 || read.match(globalUnicast);
}

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/** What TLS asks for; an address has no name, its certificate is checked by the address itself. */
function nameOf(url: URL): string | undefined {
  const host = bareHost(url);
  return ipaddr.isValid(host) ? undefined : host;
}

/** A look-up cannot be stopped, but nobody waits for it longer than for the rest. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** Without brackets, and without the dot that ends a full name: certificates know none. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$|\.$/g, "");
}

async function resolveAll(hostname: string): Promise<string[]> {
  const found = await lookup(hostname, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}

async function readUpTo(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.byteLength;
    if (bytes > maxBytes) {
      throw new OperationalError(`the answer is larger than ${maxBytes} bytes`, {
        code: "answer_too_large",
        retryable: false,
        merchantMessage: "That server's answer is too large. Check the address.",
      });
    }
    parts.push(part);
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole.buffer;
}

function refused(reason: string): OperationalError {
  return new OperationalError(reason, {
    code: "address_refused",
    retryable: false,
    merchantMessage: `This address cannot be used: ${reason}. Enter a public https address.`,
  });
}

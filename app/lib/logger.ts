import pino, { type DestinationStream } from "pino";

/**
 * What a log line may carry, by name. Everything else is dropped, so a token, prompt or customer's text that slips into a
 * log call does not reach the log.
 */
export interface LogFields {
  shop?: string;
  jobId?: string;
  jobKind?: string;
  itemSeq?: number;
  itemId?: string;
  productId?: string;
  productCount?: number;
  attempt?: number;
  code?: string;
  outcome?: string;
  topic?: string;
  webhookId?: string;
  operation?: string;
  method?: string;
  path?: string;
  status?: number;
  ms?: number;
  count?: number;
  done?: number;
  failed?: number;
  conflict?: number;
  cancelled?: number;
  provider?: string;
  port?: number;
  url?: string;
  model?: string;
  requestId?: string;
  costPoints?: number;
  tokens?: number;
  reason?: string;
  freeMb?: number;
  error?: { name: string; code?: string; message: string };
}

const allowed: ReadonlySet<string> = new Set<keyof LogFields>([
  "shop", "jobId", "jobKind", "itemSeq", "itemId", "productId", "productCount", "attempt", "code", "outcome", "topic",
  "webhookId", "operation", "method", "path", "status", "ms", "count", "done", "failed", "conflict", "cancelled", "provider", "port", "url", "model", "requestId",
  "costPoints", "tokens", "reason", "freeMb", "error",
]); // biome-ignore format: a list of names

export interface Logger {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  debug(fields: LogFields, message: string): void;
}

/** JSON lines on standard output, ISO times. @param level `debug`, `info`, `warn`, `error` or `silent` */
export function createLogger(name: string, level: string, destination?: DestinationStream): Logger {
  const options = { name, level, base: { name }, timestamp: pino.stdTimeFunctions.isoTime };
  const sink = destination ? pino(options, destination) : pino(options);
  return {
    info: (fields, message) => sink.info(pick(fields), message),
    warn: (fields, message) => sink.warn(pick(fields), message),
    error: (fields, message) => sink.error(pick(fields), message),
    debug: (fields, message) => sink.debug(pick(fields), message),
  };
}

function pick(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (!allowed.has(key) || value === undefined) continue;
    kept[key] = key === "error" && value instanceof Error ? describeError(value) : value;
  }
  return kept;
}

/** An error as a log may show it: its name and code; its message only when it is one of ours (libraries put tokens into theirs). */
export function describeError(error: unknown): { name: string; code?: string; message: string } {
  if (!(error instanceof Error)) return { name: "unknown", message: "something that is not an Error was thrown" };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { name: error.name, ...(code ? { code } : {}), message: firstLine(redact(error.message)) };
}

const secretLike = /(shp[a-z]{2,4}_[A-Za-z0-9_-]+|sk-[A-Za-z0-9_-]{8,}|eyJ[\w-]+\.[\w-]+\.[\w-]+|Bearer\s+\S+)/g;

function redact(text: string): string {
  return text.replace(secretLike, "[secret]");
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").slice(0, 300);
}

import { randomBytes } from "node:crypto";
import ipaddr from "ipaddr.js";
import { z } from "zod";
import { readMailServer, readSender } from "./mail/mail-server.ts";
import { endpointWords, readEndpoint } from "./model/endpoint.ts";
import { modelPricesSchema } from "./model/model-prices.ts";

const origin = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ""));
const port = z.coerce.number().int().min(0).max(65_535);
const secret = z.string().min(16);
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);

/** Express' own words for whose `X-Forwarded-*` headers count: so many hops before us, or proxies at these addresses. */
const proxies = z.string().transform((text, context): false | number | string[] => {
  const word = text.trim().toLowerCase();
  if (word === "false" || word === "0") return false;
  // Not all of them, as Express takes it: then any client could name any address.
  if (word === "true") return 1;
  if (/^[1-9]$/.test(word)) return Number(word);
  const places = word.split(",").map((part) => part.trim());
  if (places.every((place) => namedNetworks.includes(place) || isNetwork(place))) return places;
  context.addIssue({ code: "custom", message: "neither a number nor addresses" });
  return z.NEVER;
});
/** The library takes a bare number for an address as well. */
const isNetwork = (place: string) => /[.:]/.test(place) && (ipaddr.isValid(place) || ipaddr.isValidCIDR(place));
const namedNetworks = ["loopback", "linklocal", "uniquelocal"];
const origins = list.refine((all) => all.every((one) => URL.parse(one)?.origin === one), "not origins");
const endpoint = z.string().transform((text, context) => {
  const read = readEndpoint(text);
  if ("url" in read) return read.url;
  context.addIssue({ code: "custom", message: endpointWords[read.problem] });
  return z.NEVER;
});

const read = <T>(reader: (text: string) => T | null, why: string) =>
  z.string().transform((text, context) => {
    const value = reader(text);
    if (value !== null) return value;
    context.addIssue({ code: "custom", message: why });
    return z.NEVER;
  });

const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: "custom", message: "not JSON" });
    return z.NEVER;
  }
});

/** Days, up to ten years. */
const keep = (days: number) => z.coerce.number().min(0.01).max(3_650).default(days);
const keepSays = (what: string) => `for how many days ${what}, from 0.01 to 3650`;

/** Every setting the app reads from its environment: what it is for, and in `says` what to set when the value is wrong. */
const fields = {
  SHOPIFY_API_KEY: field(z.string().min(1), "the app's client id from the Shopify Partner dashboard; without an account run `npm run demo`, which brings its own store"),
  SHOPIFY_API_SECRET: field(list.pipe(z.tuple([secret], secret)), "the app's client secret from the Shopify Partner dashboard, at least 16 characters; during a rotation several separated by commas, the new one first: it asks for tokens, all are accepted as signatures"),
  SHOPIFY_APP_URL: field(origin, "the public address of this app, e.g. https://shelfwright.example.com"),
  SCOPES: field(list.default(["write_products", "write_files", "write_translations", "read_locales", "read_markets", "read_metaobjects", "read_metaobject_definitions", "read_content", "read_online_store_navigation", "read_legal_policies"]), "access scopes separated by commas, the same as in shopify.app.toml"),
  ENCRYPTION_KEYS: field(list.refine((keys) => keys.length > 0 && keys.every(isKey), "not 32 bytes in base64"), "32 random bytes in base64 (`openssl rand -base64 32`); several separated by commas: the first encrypts, all decrypt"),
  DATABASE_FILE: field(z.string().min(1).default("data/shelfwright.sqlite"), "where the SQLite file is kept"),
  DISK_MIN_FREE_MB: field(z.coerce.number().int().min(0).default(1_024), "below how many free megabytes on the database's disk a warning is logged and health says so, a whole number from 0"),
  PORT: field(port.default(3000), "the web server's port, 0–65535"),
  HOST: field(z.string().min(1).default("127.0.0.1"), "the address the web server listens on, e.g. 0.0.0.0 in a container"),
  KEEP_ALIVE_SECONDS: field(z.coerce.number().int().min(1).max(86_400).default(910), "for how many seconds an idle connection of a proxy is kept open, a whole number from 1 to 86400, longer than the proxy keeps its own"),
  METRICS_TOKEN: field(secret.optional(), "the token that /metrics asks for, at least 16 characters; without one only this machine itself may read it"),
  LOG_LEVEL: field(z.enum(["debug", "info", "warn", "error", "silent"]).default("info"), "debug, info, warn, error or silent"),
  OPENAI_BASE_URL: field(endpoint.default("https://api.openai.com/v1"), "the address of an OpenAI-compatible server, ending in /v1, without ? or #"),
  OPENAI_API_KEY: field(z.string().optional(), "a key for that server; each shop may set its own in Settings"),
  MODEL_V1: field(z.string().min(1).default("gpt-5-mini"), "the model behind v1 (1 credit a product)"),
  MODEL_V2: field(z.string().min(1).default("gpt-5"), "the model behind v2 (5 credits a product)"),
  MODEL_EXAMINER: field(z.string().min(1).max(100).optional(), "the small model that examines sentences which the checks cannot settle, e.g. gpt-5-nano; without one, only shops that name their own have an examiner"),
  MODELS_ALLOWED: field(json.pipe(z.record(z.string().min(1).max(100), z.int().min(0).max(1_000))).default({}), 'what else shops without a key of their own may call, as JSON of credits a product: {"gpt-5-nano": 1}; MODEL_V1 and MODEL_V2 they always may'),
  PRIVATE_ORIGINS_ALLOWED: field(origins.default([]), "origins of your own network that shops may name as their model's endpoint although they are not public https addresses, e.g. http://10.0.0.5:11434; several separated by commas"),
  MODEL_PRICES: field(json.pipe(modelPricesSchema).default({}), 'what models cost, as JSON in US dollars per million tokens: {"gpt-5-mini": {"input": 0.25, "cached": 0.025, "output": 2}}'),
  IMAGE_ORIGINS: field(origins.default([]), "origins of product images that may be read although they are not public https addresses, e.g. http://cdn.internal:8080; several separated by commas"),
  CREDITS_GRANT: field(z.coerce.number().int().min(0).max(1_000_000_000).nullable().default(null), "how many credits each shop starts with, a whole number from 0; leave it empty for no limit"),
  MODEL_TIMEOUT_MS: field(z.coerce.number().int().min(100).default(90_000), "the longest a model call may take, in milliseconds"),
  MAIL_URL: field(read(readMailServer, "not a mail server").optional(), "the mail server that sends mail to shops, as smtps://USER:PASSWORD@HOST (TLS from the start, port 465) or smtp://… (port 587); a password is sent over TLS only, or to this machine. Without one no mail is sent"),
  MAIL_FROM: field(read(readSender, "not a sender").optional(), "who mail comes from, as ADDRESS or NAME <ADDRESS>; needed with MAIL_URL"),
  ADMIN_TIMEOUT_MS: field(z.coerce.number().int().min(100).default(20_000), "the longest an Admin API call may take, in milliseconds"),
  WORKER_SLOTS: field(z.coerce.number().int().min(1).max(512).default(16), "how many items the worker works on at once"),
  JOB_LEASE_MS: field(z.coerce.number().int().min(200).default(60_000), "how long a worker may hold an item without a heartbeat, in milliseconds"),
  OUTAGE_PATIENCE_HOURS: field(z.coerce.number().min(0.01).max(720).default(24), "how many hours Shopify or the model may be out of reach before work that waits for them is given up"),
  KEEP_HIDDEN_JOBS_DAYS: field(keep(3), keepSays("the app's own finished work is kept, e.g. after a webhook")),
  KEEP_JOBS_DAYS: field(keep(90), keepSays("finished jobs and what became of each of their items are kept")),
  KEEP_WEBHOOK_IDS_DAYS: field(keep(7), keepSays("a webhook delivered twice is known")),
  KEEP_ANSWERS_DAYS: field(keep(7), keepSays("what the model answered is kept word by word after its job has ended")),
  KEEP_EXAMINATIONS_DAYS: field(keep(30), keepSays("what the examiner said of a sentence is kept, so that it is not asked again")),
  KEEP_UNDO_DAYS: field(keep(90), keepSays("a publication that a later one replaced is kept to be undone")),
  KEEP_DRAFTS_DAYS: field(keep(90), keepSays("rejected and replaced drafts are kept that no person edited")),
  KEEP_PUBLISHED_DAYS: field(keep(730), keepSays("replaced texts of the model are kept that had been published")),
  KEEP_GONE_PRODUCTS_DAYS: field(keep(365), keepSays("a product that left the shop is kept with its texts")),
  KEEP_LEDGER_DAYS: field(keep(180), keepSays("single credit entries are kept before they are summed up by day")),
  KEEP_FEEDBACK_DAYS: field(keep(365), keepSays("approvals and rejections are kept for the Acceptance page and as examples")),
  KEEP_ACTIVITY_DAYS: field(keep(400), keepSays("the lines of the Activity page are kept: who did what")),
  KEEP_SPEND_DAYS: field(keep(730), keepSays("the spend of single days is kept")),
  SHOPIFY_ADMIN_ORIGIN: field(origin.default("https://admin.shopify.com"), "the origin of the admin that shows this app in a frame"),
  APP_BRIDGE_URL: field(z.url().optional(), "the address of another App Bridge script than Shopify's"),
  SHOPIFY_ADMIN_API_VERSION: field(z.literal("2026-10").default("2026-10"), "the only Admin API version this release speaks: 2026-10"),
  TRUST_PROXY: field(proxies.default(false), "how many reverse proxies stand before this app (1–9; true is 1), or their addresses and networks separated by commas, e.g. loopback,10.0.0.0/8: only theirs of the X-Forwarded-* headers count"),
}; // biome-ignore format: one setting a line

export type Config = { [Name in keyof typeof fields]: z.output<(typeof fields)[Name]["schema"]> };

/** All settings that are missing or wrong, each with what to set. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `Shelfwright cannot start: ${problems.length} setting(s) need attention.\n${problems.map((line) => `  - ${line}`).join("\n")}`,
    );
    this.name = "ConfigError";
    this.problems = problems;
  }
}

/**
 * Reads the whole configuration.
 * @throws ConfigError naming every bad field at once
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema, says }] of Object.entries(fields)) {
    const given = env[name] === "" ? undefined : env[name];
    const parsed = schema.safeParse(given);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name} is ${given === undefined ? "missing" : "not valid"}: set ${says}.`);
  }
  if (values.MAIL_URL !== undefined && !env.MAIL_FROM) {
    problems.push(`MAIL_FROM is missing: set ${fields.MAIL_FROM.says}.`);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return values as Config;
}

/** The database file alone, for commands that look after it and need no other setting. */
export function readDatabaseFile(env: Record<string, string | undefined> = process.env): string {
  return fields.DATABASE_FILE.schema.parse(env.DATABASE_FILE || undefined);
}

/** The encryption keys alone, for the command that looks after them. @throws ConfigError */
export function readEncryptionKeys(env: Record<string, string | undefined> = process.env): string[] {
  const parsed = fields.ENCRYPTION_KEYS.schema.safeParse(env.ENCRYPTION_KEYS || undefined);
  if (!parsed.success)
    throw new ConfigError([`ENCRYPTION_KEYS is missing or not valid: set ${fields.ENCRYPTION_KEYS.says}.`]);
  return parsed.data;
}

/** A key as ENCRYPTION_KEYS wants it. */
export function newEncryptionKey(): string {
  return randomBytes(32).toString("base64");
}

/** The names of all settings with their description, for documentation and its test. */
export function settings(): { name: string; says: string; required: boolean }[] {
  return Object.entries(fields).map(([name, { schema, says }]) => ({
    name,
    says,
    required: !schema.safeParse(undefined).success,
  }));
}

function field<S extends z.ZodType>(schema: S, says: string): { schema: S; says: string } {
  return { schema, says };
}

function isKey(key: string): boolean {
  return Buffer.from(key, "base64").length === 32;
}

import { z } from "zod";
import { type ProductName, readProductNames } from "../catalog/read-product-names.ts";
import { allCommands } from "../commands/all-commands.ts";
import type { AppContext } from "../context.server.ts";
import type { ActDetails } from "../db/schema/index.ts";
import { all } from "../db/steps.ts";
import type { AdminUser } from "../shopify/authenticate-admin.ts";
import { type ActivityRowView, type ActKindView, actKinds } from "../ui/activity/activity-view.ts";
import { actWords, formerNames } from "./activity/act-words.ts";
import { readShopNotices } from "./shop-notices.ts";

type Deps = Pick<AppContext, "db" | "clock">;

const pageRows = 50;
/** As many lines as one file takes: enough for a year of a busy shop. */
const fileRows = 10_000;

/** What the program does of its own, or Shopify tells it. */
const ownActs: Record<string, string> = {
  "shop.installed": "The app was installed",
  "shop.token_lost": "Shopify withdrew the app's access",
  "shop.token_gained": "Shopify gave the app access again",
  "shop.uninstalled": "The app was uninstalled",
};

const words: Record<string, string> = { ...actWords, ...ownActs };

function wordsOf(action: string): string {
  const name = (Object.hasOwn(formerNames, action) ? formerNames[action] : undefined) ?? action;
  return (Object.hasOwn(words, name) ? words[name] : undefined) ?? action;
}

function actionsOfKind(kind: ActKindView): string[] {
  if (kind === "access") return Object.keys(ownActs);
  const names: string[] = allCommands.filter((command) => command.kind === kind).map(({ name }) => name);
  const former = Object.keys(formerNames).filter((name) => names.includes(formerNames[name] ?? ""));
  return [...names, ...former];
}

interface Row {
  id: string;
  at: number;
  by: string;
  action: string;
  kind: string | null;
  subject: string | null;
  details: string;
}

const rowsSql = `SELECT id, at, by, action, subject_kind AS kind, subject_id AS subject, details FROM audit_log
  WHERE shop = @shop AND (at, id) < (@at, @id)
    AND (CAST(@actions AS text) IS NULL OR action IN (SELECT value FROM json_each(@actions)))
    AND (CAST(@who AS text) IS NULL OR (@who = 'me' AND by = @me) OR (@who = 'people' AND by LIKE 'user:%')
      OR (@who = 'program' AND by NOT LIKE 'user:%'))
  ORDER BY at DESC, id DESC LIMIT @limit`;

const cursorSchema = z.string().regex(/^\d{1,16}-[\w-]{1,64}$/);
const whoSchema = z.enum(["me", "people", "program"]);
const kindSchema = z.enum(actKinds);

async function readRows(
  { db }: Pick<Deps, "db">,
  { shop, by }: AdminUser,
  params: URLSearchParams,
  limit: number,
): Promise<Row[]> {
  const kind = kindSchema.safeParse(params.get("kind"));
  const who = whoSchema.safeParse(params.get("who"));
  const cursor = cursorSchema.safeParse(params.get("cursor"));
  const [at, id] = cursor.success ? [Number(cursor.data.split("-", 1)[0]), cursor.data.replace(/^\d+-/, "")] : [];
  return db.do(
    all<Row>(rowsSql, {
      shop,
      me: by,
      at: at ?? Number.MAX_SAFE_INTEGER,
      id: id ?? "",
      actions: kind.success ? JSON.stringify(actionsOfKind(kind.data)) : null,
      who: who.success ? who.data : null,
      limit,
    }),
  );
}

/** All that the page of activity shows for an address: `kind`, `who` and `cursor`. */
export async function readActivityPage(deps: Deps, user: AdminUser, params: URLSearchParams) {
  const rows = await readRows(deps, user, params, pageRows + 1);
  const shown = rows.slice(0, pageRows);
  const last = shown.at(-1);
  const names = await readProductNames(deps, user.shop, shown.flatMap(productOf));
  return {
    rows: shown.map((row) => rowView(row, user.by, names)),
    nextCursor: rows.length > pageRows && last ? `${last.at}-${last.id}` : null,
    later: params.has("cursor"),
    kind: kindSchema.safeParse(params.get("kind")).data ?? null,
    who: whoSchema.safeParse(params.get("who")).data ?? null,
    notices: await readShopNotices(deps, user.shop),
    now: deps.clock.now(),
  };
}

/** The same lines as a CSV file, the newest first, at most 10,000. */
export async function activityFile(deps: Deps, user: AdminUser, params: URLSearchParams): Promise<string> {
  const line = (cells: readonly string[]) => cells.map(csvCell).join(",");
  const rows = await readRows(deps, user, params, fileRows);
  const head = ["Time (UTC)", "Who", "What", "About", "Details"];
  const lines = rows.map(({ at, by, action, kind, subject, details }) =>
    line([
      new Date(at).toISOString(),
      by === user.by ? `You (${by})` : (programs[by] ?? by),
      wordsOf(action),
      aboutOf({ kind, subject, details }),
      detailsInWords(JSON.parse(details) as ActDetails),
    ]),
  );
  return `${[line(head), ...lines].join("\r\n")}\r\n`;
}

/** "product 1001", or the job and its only product. */
function aboutOf({ kind, subject, details }: Pick<Row, "kind" | "subject" | "details">): string {
  const { only } = JSON.parse(details) as ActDetails;
  const of = typeof only === "string" ? `, product ${only}` : "";
  return kind ? `${kind} ${subject}${of}` : "";
}

/** RFC 4180; what a spreadsheet would take for a formula is made text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const pagesOf: Record<string, string> = { job: "/app/jobs/", product: "/app/products/", config: "/app/configs/" };

/** The one product that an act was about, be it through a job of one item. */
function productOf({ kind, subject, details }: Row): string[] {
  if (kind === "product" && subject !== null) return [subject];
  const { only } = JSON.parse(details) as ActDetails;
  return typeof only === "string" ? [only] : [];
}

function rowView(row: Row, reader: string, names: Map<string, ProductName>): ActivityRowView {
  const { id, at, by, action, kind, subject, details } = row;
  const product = productOf(row).map((one) => names.get(one))[0];
  const page = kind === null ? undefined : pagesOf[kind];
  const says = wordsOf(action);
  return {
    ...{ id, at, says: product ? `${says}: ${product.title}` : says },
    who: by === reader ? "You" : by.startsWith("user:") ? `Staff member ${by.slice(5)}` : (programs[by] ?? by),
    url: product
      ? `/app/products/${encodeURIComponent(product.id)}`
      : page && subject !== null
        ? page + encodeURIComponent(subject)
        : null,
    details: detailsInWords(JSON.parse(details) as ActDetails),
  };
}

const programs: Record<string, string> = { system: "The app", webhook: "Shopify", operator: "Whoever runs this app" };

const detailLabels: Record<string, string> = {
  edited: "texts edited",
  approved: "texts approved",
  items: "products",
  products: "products",
  retried: "tried again",
  attributes: "attributes",
  groups: "groups of keywords",
  terms: "words in the glossary",
  calls: "calls of the model",
  name: "name",
  assignments: "assignments removed with it",
  published: "is published",
  wanted: "counts as missing",
  label: "name",
  kept: "what stays",
  rules: "assignments",
  otherwise: "for all other products",
  modelV1: "model for v1",
  modelV2: "model for v2",
  modelApiKey: "API key",
  baseUrl: "endpoint",
  concurrency: "products worked on at once",
  images: "pictures shown to the model",
  keyless: "endpoint needs no key",
  lifted: "goes on after",
};

/** `{approved: 3, changed: {modelV1: [null, "m"]}}` → "texts approved: 3 · model for v1: none → m" */
function detailsInWords(details: ActDetails): string {
  const shown = (value: unknown): string =>
    value === null || value === "" ? "none" : typeof value === "object" ? JSON.stringify(value) : String(value);
  return Object.entries(details)
    .flatMap(([name, value]) => {
      if (name === "versions" || name === "version" || name === "before" || name === "after" || name === "only")
        return [];
      // One is what the line itself speaks of: an import, or the product that it names.
      if (name === "items" && value === 1) return [];
      const label = wordsFor(name);
      if (name !== "changed" || typeof value !== "object" || value === null) return [`${label}: ${shown(value)}`];
      return Object.entries(value).map(([field, change]) =>
        Array.isArray(change)
          ? `${wordsFor(field)}: ${shown(change[0])} → ${shown(change[1])}`
          : `${wordsFor(field)}: ${shown(change)}`,
      );
    })
    .join(" · ")
    .slice(0, 500);
}

/** A name without words of its own is taken apart: "dailyCostCap" → "daily cost cap". */
function wordsFor(name: string): string {
  const own = Object.hasOwn(detailLabels, name) ? detailLabels[name] : undefined;
  return own ?? name.replace(/(?<=[a-z0-9])(?=[A-Z])|_/g, " ").toLowerCase();
}

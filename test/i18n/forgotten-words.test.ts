import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { beforeAll, expect, it } from "vitest";
import type { AppContext } from "../../app/context.server.ts";
import { openDatabase } from "../../app/db/open.ts";
import { type Furniture, furnish, openWebs } from "../pages/asked/asked-world.ts";
import { productId } from "../support/content/shop.ts";
import { englishLeft, saidIn } from "../support/pages/english-left.ts";
import { servePages } from "../support/pages/serve-pages.ts";
import { rawOf } from "../support/raw-of.ts";

let folder: string;
let furniture: Furniture;
let template: string;

beforeAll(async () => {
  folder = mkdtempSync(`${tmpdir()}/words-`);
  template = `${folder}/full.sqlite`;
  const db = openDatabase({ file: template });
  furniture = await furnish(db);
  db.close();
  return () => rmSync(folder, { recursive: true });
});

const pages: Record<string, (has: Furniture) => string> = {
  home: () => "/app",
  products: () => "/app/products",
  product: () => `/app/products/${productId}`,
  "product without conflict": () => "/app/products/9001",
  "missing product": () => "/app/products/1",
  review: () => "/app/review",
  activity: () => "/app/activity",
  failed: () => "/app/activity/failed",
  run: ({ failedJob }) => `/app/activity/${failedJob}`,
  "held run": ({ heldJob }) => `/app/activity/${heldJob}`,
  published: ({ publishJob }) => `/app/activity/${publishJob}`,
  log: () => "/app/log",
  rules: () => "/app/rules",
  "set of rules": ({ config }) => `/app/rules/${config}`,
  history: ({ config }) => `/app/rules/${config}/history`,
  assignments: () => "/app/rules/assignments",
  glossary: () => "/app/rules/glossary",
  "glossary of a language": () => "/app/rules/glossary/de",
  results: () => "/app/rules/results",
  texts: () => "/app/rules/texts",
  settings: () => "/app/settings",
  login: () => "/auth/login",
};

/** Names and what is the same in every language. */
const names: RegExp[] = [
  /Shelfwright|Shopify|Google|OpenAI|HTML|SEO|CSV|API/,
  // As Intl writes moments and amounts of time.
  /\bnow\b/,
  /\b\d+ (?:sec|min|hr|days?|hours?|months?|years?)\.?(?: ago)?/,
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d+, \d{4}/,
  /\d+\/\d+\/\d{4}, \d+:\d\d:\d\d [AP]M/,
  // As lists are joined.
  /, and(?= )|(?<=⟧) and(?= )/,
  // Languages of the shop, as Intl names them.
  /\bGerman\b|\bEnglish\b/,
  // An address.
  /https?:\/\/\S+/,
  // The model's name in the settings of the test.
  /shelf-small/,
  // Names of groups in the rules that come with the app: texts that a merchant edits.
  /\bgeneric\b|\bavoid\b/,
  // A text that rules of the test name by `fit_note` alone, and where one is kept.
  /Fit note/,
  /: bullets\b/,
  // What an address looks like.
  /my-store\.myshopify\.com/,
];

/** All that is stored in the shop: what people typed and Shopify sent. */
function ownWords(app: AppContext): string[] {
  const raw = rawOf(app.db);
  const found = new Set<string>();
  const take = (value: unknown): void => {
    if (typeof value === "object" && value !== null) for (const one of Object.values(value)) take(one);
    if (typeof value !== "string") return;
    if (/^["[{]/.test(value)) take(JSON.parse(value));
    else found.add(value).add(value.replace(/<[^>]*>/g, ""));
  };
  const tables = [
    "products",
    "versions",
    "conflicts",
    "saved_views",
    "content_configs",
    "shop_content_types",
    "job_items",
  ];
  for (const table of tables) {
    for (const row of raw.prepare(`SELECT * FROM ${table} /* all shops: a test's snapshot */`).all()) take(row);
  }
  return [...found].filter((word) => /[A-Za-z]{2}/.test(word)).sort((a, b) => b.length - a.length);
}

it.each(Object.keys(pages))("no words of the page %s are forgotten", async (name) => {
  const [app] = openWebs(template, { url: "http://127.0.0.1:1" }, 1) as [AppContext];
  const address = pages[name]?.(furniture) ?? "";
  const html = await servePages(app)(`${address}?locale=en-XA`);
  const said = saidIn(html);
  expect(said.join("")).toContain("⟦");
  const stored = ownWords(app);
  // Marks and comparisons cut a stored text into pieces.
  const left = said.filter((text) => !stored.some((one) => one.includes(text)));
  const found = left.map((text) => englishLeft(text, [...names, ...stored])).filter((text) => text !== null);
  expect([...new Set(found)]).toEqual([]);
});

it("finds an English word beside what the catalogue says, in a text and in what is read out", () => {
  const html = '<title>⟦Łóğ⟧</title><p>⟦Šţóƥ⟧ <!-- -->it</p><a aria-label="Open Shopify">⟦Ó⟧</a><script>no()</script>';
  expect(saidIn(html).map((text) => englishLeft(text, names))).toEqual([null, "⟦Šţóƥ⟧ it", null, "Open Shopify"]);
});

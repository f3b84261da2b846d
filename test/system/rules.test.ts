import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { generalPresetId } from "../../app/rules/configs/presets.ts";
import { sandboxApp } from "../../sandbox/defaults.ts";
import { type Shelfwright, startShelfwright, until } from "../support/start-shelfwright.ts";

const demo = shopDomainSchema.parse("demo.myshopify.com");
const second = shopDomainSchema.parse("second.myshopify.com");
const app = sandboxApp();
const browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

let system: Shelfwright;

beforeAll(async () => {
  system = await startShelfwright();
  // A draft shows what the model wrote, placeholders of its own included: what is looked for here are the app's words.
  system.sandbox.model.set({ flawRate: 0 });
  await Promise.all([system.install(demo), system.install(second)]);
  expect(await system.finish(demo, await startImport(system, { shop: demo, createdBy: "test" }))).toBe("completed");
});

afterAll(() => system.stop());

function sessionToken(shop: string): Promise<string> {
  return new SignJWT({ dest: `https://${shop}`, sid: "s" })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(`https://${shop}/admin`)
    .setAudience(app.apiKey)
    .setSubject("7")
    .setJti("j")
    .setIssuedAt()
    .setNotBefore("0s")
    .setExpirationTime("60s")
    .sign(new TextEncoder().encode(app.apiSecret));
}

/** Asks as the app's own pages do: for data, with a session token. */
async function ask(shop: string, path: string, fields?: [string, string][]): Promise<{ status: number; text: string }> {
  const headers = { "User-Agent": browser, Authorization: `Bearer ${await sessionToken(shop)}` };
  const body = fields && new URLSearchParams([...fields, ["requestKey", randomUUID()]]);
  const response = await fetch(`${system.app.url}${path}`, { headers, ...(body ? { method: "POST", body } : {}) });
  return { status: response.status, text: await response.text() };
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/;

it("rules are copied from a preset, assigned and tried over HTTP, by their own shop only", async () => {
  const list = await ask(demo, "/app/rules.data?index");
  expect(list.status).toBe(200);
  for (const name of ["General", "Apparel", "Beauty", "Electronics", "Food", "Home"]) expect(list.text).toContain(name);

  const copied = await ask(demo, `/app/rules/${generalPresetId}.data?index`, [
    ["intent", "duplicate"],
    ["name", "plainwords"],
  ]);
  const id = uuid.exec(copied.text)?.[0] ?? "";
  expect(copied.text).toContain("Rules duplicated");
  expect((await ask(demo, `/app/rules/${id}.data?index`)).text).toContain("plainwords");
  expect((await ask(demo, `/app/rules/${id}/history.data`)).text).toContain("plainwords");

  expect((await ask(second, `/app/rules/${id}.data?index`)).status).toBe(404);
  expect((await ask(second, `/app/rules/${id}/history.data`)).status).toBe(404);
  expect((await ask(second, "/app/rules.data?index")).text).not.toContain("plainwords");

  const digest = /"digest","([0-9a-f]{64})"/.exec((await ask(demo, "/app/rules/assignments.data")).text)?.[1] ?? "";
  const assignments = JSON.stringify({ rules: [], otherwise: id });
  const saved = await ask(demo, "/app/rules/assignments.data", [
    ["digest", digest],
    ["assignments", assignments],
  ]);
  expect(saved.text).toContain("Assignments saved");
  expect(
    (
      await ask(second, "/app/rules/assignments.data", [
        ["digest", digest],
        ["assignments", assignments],
      ])
    ).text,
  ).not.toContain("Assignments saved");

  const product = system.db.raw.prepare("SELECT id FROM products WHERE shop = ? LIMIT 1").pluck().get(demo) as string;
  const tried = await ask(demo, `/app/rules/${id}.data?index`, [
    ["intent", "try"],
    ["config", JSON.stringify({ guidelines: ["Be brief."] })],
    ["id", product],
  ]);
  const jobId = /job_[0-9a-z]+/.exec(tried.text)?.[0] ?? "";
  await until("the preview's texts", async () => {
    const { text } = await ask(demo, `/app/rules/${id}.data?index&preview=${jobId}`);
    return (text.includes("seo_desc") && text.includes("Texts written for the preview")) || undefined;
  });
  expect((await ask(second, `/app/rules/${generalPresetId}.data?index&preview=${jobId}`)).text).not.toContain(
    "Texts written for the preview",
  );
});

it("a glossary is kept over HTTP for its own shop, and holds for the next texts", async () => {
  const page = await ask(demo, "/app/rules/glossary.data");
  expect(page.status).toBe(200);
  const digest = /"digest","([0-9a-f]{64})"/.exec(page.text)?.[1] ?? "";
  const product = system.db.raw
    .prepare("SELECT id, title FROM products WHERE shop = ? AND title LIKE '% %' ORDER BY id LIMIT 1")
    .get(demo) as { id: string; title: string };
  const [word = ""] = product.title.split(" ");
  const fields: [string, string][] = [
    ["digest", digest],
    ["rows", JSON.stringify([{ term: "Wonderword", never: word }])],
  ];
  expect((await ask(demo, "/app/rules/glossary.data", fields)).text).toContain("1 word saved");
  expect((await ask(demo, "/app/rules/glossary.data", fields)).text).toContain("Somebody changed the glossary");
  expect((await ask(second, "/app/rules/glossary.data")).text).not.toContain("Wonderword");

  const jobId = await startGeneration(system, {
    shop: demo,
    productIds: [productIdSchema.parse(product.id)],
    contentTypes: ["title"],
    agentModel: "v1",
    createdBy: "test",
  });
  expect(await system.finish(demo, jobId)).toBe("completed");
  const warnings = system.db.raw
    .prepare("SELECT warnings FROM versions WHERE shop = ? AND product_id = ? AND job_id = ?")
    .pluck()
    .get(demo, product.id, jobId) as string;
  expect(warnings).toContain("GLOSSARY");
});

/** A page as a browser gets it, read as a person reads it: its words, and those that are read out. */
async function readWords(path: string): Promise<string> {
  const host = Buffer.from("admin.shopify.com/store/demo").toString("base64url");
  const search = new URLSearchParams({ shop: demo, host, embedded: "1", id_token: await sessionToken(demo) });
  const response = await fetch(`${system.app.url}${path}${path.includes("?") ? "&" : "?"}${search}`, {
    headers: { "User-Agent": browser },
  });
  expect([path, response.status]).toEqual([path, 200]);
  const html = (await response.text()).replace(/<(script|style|svg)\b.*?<\/\1>/gs, " ");
  const readOut = [...html.matchAll(/\b(?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map(([, words]) => words);
  return [html.replace(/<[^>]+>/g, " "), ...readOut].join("\n").replaceAll("&quot;", '"').replaceAll("&#x27;", "'");
}

/** What the program calls things, and no merchant does. */
const internals =
  /\b(?:configs?|desc|payload|digest|paused|enqueued?|settled|lease|undefined|NaN|null|JSON)\b|\[object Object\]|\b[a-z]+(?:_[a-z]+)+\b|\b[A-Z]+_[A-Z_]+\b|\b[0-9a-f]{32,}\b/g;

it("no page shows words of the program's own", async () => {
  const copied = await ask(demo, `/app/rules/${generalPresetId}.data?index`, [
    ["intent", "duplicate"],
    ["name", "Höfliche Regeln 🧶"],
  ]);
  const own = uuid.exec(copied.text)?.[0] ?? "";
  const written = system.db.raw
    .prepare("SELECT id FROM products WHERE shop = ? AND missing & 1 = 0 LIMIT 1")
    .pluck()
    .get(demo) as string;
  const writing = await startGeneration(system, {
    shop: demo,
    productIds: [productIdSchema.parse(written)],
    contentTypes: ["title", "desc", "bullets", "seo_title", "seo_desc", "image_alt"],
    agentModel: "v1",
    createdBy: "test",
  });
  expect(await system.finish(demo, writing)).toBe("completed");
  const jobs = system.db.raw.prepare("SELECT id FROM jobs WHERE shop = ? ORDER BY created_at").pluck().all(demo);
  const paths = [
    "/app",
    "/app/products",
    "/app/products?view=all&q=nothing-is-called-so",
    `/app/products/${written}`,
    "/app/activity",
    ...jobs.map((id) => `/app/activity/${id}`),
    "/app/rules",
    `/app/rules/${own}`,
    `/app/rules/${own}/history`,
    `/app/rules/${generalPresetId}`,
    "/app/rules/glossary",
    "/app/rules/assignments",
    "/app/rules/texts",
    "/app/rules/results",
    "/app/settings",
  ];
  // What the shop's own data says stays as it is: some of its products are as odd as real ones.
  const data = system.db.raw
    .prepare("SELECT title || vendor || facts || description_html || variants AS text FROM products WHERE shop = ?")
    .pluck()
    .all(demo)
    .join();
  const found: string[] = [];
  for (const path of paths) {
    // What an export of the shop's data is has no other name.
    const words = (await readWords(path)).replace("Everything as JSON", "");
    expect([path, words.length > 300]).toEqual([path, true]);
    for (const word of words.match(internals) ?? []) if (!data.includes(word)) found.push(`${path}: ${word}`);
  }
  expect(data).not.toMatch(/\b(?:config|desc|digest)\b/);
  expect(found).toEqual([]);
});

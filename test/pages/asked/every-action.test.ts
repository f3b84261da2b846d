import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import type { ActionFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import type { AppContext } from "../../../app/context.server.ts";
import { openDatabase } from "../../../app/db/open.ts";
import { type PageName, pageActions, readsOnly } from "../../../app/pages/asked/actions.ts";
import { action as configs } from "../../../app/routes/app.configs._index.tsx";
import { action as config } from "../../../app/routes/app.configs.$id._index.tsx";
import { action as history } from "../../../app/routes/app.configs.$id.history.tsx";
import { action as glossary } from "../../../app/routes/app.configs.glossary.tsx";
import { action as assignments } from "../../../app/routes/app.configs.rules.tsx";
import { action as contentTypes } from "../../../app/routes/app.content-types._index.tsx";
import { action as failed } from "../../../app/routes/app.failed.tsx";
import { action as job } from "../../../app/routes/app.jobs.$id.tsx";
import { action as parks } from "../../../app/routes/app.parks.tsx";
import { action as products } from "../../../app/routes/app.products._index.tsx";
import { action as product } from "../../../app/routes/app.products.$id.tsx";
import { action as settings } from "../../../app/routes/app.settings.tsx";
import { generalPresetId } from "../../../app/rules/configs/presets.ts";
import { emptyDigest } from "../../../app/rules/glossary/read-glossary.ts";
import { productId, shop } from "../../support/content/shop.ts";
import { by, type Furniture, furnish, openModel, openWebs, rowsOf } from "./asked-world.ts";

type Action = (args: ActionFunctionArgs) => Promise<{ data: unknown; init: ResponseInit | null }>;
type Fields = Record<string, unknown>;
interface Case {
  fields: Fields;
  id?: string;
  /** of the page's routes, the one that sends this */
  action?: Action;
}

const pages: Record<PageName, { action: Action; json?: true }> = {
  products: { action: products },
  product: { action: product, json: true },
  job: { action: job },
  failed: { action: failed },
  configs: { action: configs },
  config: { action: config },
  assignments: { action: assignments },
  glossary: { action: glossary },
  contentTypes: { action: contentTypes, json: true },
  settings: { action: settings },
  parks: { action: parks },
};

const settingsForm = {
  ...{ baseUrl: "", apiKey: "sk-secret", modelV1: "m", modelV2: "", concurrency: "4", removeKey: "false" },
  ...{ dailyCostCap: "", dailyCreditsCap: "50", v1Input: "", v1Cached: "", v1Output: "", v2Input: "" },
  ...{ v2Cached: "", v2Output: "" },
};
const rules = JSON.stringify({ label: "Short", content_config: { restrictions: ["Be short."] } });
const more = { label: "Wash", task: "", limitChars: null };

/** What each of a page's intents is sent with, to have an effect. */
const cases: { [Page in PageName]: Record<keyof (typeof pageActions)[Page], (has: Furniture) => Case> } = {
  products: {
    import: () => ({ fields: {} }),
    generate: () => ({ fields: { id: productId, contentType: "desc" } }),
    approve: () => ({ fields: { id: productId } }),
    losses: () => ({ fields: { id: productId } }),
    publish: () => ({ fields: { id: productId } }),
    "view-create": () => ({ fields: { name: "New", query: "" } }),
    "view-rename": ({ view }) => ({ fields: { id: view, name: "Other" } }),
    "view-save": ({ view }) => ({ fields: { id: view, query: "status=draft" } }),
    "view-delete": ({ view }) => ({ fields: { id: view } }),
  },
  product: {
    edit: () => ({ fields: { edits: [{ contentType: "desc", body: "<p>Linen.</p>" }] } }),
    restore: ({ earlier }) => ({ fields: { versionId: earlier } }),
    generate: () => ({ fields: { contentTypes: ["desc"], agentModel: "v1" } }),
    attributes: () => ({ fields: { attributes: [{ name: "Cut", value: "wide" }] } }),
    keywords: () => ({ fields: { groups: [{ name: "main", terms: ["linen"] }] } }),
    approve: ({ draft }) => ({ fields: { versionIds: [draft], override: true } }),
    reject: ({ draft }) => ({ fields: { versionId: draft } }),
    publish: () => ({ fields: { contentTypes: ["title"] } }),
    resolve: () => ({ fields: { contentType: "title", keep: "ours" } }),
    undo: () => ({ fields: {} }),
  },
  job: {
    cancel: ({ openJob }) => ({ id: openJob, fields: {} }),
    retry: ({ failedJob }) => ({ id: failedJob, fields: {} }),
    undo: ({ publishJob }) => ({ id: publishJob, fields: {} }),
  },
  failed: { retry: ({ failedJob }) => ({ fields: { item: `${failedJob}:0` } }) },
  configs: {
    import: () => ({ fields: { json: rules, name: "" } }),
    merge: ({ config }) => ({ fields: { name: "Both", id: [generalPresetId, config] } }),
    duplicate: ({ config }) => ({ fields: { id: config, name: "Copy" } }),
    delete: ({ config }) => ({ fields: { id: config } }),
  },
  config: {
    save: ({ config, digest }) => ({ id: config, fields: { input: rules, digest } }),
    duplicate: ({ config }) => ({ id: config, fields: { name: "Copy" } }),
    delete: ({ config }) => ({ id: config, fields: {} }),
    restore: ({ config }) => ({ id: config, action: history, fields: { revision: "1" } }),
    try: ({ config }) => ({ id: config, fields: { config: "{}", id: productId } }),
    "add-types": ({ config }) => ({ id: config, fields: {} }),
  },
  assignments: {
    save: ({ config, assigned }) => ({
      fields: { digest: assigned, assignments: JSON.stringify({ rules: [], otherwise: config }) },
    }),
  },
  glossary: { save: () => ({ fields: { digest: emptyDigest, rows: '[{"term":"linen","never":"flax"}]' } }) },
  contentTypes: {
    add: () => ({
      fields: { name: "wash", field: null, metafieldType: "single_line_text_field", published: true, ...more },
    }),
    change: () => ({ fields: { name: "care", input: more } }),
    publish: () => ({ fields: { name: "care", published: false } }),
    want: () => ({ fields: { name: "care", wanted: true } }),
    remove: () => ({ fields: { name: "care" } }),
  },
  settings: { save: () => ({ fields: settingsForm }), test: () => ({ fields: {} }) },
  parks: { continue: () => ({ fields: { reason: "billing" } }), try: () => ({ fields: {} }) },
};

const all = (Object.keys(cases) as PageName[]).flatMap((page) =>
  Object.entries(cases[page]).map(([intent, of]) => ({ page, intent, of: of as (has: Furniture) => Case })),
);
const key = "c0ffee00-0000-4000-8000-000000000001";
const acting = all.filter(({ page, intent }) => (pageActions[page] as Fields)[intent] !== readsOnly);

let furniture: Furniture;
let template: string;
let model: Awaited<ReturnType<typeof openModel>>;

beforeAll(async () => {
  const folder = mkdtempSync(`${tmpdir()}/asked-`);
  const db = openDatabase({ file: `${folder}/full.sqlite` });
  furniture = await furnish(db);
  db.close();
  template = `${folder}/full.sqlite`;
  model = await openModel();
  return async () => {
    await model.close();
    rmSync(folder, { recursive: true });
  };
});

interface Sending {
  page: PageName;
  intent: string;
  of(has: Furniture): Case;
}

async function send(app: AppContext, { page, intent, of }: Sending, extra: Fields = { requestKey: key }) {
  const { fields, id = productId, action = pages[page].action } = of(furniture);
  const sent: Fields = { intent, ...fields, ...extra };
  const json = pages[page].json;
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(sent)) for (const one of [value].flat()) form.append(name, String(one));
  const request = new Request("https://app.example.com/app", {
    method: "POST",
    ...(json ? { headers: { "Content-Type": "application/json" }, body: JSON.stringify(sent) } : { body: form }),
  });
  const { data, init } = await action({ request, params: { id }, context: { app } } as unknown as ActionFunctionArgs);
  return { status: init?.status ?? 200, answer: data as { ok: boolean; message: string } };
}

const counts = (rows: Record<string, unknown[]>) =>
  Object.fromEntries(Object.entries(rows).map(([table, { length }]) => [table, length]));

const acts = (app: AppContext) =>
  app.db.raw.prepare("SELECT action, by, request_key AS key, details FROM audit_log WHERE shop = ?").all(shop) as {
    action: string;
    by: string;
    key: string;
    details: string;
  }[];

describe.each(acting.map((one) => ({ ...one, name: `${one.page}.${one.intent}` })))("$name", (sending) => {
  it("has one effect, one line in the log and one answer however often it comes, and none without a key", async () => {
    const callsBefore = model.calls();
    const [single] = openWebs(template, model, 1) as [AppContext];
    const before = rowsOf(single.db);
    for (const requestKey of ["", "not a key"]) {
      expect(await send(single, sending, { requestKey })).toMatchObject({ status: 400, answer: { ok: false } });
    }
    expect(rowsOf(single.db), "does nothing without a key").toEqual(before);
    expect(await send(single, sending)).toMatchObject({ status: 200, answer: { ok: true } });
    const once = rowsOf(single.db);
    expect(once, "has an effect").not.toEqual(before);

    const callsOnce = model.calls() - callsBefore;
    const [one, other] = openWebs(template, model, 2) as [AppContext, AppContext];
    const [first, second] = await Promise.all([send(one, sending), send(other, sending)]);
    expect(second).toEqual(first);
    const settled = rowsOf(one.db);
    expect(counts(settled)).toEqual(counts(once));
    expect(await send(other, sending)).toEqual(first);
    expect(rowsOf(one.db)).toEqual(settled);
    expect(model.calls() - callsBefore).toBe(2 * callsOnce);

    const [act, ...rest] = acts(one);
    expect(act).toMatchObject({ action: sending.name, by, key });
    expect(rest).toEqual([]);
    expect(act?.details).not.toMatch(/sk-secret|Linen|washed/);
    // The same key with anything else in it is another request, and nothing of it is done.
    expect(await send(other, sending, { requestKey: key, extra: "1" })).toMatchObject({ status: 422 });
    expect(rowsOf(one.db)).toEqual(settled);
  });
});

it("what only reads needs no key and leaves no line", async () => {
  const [app] = openWebs(template, model, 1) as [AppContext];
  const reading = all.filter((one) => !acting.includes(one));
  expect(reading).toHaveLength(1);
  for (const one of reading) {
    const before = rowsOf(app.db);
    expect(await send(app, one, {})).toMatchObject({ status: 200, answer: { ok: true } });
    expect(rowsOf(app.db)).toEqual(before);
  }
});

it("every route of the app that has an action answers once, and what is not listed is refused", async () => {
  const routes = readdirSync("app/routes")
    .filter((name) => name.startsWith("app."))
    .map((name) => readFileSync(`app/routes/${name}`, "utf8"))
    .filter((source) => /export async function action\b/.test(source));
  const named = routes.map((source) => /return answerOnce\(context\.app, \{ user, page: "(\w+)"/.exec(source)?.[1]);
  expect(new Set(named)).toEqual(new Set(Object.keys(pageActions)));
  const [app] = openWebs(template, model, 1) as [AppContext];
  for (const page of [
    "products",
    "product",
    "job",
    "configs",
    "config",
    "contentTypes",
    "settings",
    "failed",
  ] as const) {
    const unknown = { page, intent: "toString", of: () => ({ fields: {} }) };
    expect(await send(app, unknown), page).toMatchObject({ status: 400, answer: { ok: false } });
  }
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import type { ActionFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import type { AppContext } from "../../../app/context.server.ts";
import { openDatabase } from "../../../app/db/open.ts";
import { digestOf } from "../../../app/lib/digest.ts";
import { commandOf, type PageName, pageActions } from "../../../app/pages/asked/actions.ts";
import { action as home } from "../../../app/routes/app._index.tsx";
import { action as job } from "../../../app/routes/app.activity.$id.tsx";
import { action as failed } from "../../../app/routes/app.activity.failed.tsx";
import { action as feeds } from "../../../app/routes/app.channels_.feeds._index.tsx";
import { action as languages } from "../../../app/routes/app.languages.translate.tsx";
import { action as live } from "../../../app/routes/app.live.tsx";
import { action as pauses } from "../../../app/routes/app.pauses.tsx";
import { action as products } from "../../../app/routes/app.products._index.tsx";
import { action as product } from "../../../app/routes/app.products.$id.tsx";
import { action as words } from "../../../app/routes/app.products.$id.words.tsx";
import { action as reviewSend } from "../../../app/routes/app.review.send.tsx";
import { action as reviews } from "../../../app/routes/app.reviews._index.tsx";
import { action as configs } from "../../../app/routes/app.rules._index.tsx";
import { action as config } from "../../../app/routes/app.rules.$id._index.tsx";
import { action as history } from "../../../app/routes/app.rules.$id.history.tsx";
import { action as assignments } from "../../../app/routes/app.rules.assignments.tsx";
import { action as glossary } from "../../../app/routes/app.rules.glossary.tsx";
import { action as terms } from "../../../app/routes/app.rules.glossary_.$locale.tsx";
import { action as contentTypes } from "../../../app/routes/app.rules.texts._index.tsx";
import { action as settings } from "../../../app/routes/app.settings.tsx";
import { generalPresetId } from "../../../app/rules/configs/presets.ts";
import { emptyDigest } from "../../../app/rules/glossary/read-glossary.ts";
import { choices } from "../../feeds/making-world.ts";
import { productId, shop } from "../../support/content/shop.ts";
import { rawOf } from "../../support/raw-of.ts";
import { by, type Furniture, furnish, openModel, openWebs, reviewColumns, rowsOf } from "./asked-world.ts";

type Action = (args: ActionFunctionArgs) => Promise<{ data: unknown; init: ResponseInit | null } | Response>;
type Fields = Record<string, unknown>;
/**
 * What keeps a form that is not up to date from overwriting somebody else's work: its fields that say what it was made from,
 * with what stood there before somebody changed it, or why nothing needs to.
 */
type UpToDate = { stale: Fields } | { free: string };

type Case = UpToDate & {
  fields: Fields;
  id?: string;
  /** of the page's routes, the one that sends this */
  action?: Action;
};

/** The review page sends in an envelope, and reads its answer out of one. */
const review: Action = async (args) => {
  const sent = { page: "review", productId: "", request: await args.request.json() };
  const request = new Request(args.request.url, { method: "POST", body: JSON.stringify(sent) });
  const response = await reviewSend({ ...args, request });
  const { answer } = (await response.json()) as { answer: unknown };
  return { data: answer, init: { status: response.status } };
};

const adds = { free: "adds something, and takes nothing's place" };
const names = { free: "names the very thing, which never changes its text" };
const starts = { free: "starts work that looks for itself what stands there when it writes" };
const approves = { free: "approves what stands there now and no check blocks" };
const says = { free: "says which of two is to hold, as the person saw and wanted it" };

const pages: Record<PageName, { action: Action; json?: true }> = {
  home: { action: home },
  products: { action: products },
  product: { action: product, json: true },
  words: { action: words, json: true },
  languages: { action: languages, json: true },
  job: { action: job },
  ended: { action: live },
  failed: { action: failed },
  configs: { action: configs },
  config: { action: config },
  assignments: { action: assignments },
  glossary: { action: glossary },
  terms: { action: (args) => terms({ ...args, params: { locale: "de" } }), json: true },
  contentTypes: { action: contentTypes, json: true },
  review: { action: review, json: true },
  reviews: { action: reviews, json: true },
  feeds: { action: feeds, json: true },
  settings: { action: settings },
  pauses: { action: pauses },
};

const settingsForm = {
  ...{ baseUrl: "", apiKey: "sk-secret", modelV1: "m", modelV2: "", concurrency: "4", removeKey: "false" },
  ...{ dailyCostCap: "", dailyCreditsCap: "50", v1Input: "", v1Cached: "", v1Output: "", v2Input: "" },
  ...{ v2Cached: "", v2Output: "" },
};
const noTerms = digestOf([]);
const termsCsv = "source,locale,target,kind\nlinen,de,Leinen,forced\n";
const reviewsCsv = `product_id,body\n${productId},Warm.`;
const rules = JSON.stringify({ label: "Short", content_config: { restrictions: ["Be short."] } });
const more = { label: "Wash", task: "", limitChars: null };
const care = { label: "Care", task: "", limitChars: null };
const translation = {
  ...{ selection: { ids: [productId] }, locales: ["de"], contentTypes: ["title"], which: "missing" },
  ...{ agentModel: "v1", lane: "direct" },
};
const seenView = { seenName: "Mine", seenQuery: "status=active" };
const staleView = { stale: { seenName: "Theirs" } };

/** What each of a page's intents is sent with, to have an effect. */
const cases: { [Page in PageName]: Record<keyof (typeof pageActions)[Page], (has: Furniture) => Case> } = {
  home: {
    import: () => ({ ...starts, fields: {} }),
    samples: () => ({ ...starts, fields: { id: productId } }),
    hide: () => ({ free: "puts away what nobody types in", fields: {} }),
  },
  products: {
    import: () => ({ ...starts, fields: {} }),
    generate: () => ({ ...starts, fields: { id: productId, contentType: "desc" } }),
    approve: () => ({ ...approves, fields: { id: productId } }),
    plan: () => ({ free: "only reads", fields: { id: productId } }),
    losses: () => ({ free: "only reads", fields: { id: productId } }),
    publish: () => ({ ...starts, fields: { id: productId } }),
    "view-create": () => ({ ...adds, fields: { name: "New", query: "" } }),
    "view-rename": ({ view }) => ({ ...staleView, fields: { id: view, name: "Other", ...seenView } }),
    "view-save": ({ view }) => ({ ...staleView, fields: { id: view, query: "status=draft", ...seenView } }),
    "view-delete": ({ view }) => ({ ...staleView, fields: { id: view, ...seenView } }),
  },
  product: {
    edit: ({ draft, earlier }) => ({
      fields: { edits: [{ contentType: "desc", body: "<p>Linen.</p>", seen: draft }] },
      stale: { edits: [{ contentType: "desc", body: "<p>Linen.</p>", seen: earlier }] },
    }),
    restore: ({ earlier, draft }) => ({ fields: { versionId: earlier, seen: draft }, stale: { seen: earlier } }),
    generate: () => ({ ...starts, fields: { contentTypes: ["desc"], agentModel: "v1" } }),
    plan: () => ({ free: "only reads", fields: {} }),
    attributes: () => ({
      fields: { attributes: [{ name: "Cut", value: "wide" }], seen: [] },
      stale: { seen: [{ name: "Cut", value: "slim" }] },
    }),
    handsOff: () => ({ ...says, fields: { off: true } }),
    keywords: () => ({
      fields: { groups: [{ name: "main", terms: ["linen"] }], seen: [] },
      stale: { seen: [{ name: "main", terms: ["flax"] }] },
    }),
    approve: ({ draft }) => ({ ...names, fields: { versionIds: [draft], override: true } }),
    reject: ({ draft }) => ({ ...names, fields: { versionId: draft } }),
    publish: () => ({ ...starts, fields: { contentTypes: ["title"] } }),
    resolve: () => ({ fields: { contentType: "title", keep: "ours" }, stale: { detectedAt: 1 } }),
    finding: ({ draft, finding }) => ({
      ...names,
      fields: { versionId: draft, findingId: finding, keep: true, reason: "It is short on purpose" },
    }),
    fix: ({ draft, finding }) => ({ ...names, fields: { versionId: draft, findingId: finding } }),
    general: ({ earlier }) => ({
      fields: { contentType: "title", locale: "de", market: "31", seen: null },
      stale: { seen: earlier },
    }),
    keepOriginal: ({ earlier }) => ({
      fields: { contentType: "title", locale: "de", seen: null, reason: "Stays the same" },
      stale: { seen: earlier },
    }),
    undo: () => ({ fields: {}, stale: { writeBackId: "wb_0" } }),
  },
  languages: {
    plan: () => ({ free: "only reads", fields: translation }),
    translate: () => ({ ...starts, fields: translation }),
    approve: () => ({ ...approves, fields: { selection: translation.selection, locales: ["en"] } }),
    losses: () => ({ free: "only reads", fields: { selection: translation.selection, locales: ["de"] } }),
    publish: () => ({ ...starts, fields: { selection: { ids: [productId, "9002"] }, locales: ["en"] } }),
  },
  words: {
    write: ({ draft, earlier }) => {
      const sitting = { continues: false, ends: false };
      return {
        fields: { contentType: "desc", body: "<p>Linen.</p>", seen: draft, sitting },
        stale: { seen: earlier },
      };
    },
    check: () => ({ free: "only reads", fields: { contentType: "desc", body: "<p>Linen.</p>" } }),
  },
  job: {
    cancel: ({ openJob }) => ({ ...names, id: openJob, fields: {} }),
    pause: ({ openJob }) => ({ ...names, id: openJob, fields: {} }),
    goOn: ({ heldJob }) => ({ ...names, id: heldJob, fields: {} }),
    retry: ({ failedJob }) => ({ ...starts, id: failedJob, fields: {} }),
    retryChosen: ({ failedJob }) => ({ ...starts, id: failedJob, fields: { seq: "0" } }),
    undo: ({ publishJob }) => ({ ...starts, id: publishJob, fields: {} }),
  },
  ended: { dismiss: ({ failedJob }) => ({ free: "only stops telling its asker", fields: { job: failedJob } }) },
  failed: { retry: ({ failedJob }) => ({ ...starts, fields: { item: `${failedJob}:0` } }) },
  configs: {
    import: () => ({ ...adds, fields: { json: rules, name: "" } }),
    merge: ({ config }) => ({ ...adds, fields: { name: "Both", id: [generalPresetId, config] } }),
    duplicate: ({ config }) => ({ ...adds, fields: { id: config, name: "Copy" } }),
    delete: ({ config, seen, seenBefore }) => ({ fields: { id: config, seen }, stale: { seen: seenBefore } }),
  },
  config: {
    save: ({ config, seen, seenBefore }) => ({
      id: config,
      fields: { input: rules, seen },
      stale: { seen: seenBefore },
    }),
    duplicate: ({ config }) => ({ ...adds, id: config, fields: { name: "Copy" } }),
    delete: ({ config, seen, seenBefore }) => ({ id: config, fields: { seen }, stale: { seen: seenBefore } }),
    restore: ({ config, seen, seenBefore }) => ({
      id: config,
      action: history,
      fields: { revision: "1", seen },
      stale: { seen: seenBefore },
    }),
    try: ({ config }) => ({ free: "saves nothing", id: config, fields: { config: "{}", id: productId } }),
    marks: ({ config }) => ({ free: "only reads", id: config, fields: { config: "{}", id: productId } }),
    "dry-run": ({ config }) => ({ free: "only reads", id: config, fields: { config: "{}" } }),
    recheck: ({ config }) => ({ ...starts, id: config, fields: {} }),
    "write-again": ({ config }) => ({ ...starts, id: config, fields: { id: productId, contentType: "desc" } }),
    "add-types": ({ config }) => ({ ...adds, id: config, fields: {} }),
  },
  assignments: {
    save: ({ config, assigned }) => ({
      fields: { digest: assigned, assignments: JSON.stringify({ rules: [], otherwise: config }) },
      stale: { digest: "0" },
    }),
  },
  glossary: {
    save: () => ({
      fields: { digest: emptyDigest, rows: '[{"term":"linen","never":"flax"}]' },
      stale: { digest: "0" },
    }),
  },
  terms: {
    save: () => ({
      fields: { terms: [{ source: "linen", target: "Leinen", kind: "forced", note: "" }], digest: noTerms },
      stale: { digest: "0" },
    }),
    preview: () => ({ free: "only reads", fields: { csv: termsCsv } }),
    import: () => ({ fields: { csv: termsCsv, mode: "merge", digest: noTerms }, stale: { digest: "0" } }),
    against: () => ({ free: "only reads", fields: { after: "" } }),
  },
  reviews: {
    preview: () => ({ free: "only reads", fields: { csv: reviewsCsv } }),
    import: () => ({
      ...adds,
      fields: { importId: null, name: "r.csv", csv: reviewsCsv, columns: reviewColumns },
    }),
    delete: ({ reviews }) => ({ ...names, fields: { importId: reviews } }),
    summarise: () => ({ ...starts, fields: { productIds: [productId] } }),
  },
  feeds: {
    save: () => ({ ...adds, fields: { feedId: null, name: "New", template: "meta", choices, dailyAt: 120 } }),
    make: ({ feed }) => ({ ...starts, fields: { feedId: feed } }),
    address: ({ feed }) => ({ ...names, fields: { feedId: feed, to: "new" } }),
    delete: ({ feed }) => ({ ...names, fields: { feedId: feed } }),
  },
  contentTypes: {
    add: () => ({
      ...adds,
      fields: { name: "wash", field: null, metafieldType: "single_line_text_field", published: true, ...more },
    }),
    change: () => ({ fields: { name: "care", input: more, seen: care }, stale: { seen: more } }),
    publish: () => ({ ...says, fields: { name: "care", published: false } }),
    want: () => ({ ...says, fields: { name: "care", wanted: true } }),
    remove: () => ({ fields: { name: "care", seen: care }, stale: { seen: more } }),
  },
  review: {
    decide: ({ queue }) => ({
      ...names,
      fields: {
        ...{ id: "decision-1", queueId: queue, productId, seen: { versionIds: [], conflicts: [] } },
        verdict: { kind: "later" },
      },
    }),
    "take-back": () => ({ ...names, fields: { id: "decision-0" } }),
    "approve-clean": ({ queue }) => ({
      free: "approves what stands there now and no check finds anything in",
      fields: { id: "at-once-1", queueId: queue },
    }),
    "decide-conflicts": ({ queue }) => ({ ...says, fields: { id: "at-once-2", queueId: queue, keep: "theirs" } }),
    "take-back-clean": () => ({ ...names, fields: { id: "at-once-0" } }),
    extend: ({ queue }) => ({ free: "only lengthens a list", fields: { queueId: queue } }),
    release: () => ({ free: "gives back what one has", fields: {} }),
    publish: ({ queue }) => ({ ...starts, fields: { queueId: queue } }),
  },
  settings: {
    save: () => ({ fields: settingsForm, stale: { seen: JSON.stringify({ ...settingsForm, modelV1: "theirs" }) } }),
    handsOn: () => ({ ...says, fields: { productId: "1999" } }),
    erase: () => ({ free: "was typed by name", fields: { name: shop } }),
    test: () => ({ free: "only reads", fields: {} }),
  },
  pauses: {
    continue: () => ({ ...says, fields: { reason: "billing" } }),
    try: () => ({ ...starts, fields: {} }),
  },
};

const all = (Object.keys(cases) as PageName[]).flatMap((page) =>
  Object.entries(cases[page]).map(([intent, of]) => ({ page, intent, of: of as (has: Furniture) => Case })),
);
/** For what is known of a case before the shop is furnished. */
const anything = new Proxy({} as Furniture, { get: () => "" });
const key = "c0ffee00-0000-4000-8000-000000000001";
const acting = all.filter(({ page, intent }) => commandOf(page, intent)?.kind !== null);

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
  const result = await action({ request, params: { id }, context: { app } } as unknown as ActionFunctionArgs);
  const { data, init } =
    result instanceof Response ? { data: await result.json(), init: { status: result.status } } : result;
  return { status: init?.status ?? 200, answer: data as { ok: boolean; message: string } };
}

const counts = (rows: Record<string, unknown[]>) =>
  Object.fromEntries(Object.entries(rows).map(([table, { length }]) => [table, length]));

const acts = (app: AppContext) =>
  rawOf(app.db).prepare("SELECT action, by, request_key AS key, details FROM audit_log WHERE shop = ?").all(shop) as {
    action: string;
    by: string;
    key: string;
    details: string;
  }[];

describe("a form that somebody was faster with", () => {
  const carrying = all.filter(({ of }) => "stale" in of(anything));

  it("are all those that take something's place", () => {
    const named = carrying.map(({ page, intent }) => `${page}.${intent}`);
    expect(named).toHaveLength(23);
  });

  it.each(carrying.map((one) => ({ ...one, name: `${one.page}.${one.intent}` })))(
    "the late form of $name changes nothing",
    async (one) => {
      const [app] = openWebs(template, model, 1) as [AppContext];
      const found = one.of(furniture);
      const before = rowsOf(app.db);
      const late = { requestKey: key, ...("stale" in found ? found.stale : {}) };
      expect(await send(app, one, late)).toMatchObject({ status: 200, answer: { ok: false } });
      expect(rowsOf(app.db)).toEqual(before);
    },
  );
});

describe.each(acting.map((one) => ({ ...one, name: `${one.page}.${one.intent}` })))("the action $name", (sending) => {
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
    expect(act).toMatchObject({ action: commandOf(sending.page, sending.intent)?.name, by, key });
    expect(rest).toEqual([]);
    expect(act?.details).not.toMatch(/sk-secret|Linen|washed/);
    // The same key with anything else in it is another request, and nothing of it is done.
    expect(await send(other, sending, { requestKey: key, extra: "1" })).toMatchObject({ status: 422 });
    expect(rowsOf(one.db)).toEqual(settled);
  });
});

it("what only reads needs no key and leaves no line", async () => {
  const [app] = openWebs(template, model, 1) as [AppContext];
  // What a person was told of is noted for that person alone.
  const reading = all.filter((one) => !acting.includes(one) && one.page !== "ended");
  expect(reading).toHaveLength(13);
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
  const named = routes.map(
    (source) => /answer(?:Once|Page|Sent)\(context\.app, \{ user, page: "(\w+)"/.exec(source)?.[1],
  );
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
    const unknown = { page, intent: "toString", of: () => ({ ...adds, fields: {} }) };
    expect(await send(app, unknown), page).toMatchObject({ status: 400, answer: { ok: false } });
  }
});

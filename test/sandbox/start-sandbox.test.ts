import { afterEach, expect, it } from "vitest";
import { listen, readJson } from "../../sandbox/shared/http.ts";
import {
  type Sandbox,
  type SandboxApp,
  type SandboxOptions,
  type SandboxShop,
  startSandbox,
} from "../../sandbox/start.ts";
import { subscribe } from "../../sandbox/store/sandbox-app.ts";
import { defaultApp } from "../../sandbox/store/start.ts";
import { cpuMs } from "../support/cpu-ms.ts";

const app: SandboxApp = { ...defaultApp, subscriptions: subscribe(["products/update"]) };
const shops: SandboxShop[] = [
  {
    domain: "demo.myshopify.com",
    name: "Fern & Field",
    plan: "standard",
    locales: ["en"],
    catalogue: { generate: 30 },
  },
  { domain: "second.myshopify.com", name: "Nordlicht", plan: "standard", locales: ["de"], catalogue: "empty" },
];
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function start(more: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ app, shops, ...more });
  open.push(sandbox);
  return sandbox;
}

it("a person's edit in the admin changes the store and is told to the app", async () => {
  const heard: { topic: string | undefined; body: { id: number; title: string } }[] = [];
  const listener = await listen(async (req, res) => {
    heard.push({
      topic: String(req.headers["x-shopify-topic"]),
      body: (await readJson(req)) as { id: number; title: string },
    });
    res.end();
  });
  open.push(listener);
  const sandbox = await start();
  sandbox.setAppUrl(listener.url);

  const list = await (await fetch(`${sandbox.adminUrl}/store/demo/products`)).text();
  const id = Number(/\/store\/demo\/products\/(\d+)"/.exec(list)?.[1]);
  const before = sandbox.store.product("demo.myshopify.com", id);
  const form = {
    title: "Changed behind the app's back",
    descriptionHtml: "<p>New.</p>",
    seoTitle: "SEO",
    seoDescription: "",
    tags: "one, two",
    status: "DRAFT",
  };
  const url = `${sandbox.adminUrl}/store/demo/products/${id}`;
  const answer = await fetch(url, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
  expect(answer.status).toBe(303);
  expect(sandbox.store.product("demo.myshopify.com", id)).toMatchObject({
    title: form.title,
    descriptionHtml: form.descriptionHtml,
    seoTitle: "SEO",
    seoDescription: null,
    tags: ["one", "two"],
    status: "DRAFT",
    vendor: before?.vendor,
  });
  await sandbox.store.settled();
  expect(heard).toEqual([{ topic: "products/update", body: expect.objectContaining({ id, title: form.title }) }]);

  const refused = await fetch(url, { method: "POST", body: new URLSearchParams({ ...form, title: "" }) });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("The product was not saved");
});

it("the admin finds products, shows their images and works with large catalogues", async () => {
  const sandbox = await start({
    shops: [
      ...shops,
      { domain: "big.myshopify.com", name: "Big", plan: "plus", locales: ["en"], catalogue: { generate: 20_000 } },
    ],
  });
  const [first] = sandbox.store.listProducts("demo.myshopify.com", {}).products;
  const word = first?.title.split(" ")[0] ?? "";
  const found = await (await fetch(`${sandbox.adminUrl}/store/demo/products?query=${encodeURIComponent(word)}`)).text();
  expect(found).toContain(`/store/demo/products/${first?.numericId}"`);
  const page = await (await fetch(`${sandbox.adminUrl}/store/demo/products/${first?.numericId}`)).text();
  const image = /<figure><img src="([^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect((await fetch(image)).status).toBe(200);

  const last = await (await fetch(`${sandbox.adminUrl}/store/big/products?page=400`)).text();
  expect(last).toContain("Page 400 of 400");
  expect(last.match(/class="row product-cell"/g)).toHaveLength(50);
  const spent = await cpuMs(async () => {
    const rare = await (await fetch(`${sandbox.adminUrl}/store/big/products?query=nosuchword`)).text();
    expect(rare).toContain("0 or more products");
  });
  expect(spent).toBeLessThan(2_000);
});

it("the admin's session token is exchanged by the store", async () => {
  const sandbox = await start();
  const page = await (await fetch(`${sandbox.adminUrl}/store/second/apps/shelfwright`)).text();
  const launch = new URL((/<iframe[^>]* src="([^"]+)"/.exec(page)?.[1] ?? "").replaceAll("&amp;", "&"));
  const exchange = (domain: string) =>
    sandbox.store.exchange(domain, {
      client_id: app.apiKey,
      client_secret: app.apiSecret,
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token: launch.searchParams.get("id_token"),
      subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
      requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
      expiring: "1",
    });
  expect((await exchange("second.myshopify.com")).status).toBe(200);
  expect((await exchange("demo.myshopify.com")).status).toBe(400);
});

it("faults, model settings and seed reach their servers", async () => {
  const faults = { store: { rules: [{ kind: "http_500" }] }, model: { rules: [{ kind: "refusal" }] } };
  const sandbox = await start({ faults, seed: 9, model: { flawRate: 0 } });
  expect(sandbox.store.faults.get().rules[0]?.kind).toBe("http_500");
  expect(sandbox.model.faults.get().rules[0]?.kind).toBe("refusal");
  expect([sandbox.model.seed, sandbox.model.settings.flawRate]).toEqual([9, 0]);
});

it("a taken port is named, and nothing stays open", async () => {
  const taken = await listen((_req, res) => res.end());
  open.push(taken);
  const free = await listen((_req, res) => res.end());
  await free.close();
  const ports = { store: free.port, admin: taken.port };
  await expect(startSandbox({ app, shops, ports })).rejects.toThrow(
    `The sandbox's admin cannot use port ${taken.port}`,
  );
  await start({ ports: { store: free.port } });
});

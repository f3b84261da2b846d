import "@shopify/shopify-api/adapters/node";
import { ApiVersion, shopifyApi } from "@shopify/shopify-api";
import { describe, expect, it } from "vitest";
import { app, catalogueOf, openAdmin, productOf } from "./open-admin.ts";

const library = shopifyApi({
  apiKey: app.apiKey,
  apiSecretKey: app.apiSecret,
  hostName: "localhost:3401",
  apiVersion: ApiVersion.October26,
  isEmbeddedApp: true,
  logger: { level: 0 },
});

async function pageAt(url: string): Promise<string> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return response.text();
}

function launchOf(page: string): URL {
  return new URL((/<iframe[^>]* src="([^"]+)"/.exec(page)?.[1] ?? "").replaceAll("&amp;", "&"));
}

describe("the app's page", () => {
  it("opens the app with what Shopify's own library accepts", async () => {
    const { admin } = await openAdmin();
    const page = await pageAt(`${admin.url}/store/demo/apps/shelfwright/app/products/7?tab=a%20b&tab=c`);
    const launch = launchOf(page);
    expect(launch.origin + launch.pathname).toBe("http://localhost:3401/app/products/7");
    expect(launch.searchParams.getAll("tab")).toEqual(["a b", "c"]);
    expect(launch.searchParams.get("embedded")).toBe("1");
    const payload = await library.session.decodeSessionToken(launch.searchParams.get("id_token") ?? "");
    expect(payload).toMatchObject({
      iss: "https://demo.myshopify.com/admin",
      dest: "https://demo.myshopify.com",
      aud: app.apiKey,
      sub: "1",
    });
    expect(payload.exp - payload.iat).toBe(60);
    expect(library.utils.sanitizeShop(launch.searchParams.get("shop") ?? "")).toBe("demo.myshopify.com");
    expect(
      Buffer.from(library.utils.sanitizeHost(launch.searchParams.get("host") ?? "") ?? "", "base64").toString(),
    ).toBe("admin.shopify.com/store/demo");
  });

  it("signs the whole query: a changed one is refused by Shopify's own library", async () => {
    const { admin } = await openAdmin();
    const launch = launchOf(await pageAt(`${admin.url}/store/demo/apps/shelfwright?q=a%20b%2Bc`));
    const query = Object.fromEntries(launch.searchParams);
    expect(await library.utils.validateHmac(query)).toBe(true);
    expect(await library.utils.validateHmac({ ...query, shop: "other.myshopify.com" })).toBe(false);
  });

  it("gives fresh tokens to itself, and to no other site", async () => {
    const { admin } = await openAdmin();
    const url = `${admin.url}/store/second/apps/shelfwright/__id-token`;
    const { token } = (await (await fetch(url, { method: "POST" })).json()) as { token: string };
    expect((await library.session.decodeSessionToken(token)).dest).toBe("https://second.myshopify.com");
    for (const site of ["same-site", "cross-site"]) {
      expect((await fetch(url, { method: "POST", headers: { "sec-fetch-site": site } })).status).toBe(403);
    }
  });

  it("has tokens that end after a minute", async () => {
    const { admin } = await openAdmin({ now: () => Date.now() - 3_600_000 });
    const launch = launchOf(await pageAt(`${admin.url}/store/demo/apps/shelfwright`));
    await expect(library.session.decodeSessionToken(launch.searchParams.get("id_token") ?? "")).rejects.toThrow();
  });

  it("cannot be framed by another site", async () => {
    const { admin } = await openAdmin();
    const response = await fetch(`${admin.url}/store/demo/apps/shelfwright`);
    expect(response.headers.get("content-security-policy")).toBe("frame-ancestors 'none'");
  });
});

describe("the admin's font", () => {
  it("is served to its own pages and to the app, with every file its stylesheet names", async () => {
    const { admin } = await openAdmin();
    const href = /<link rel="stylesheet" href="([^"]*inter[^"]*)"/.exec(await pageAt(`${admin.url}/store/demo`))?.[1];
    const sheet = new URL(href ?? "", admin.url);
    const styles = await pageAt(sheet.href);
    expect(styles).toContain("font-family: 'Inter';");
    const files = [...styles.matchAll(/url\(([^)]+)\)/g)].map(([, file]) => new URL(file ?? "", sheet).href);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const answer = await fetch(file);
      expect([file, answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([file, 200, "*"]);
    }
    expect((await fetch(new URL("files/..%2Fpackage.json", sheet))).status).toBe(404);
  });
});

describe("the product pages", () => {
  it("lead from the root over the home page to the products", async () => {
    const { admin } = await openAdmin();
    const root = await fetch(`${admin.url}/`, { redirect: "manual" });
    expect([root.status, root.headers.get("location")]).toEqual([302, "/store/demo"]);
    expect(await pageAt(`${admin.url}/store/demo`)).toContain("60 products");
  });

  it("list, search and turn pages", async () => {
    const { admin } = await openAdmin();
    const first = await pageAt(`${admin.url}/store/demo/products`);
    expect(first).toContain("Page 1 of 2");
    expect(first).toContain("written by rules");
    expect(await pageAt(`${admin.url}/store/demo/products?page=2`)).toContain("Linen Shirt 60");
    const found = await pageAt(`${admin.url}/store/demo/products?query=shirt%2042`);
    expect(found).toContain("Linen Shirt 42");
    expect(found).not.toContain("Linen Shirt 41");
  });

  it("show texts as text, whatever is in them", async () => {
    const hostile = productOf(1, {
      title: `<img src=x onerror="x">`,
      descriptionHtml: "</textarea><script>1</script>",
    });
    const { admin } = await openAdmin({ catalogue: catalogueOf([hostile]) });
    for (const path of ["products", "products/1"]) {
      const page = await pageAt(`${admin.url}/store/demo/${path}`);
      expect(page).not.toContain("<img src=x");
      expect(page).not.toContain("<script>1");
    }
  });

  it("save what a person changed", async () => {
    const { admin, products } = await openAdmin();
    const url = `${admin.url}/store/demo/products/3`;
    const page = await pageAt(url);
    expect(page).toContain('href="/store/demo/apps/shelfwright/app/products/3"');
    expect(page).toContain("custom.material");
    const body = new URLSearchParams({
      title: "  New title ",
      descriptionHtml: "<p>One</p>\r\n<p>Two</p>",
      seoTitle: "",
      seoDescription: "Found by searching",
      tags: "a, b ,, c",
      status: "DRAFT",
    });
    const saved = await fetch(url, { method: "POST", body, redirect: "manual" });
    expect([saved.status, saved.headers.get("location")]).toEqual([303, "/store/demo/products/3?saved=1"]);
    expect(products[2]).toMatchObject({
      title: "New title",
      descriptionHtml: "<p>One</p>\n<p>Two</p>",
      seoTitle: null,
      seoDescription: "Found by searching",
      tags: ["a", "b", "c"],
      status: "DRAFT",
    });
    body.set("title", " ");
    const refused = await fetch(url, { method: "POST", body });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("Title can&#39;t be blank")]);
    const foreign = { method: "POST", body, headers: { "sec-fetch-site": "same-site" } };
    expect((await fetch(url, foreign)).status).toBe(403);
  });

  it("say so when there is no such product, shop, app or page", async () => {
    const { admin } = await openAdmin();
    for (const path of ["demo/products/999", "nowhere", "demo/apps/other", "demo/settings", "demo/apps/other/x"]) {
      expect((await fetch(`${admin.url}/store/${path}`)).status).toBe(404);
    }
    for (const path of ["/assets/..%2fstart.ts", "/assets/nothing.js", "/other"]) {
      expect((await fetch(`${admin.url}${path}`)).status).toBe(404);
    }
  });
});

it("the App Bridge script is one classic script that any origin may load", async () => {
  const { admin } = await openAdmin();
  const response = await fetch(`${admin.url}/app-bridge.js`);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const script = await response.text();
  expect(script).not.toMatch(/^\s*(import|export) /m);
  expect(() => new Function(script)).not.toThrow();
});

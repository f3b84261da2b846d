import { describe, expect, it } from "vitest";
import { launchUrl, signIdToken } from "../../sandbox/admin/sign-launch.ts";
import { appFrame } from "../support/app-frame.ts";
import { newPerson } from "../support/browser.ts";
import { openDemo } from "../support/open-demo.ts";
import { until } from "../support/start-shelfwright.ts";

const shop = "demo.myshopify.com";
const agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";
const demo = openDemo();
const { appUrl } = demo;

/** The address that the admin opens a page of the app at, as it was made some time ago. */
function launched(path: string, ageMs = 0, extra: Record<string, string> = {}): Promise<string> {
  const { apiKey, apiSecret } = demo.system.sandbox.store.app;
  const deps = { apiKey, apiSecret, now: () => Date.now() - ageMs };
  const query = new URLSearchParams(extra);
  return launchUrl(deps, { appUrl: demo.system.app.url, path, query, shop, handle: "demo", sessionId: "s" });
}

const ask = (url: string) => fetch(url, { headers: { "User-Agent": agent, Accept: "text/html" }, redirect: "manual" });

describe("opening the app", () => {
  it("while Shopify answers 500 shows a page to try again from, and opens when Shopify is back", async () => {
    const { page, app, picture } = demo.merchant;
    demo.system.sandbox.store.faults.set({ rules: [{ kind: "http_500", match: { operation: "token" } }] });
    await page.goto(appUrl("/activity"));
    await app.getByText("Shopify could not be reached").waitFor();
    await picture("opening-while-shopify-is-down");
    // What an open page asks for says the same, as an answer that it can read.
    const address = `${demo.system.app.url}/app/activity.data`;
    const { apiKey, apiSecret } = demo.system.sandbox.store.app;
    const token = await signIdToken({ apiKey, apiSecret, now: Date.now }, shop, "s");
    const data = await fetch(address, { headers: { "User-Agent": agent, Authorization: `Bearer ${token}` } });
    expect([data.status, await data.text()]).toEqual([503, expect.stringContaining("shopify")]);
    demo.system.sandbox.store.faults.clear();
    await app.getByRole("button", { name: "Try again" }).click();
    await app.getByText("Nothing has run yet").waitFor();
  });

  it("a frame reloaded after an hour shows its page: the session token in its address is renewed", async () => {
    const { page, app } = demo.merchant;
    await page.goto(appUrl("/products"));
    await app.getByText("Import your catalogue", { exact: true }).waitFor();
    const frame = appFrame(page, demo.system);
    await frame.goto(await launched("/app/activity", 3_600_000, { page: "1" }));
    await app.getByText("Nothing has run yet").waitFor();
    await page.waitForURL(appUrl("/activity?page=1"));
  });

  it("a frame that lost its shop is opened again by the admin, at the same page", async () => {
    const { page, app } = demo.merchant;
    await page.goto(appUrl("/products"));
    await app.getByText("Import your catalogue", { exact: true }).waitFor();
    const frame = appFrame(page, demo.system);
    await frame.evaluate(() => window.location.assign("/app/activity"));
    await page.waitForURL(appUrl("/activity"));
    await app.getByText("Nothing has run yet").waitFor();
  });

  it("a bookmark of a page that has another address now leads to it, with what it asks for", async () => {
    const { page, app } = demo.merchant;
    await page.goto(appUrl("/jobs?tab=done"));
    await page.waitForURL(appUrl("/activity?tab=done"));
    await page.goto(appUrl("/failed?job=job_1"));
    await page.waitForURL(appUrl("/activity/failed?job=job_1"));
    await app.getByRole("link", { name: "Run", exact: true }).waitFor();
  });

  it("a bookmark of the app's own address leads into the admin, to the page it names", async () => {
    const { page, app, context, picture } = await newPerson(demo.browser);
    await page.goto(`${demo.system.app.url}/app/activity`);
    await page.getByLabel("Store name").fill("no such name!");
    await page.getByRole("button", { name: "Open" }).click();
    await page.getByRole("alert").waitFor();
    await picture("opening-a-bookmark");
    await page.getByLabel("Store name").fill("demo");
    await page.getByRole("button", { name: "Open" }).click();
    await app.getByText("Nothing has run yet").waitFor();
    expect(page.url()).toBe(appUrl("/activity"));
    await context.close();
  });

  it("is reached by a person whom the admin first sends to sign in, at another origin", async () => {
    const { page, app, context } = await newPerson(demo.browser);
    demo.system.sandbox.store.setHabits({ visitor: "asked" });
    await page.goto(`${demo.system.app.url}/auth/login?back=/app/activity`);
    await page.getByLabel("Store name").fill("demo");
    await page.getByRole("button", { name: "Open" }).click();
    await app.getByText("Nothing has run yet").waitFor();
    expect(page.url()).toBe(appUrl("/activity"));
    demo.system.sandbox.store.setHabits({ visitor: "known" });
    await context.close();
  });

  it("outside of a frame leads from a launch address to the admin", async () => {
    const answer = await ask((await launched("/app/activity")).replace("embedded=1", "embedded=0"));
    const { adminUrl, store } = demo.system.sandbox;
    expect(answer.headers.get("location")).toBe(`${adminUrl}/store/demo/apps/${store.app.apiKey}/app/activity`);
  });

  it("with a clock that is minutes off tells it once a second token is refused, and does not go round in circles", async () => {
    const first = await ask(await launched("/app/activity", 240_000));
    const bounce = new URL(first.headers.get("location") ?? "", demo.system.app.url);
    expect([first.status, bounce.pathname]).toEqual([302, "/auth/session-token"]);
    const again = new URL(bounce.searchParams.get("shopify-reload") ?? "");
    again.searchParams.set("id_token", new URL(await launched("/", 240_000)).searchParams.get("id_token") ?? "");
    const second = await ask(again.href);
    expect(second.status).toBe(503);
    expect(await second.text()).toContain("The clock of this app’s server is wrong");
    const health = async () => {
      const answer = await fetch(`${demo.system.app.url}/readyz`);
      return [answer.status, await answer.json()];
    };
    await ask(await launched("/app/activity", 240_000));
    expect(demo.system.log.join()).toContain("this machine's clock differs from Shopify's");
    // Old tokens say that somebody's page is old, and nothing sure about the clock: the app stays open to others.
    expect(await health()).toEqual([200, expect.objectContaining({ status: "ok" })]);
    expect((await ask(await launched("/app/activity"))).status).toBe(200);
    expect(await health()).toEqual([200, expect.objectContaining({ status: "ok" })]);
    // An hour later the same address is only out of date.
    again.searchParams.set("bounced", String(Math.floor(Date.now() / 1_000) - 3_600));
    expect((await ask(again.href)).status).toBe(302);
  });
});

describe("App Bridge", () => {
  it("is the first script in the head of every document, whatever it answers", async () => {
    const bridge = `<script src="${demo.system.sandbox.adminUrl}/app-bridge.js"`;
    const addresses: [string, number][] = [
      [await launched("/app/activity"), 200],
      [await launched("/app/activity/none"), 404],
      [await launched("/app/no-such-page"), 404],
      [`${demo.system.app.url}/no/such/page`, 404],
      [`${demo.system.app.url}/auth/login`, 200],
      [`${demo.system.app.url}/auth/session-token`, 200],
      [`${demo.system.app.url}/auth/exit-iframe?exitIframe=/app`, 200],
    ];
    for (const [address, status] of addresses) {
      const answer = await ask(address);
      const head = /<head>.*?<\/head>/s.exec(await answer.text())?.[0] ?? "";
      const script = /<script.*/s.exec(head)?.[0].slice(0, bridge.length);
      expect([new URL(address).pathname, answer.status, script]).toEqual([new URL(address).pathname, status, bridge]);
    }
    // What a bot gets has no body at Shopify's library; here it is a page as well.
    const bot = await fetch(await launched("/app/activity"), { headers: { "User-Agent": "Googlebot/2.1" } });
    expect([bot.status, (await bot.text()).includes(bridge)]).toEqual([410, true]);
  });

  it("leads out of the frame to the admin and within the app only", async () => {
    const exit = (to: string) =>
      ask(`${demo.system.app.url}/auth/exit-iframe?exitIframe=${encodeURIComponent(to)}`).then(({ status }) => status);
    for (const to of ["/app", `https://${shop}/admin/oauth/install`]) expect([to, await exit(to)]).toEqual([to, 200]);
    for (const to of [
      "https://evil.example.com/",
      "//evil.example.com",
      "javascript:alert(1)",
      `https://${shop}/products`,
      `https://${shop}:444/admin`,
      "",
    ]) {
      expect([to, await exit(to)]).toEqual([to, 302]);
    }
  });

  it("what is pressed, typed and keyed on a page before its code has come is done once it is there", async () => {
    const { page, app, complaints, context } = await newPerson(demo.browser);
    await page.goto(appUrl("/products"));
    await app.getByRole("button", { name: "Import catalogue" }).click();
    await app.getByRole("link", { name: "Dot Grid Notebook A5" }).waitFor();
    let acted = Promise.withResolvers<void>();
    await page.route("**/assets/*.js", async (route) => {
      await acted.promise;
      await route.continue();
    });
    /** Opens a page whose code comes once all of this was done on it. */
    const openEarly = async (path: string, act: () => Promise<void>) => {
      acted = Promise.withResolvers();
      await page.goto(appUrl(path), { waitUntil: "commit" });
      await act();
      acted.resolve();
    };
    await openEarly("/products", async () => {
      const ticks = app.locator("tbody").getByRole("checkbox");
      // Nothing seems to happen, so people press once more.
      for (const row of [0, 0, 1]) await ticks.nth(row).click({ force: true });
      expect(await app.getByText("2 selected").count()).toBe(0);
    });
    await app.getByText("2 selected").waitFor();
    const endpoint = app.getByRole("textbox", { name: "Endpoint" });
    await openEarly("/settings", () => endpoint.fill("https://example.com/v1"));
    // The admin offers to save once the page knows of what was typed.
    await page.getByRole("button", { name: "Discard", exact: true }).click();
    await until("the saved endpoint", async () => !(await endpoint.inputValue()).includes("example.com") || undefined);
    await openEarly(`/languages/de/${demo.productId("keyboard")}`, async () => {
      await app.getByRole("heading", { level: 1 }).click();
      await page.keyboard.press("Control+ArrowDown");
    });
    await page.waitForURL(/languages\/(?!de)/);
    await page.unrouteAll({ behavior: "wait" });
    // A browser complains of what is loaded ahead and not used for seconds: here its code was held back.
    expect(complaints.filter((line) => !line.includes("preload"))).toEqual([]);
    await context.close();
  });

  it("a page whose code does not come leaves its links to the browser", async () => {
    const { page, app } = await newPerson(demo.browser);
    await page.route("**/assets/*.js", (route) => route.abort());
    await page.goto(appUrl("/activity"), { waitUntil: "commit" });
    const link = app.getByRole("link").filter({ visible: true }).first();
    const address = new URL((await link.getAttribute("href")) ?? "", demo.system.app.url);
    const asked = page.waitForRequest((request) => new URL(request.url()).pathname === address.pathname);
    await link.click();
    expect((await asked).isNavigationRequest()).toBe(true);
    await page.context().close();
  });
});

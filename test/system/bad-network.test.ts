import { eq } from "drizzle-orm";
import type { Route } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { generateKind } from "../../app/content/start-generation.ts";
import { jobs, versions } from "../../app/db/schema/index.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { openDemo } from "../support/open-demo.ts";
import { until } from "../support/start-shelfwright.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const demo = openDemo();
const { appUrl } = demo;

let mat: string;
beforeAll(async () => {
  mat = demo.productId("Cork Yoga Mat");
  await demo.system.install(shop);
  await demo.system.finish(shop, await startImport(demo.system, { shop, createdBy: "test" }));
});

/** The app's own requests for data; its documents and its code come as ever. */
const appData = /\.data(\?|$)/;

type Fault = (route: Route) => Promise<void>;
const faults: Record<string, Fault> = {
  "a connection that is refused": (route) => route.abort("connectionrefused"),
  "an answer that is cut": async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).slice(0, 20) });
  },
  "a proxy's page for 502": (route) =>
    route.fulfill({ status: 502, contentType: "text/html", body: "<html><h1>Bad gateway</h1></html>" }),
  "a 200 that is a sign-in page": (route) =>
    route.fulfill({ status: 200, contentType: "text/html", body: "<html>Sign in to the hotel's network</html>" }),
  "a session that is not accepted": (route) =>
    route.fulfill({ status: 401, headers: { "X-Shopify-Retry-Invalid-Session-Request": "1" }, body: "" }),
};

async function during<T>(fault: Fault, work: () => Promise<T>): Promise<T> {
  await demo.merchant.page.route(appData, fault);
  try {
    return await work();
  } finally {
    await demo.merchant.page.unrouteAll({ behavior: "ignoreErrors" });
  }
}

const region = (name: string) => demo.merchant.app.getByRole("region", { name, exact: true });
const saveInBar = () => demo.merchant.page.getByRole("button", { name: "Save", exact: true }).click();
/** Toasts stand in the admin, outside of the frame. */
const toast = (text: string | RegExp) => demo.merchant.page.locator(".toast").filter({ hasText: text });
const boundary = () => demo.merchant.app.getByText(/could not be shown|Something went wrong$/).count();

describe("a network that fails", () => {
  it("keeps an edit in its form until it could be saved", async () => {
    const { app, page } = demo.merchant;
    await page.goto(appUrl(`/products/${mat}`));
    await region("Title")
      .getByRole("button", { name: /^(Edit|Write)/ })
      .click();
    const field = region("Title").getByRole("textbox");
    await field.fill("Cork Yoga Mat, kept through everything");
    for (const [name, fault] of Object.entries(faults)) {
      await during(fault, async () => {
        await saveInBar();
        await toast("What you entered is still here").waitFor();
      });
      expect([name, await field.inputValue(), await boundary()]).toEqual([
        name,
        "Cork Yoga Mat, kept through everything",
        0,
      ]);
      await page.getByRole("button", { name: "Dismiss" }).click();
    }
    await demo.merchant.context.setOffline(true);
    await saveInBar();
    await toast("You are offline").waitFor();
    await app.getByText("You are offline. Nothing is lost").waitFor();
    await demo.merchant.picture("60-offline-edit");
    await demo.merchant.context.setOffline(false);
    await app.getByText("You are offline. Nothing is lost").waitFor({ state: "detached" });
    expect(await field.inputValue()).toBe("Cork Yoga Mat, kept through everything");
    await saveInBar();
    await toast(/Text saved/).waitFor();
    const saved = await demo.system.db.orm.select().from(versions).where(eq(versions.shop, shop));
    expect(saved.map(({ body, state }) => [body, state])).toEqual([
      ["Cork Yoga Mat, kept through everything", "draft"],
    ]);
  });

  it("starts a job once, however often it is asked for while the answers are lost", async () => {
    const { app, page } = demo.merchant;
    await page.goto(appUrl(`/products/${mat}`));
    await app.getByRole("button", { name: "Generate all", exact: true }).click();
    const generate = app.getByRole("dialog").getByRole("button", { name: "Generate", exact: true });
    const lost: Fault = async (route) => {
      if (route.request().method() === "POST") await route.fetch();
      await route.abort("connectionreset");
    };
    await during(lost, async () => {
      for (let press = 0; press < 2; press++) {
        await generate.click();
        await toast("What you entered is still here").waitFor();
        await page.getByRole("button", { name: "Dismiss" }).click();
      }
    });
    await generate.click();
    await toast("This was started already").waitFor();
    await app.getByRole("dialog").waitFor({ state: "detached" });
    const started = await demo.system.db.orm.select().from(jobs).where(eq(jobs.shop, shop));
    expect(started.filter(({ kind }) => kind === generateKind)).toHaveLength(1);
    await app.getByRole("button", { name: /^Approve all clean \(\d/ }).waitFor();
  });

  it("leaves a person on the page from which another one could not be opened, and goes back without a network", async () => {
    const { app, page } = demo.merchant;
    await page.goto(appUrl("/products?q=cork"));
    const link = app.getByRole("link", { name: /^Cork Yoga Mat/ });
    await link.waitFor();
    await during(
      (route) => route.abort("connectionrefused"),
      async () => {
        await link.click();
        await toast("The page was not opened").waitFor();
      },
    );
    expect(await boundary()).toBe(0);
    await link.click();
    await region("Title").waitFor();
    await demo.merchant.context.setOffline(true);
    await page.goBack();
    await link.waitFor();
    await app.getByText("You are offline. Nothing is lost").waitFor();
    expect(await boundary()).toBe(0);
    await demo.merchant.context.setOffline(false);
    await app.getByText("You are offline. Nothing is lost").waitFor({ state: "detached" });
  });

  it("lets the page of a running job come back by itself", async () => {
    const { app, page } = demo.merchant;
    demo.system.app.worker.kill("SIGSTOP");
    await page.goto(appUrl("/products"));
    await app.getByRole("button", { name: "Sync now" }).click();
    await toast("Import started").getByRole("button", { name: "Show the job" }).click();
    await app.getByRole("heading", { level: 1, name: "Import products" }).waitFor();
    await app.locator("html").evaluate((html) => html.setAttribute("data-same-document", ""));
    await demo.merchant.context.setOffline(true);
    await app.getByText("You are offline. Nothing is lost").waitFor();
    demo.system.app.worker.kill("SIGCONT");
    await until("the end of the import", async () => {
      const rows = await demo.system.db.orm.select().from(jobs).where(eq(jobs.shop, shop));
      return rows.every(({ finishedAt }) => finishedAt !== null) || undefined;
    });
    await demo.merchant.context.setOffline(false);
    await toast("The job has finished").waitFor();
    expect(await app.locator("html[data-same-document]").count()).toBe(1);
  });
});

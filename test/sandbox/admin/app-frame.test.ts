import { mkdirSync } from "node:fs";
import { type Browser, chromium, type Frame, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { app, closeAfterTest, openAdmin } from "./open-admin.ts";
import { startSampleApp } from "./sample-app.ts";

const screenshots = process.env.SCREENSHOT_DIR;
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});
afterAll(() => browser.close());

let admin: { url: string };
let sample: Awaited<ReturnType<typeof startSampleApp>>;
let page: Page;

beforeEach(async () => {
  sample = await startSampleApp(() => `${admin.url}/app-bridge.js`);
  closeAfterTest(sample.close);
  ({ admin } = await openAdmin({ app: { ...app, url: sample.url, path: "/app" } }));
  page = await browser.newPage({ viewport: { width: 1280, height: 820 } });
  closeAfterTest(() => page.close());
});

async function openApp(path = ""): Promise<Frame> {
  await page.goto(`${admin.url}/store/demo/apps/shelfwright${path}`);
  const frame = () => page.frames().find((one) => one.url().startsWith(sample.url));
  await page.frameLocator("#app-frame").getByText("Sample app").waitFor();
  const found = frame();
  if (!found) throw new Error("the app's frame is not there");
  return found;
}

const noted = (frame: Frame) => frame.locator("#noted").textContent();

async function shot(name: string): Promise<void> {
  if (!screenshots) return;
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: `${screenshots}/${name}.png` });
}

describe("session tokens", () => {
  it("go with the app's own requests, bodies and headers kept, and are kept for a while", async () => {
    const frame = await openApp();
    const answers = await frame.evaluate(async () => {
      const { shopify } = window as unknown as { shopify: { idToken(): Promise<string> } };
      const read = async (response: Response) =>
        (await response.json()) as { authorization: string; own: string; body: string };
      return {
        token: await shopify.idToken(),
        plain: await read(await fetch("/app/echo")),
        posted: await read(await fetch("/app/echo", { method: "POST", body: "hello", headers: { "x-own": "1" } })),
        request: await read(await fetch(new Request("/app/echo", { method: "PUT", body: "again" }))),
        kept: await read(await fetch("/app/echo", { headers: { authorization: "Basic x" } })),
      };
    });
    expect(answers.token.split(".")).toHaveLength(3);
    expect(answers.plain.authorization).toBe(`Bearer ${answers.token}`);
    expect(answers.posted).toMatchObject({ authorization: `Bearer ${answers.token}`, own: "1", body: "hello" });
    expect(answers.request).toMatchObject({ authorization: `Bearer ${answers.token}`, body: "again" });
    expect(answers.kept.authorization).toBe("Basic x");
  });

  it("are renewed once when the app calls one out of date, with the same body", async () => {
    const frame = await openApp();
    const first = await frame.evaluate(() =>
      (window as unknown as { shopify: { idToken(): Promise<string> } }).shopify.idToken(),
    );
    sample.refuseOnce();
    const answer = await frame.evaluate(async () => {
      const response = await fetch("/app/echo", { method: "POST", body: "hello" });
      return (await response.json()) as { authorization: string; body: string };
    });
    expect(answer.body).toBe("hello");
    expect(answer.authorization).not.toBe(`Bearer ${first}`);
  });

  it("are not given to another window of the app's origin, nor to another origin in the app's frame", async () => {
    await openApp();
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("__id-token")) asked.push(request.url());
    });
    const foreign = await startSampleApp(() => `${admin.url}/app-bridge.js`);
    closeAfterTest(foreign.close);
    const askFrom = (url: string, ownFrame: boolean) =>
      page.evaluate(
        ([address, own]) =>
          new Promise<void>((resolve) => {
            window.addEventListener("message", (event) => {
              if (event.data?.id === "intruder") resolve();
            });
            const found = own
              ? document.getElementById("app-frame")
              : document.body.appendChild(document.createElement("iframe"));
            (found as HTMLIFrameElement).src = address;
          }),
        [url, ownFrame] as const,
      );
    await askFrom(`${sample.url}/intruder`, false);
    await askFrom(`${foreign.url}/intruder`, true);
    await page.evaluate(() => fetch("/assets/shell.css").then((response) => response.text()));
    expect(asked).toEqual([]);
    // The same question from the app itself is answered, so the silence above means something.
    await askFrom(`${sample.url}/intruder`, true);
    await expect.poll(() => asked.length).toBe(1);
  });

  it("nor does the app take orders from another window than the admin's", async () => {
    const frame = await openApp();
    await page.locator("#app-nav a").first().waitFor();
    await frame.evaluate(
      () =>
        new Promise<void>((resolve) => {
          window.addEventListener("message", () => resolve());
          window.postMessage({ from: "sandbox-admin", type: "navigate", value: "/app/elsewhere" }, "*");
        }),
    );
    expect(await frame.locator("#at").textContent()).toBe("/app");
  });

  it("are put into the address of a page that was loaded with an old one", async () => {
    const frame = await openApp();
    await frame.evaluate((origin) => {
      const target = `${origin}/app/jobs?shop=demo.myshopify.com`;
      location.assign(`/auth/session-token?shopify-reload=${encodeURIComponent(target)}`);
    }, sample.url);
    await frame.waitForURL(/\/app\/jobs\?shop=demo\.myshopify\.com&id_token=/);
    await page.waitForURL(/apps\/shelfwright\/jobs$/);
  });
});

describe("what the app shows in the admin", () => {
  it("title bar, its actions and toasts", async () => {
    const frame = await openApp();
    await page.locator("#app-head").getByText("Linen Shirt").waitFor();
    for (const [label, note] of [
      ["Publish", "primary"],
      ["Reject", "secondary"],
      ["Products", "crumb"],
    ] as const) {
      await page.locator("#app-head").getByRole("button", { name: label }).click();
      await expect.poll(() => noted(frame)).toBe(note);
    }
    await page.locator("#app-head").getByText("More actions").click();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => noted(frame)).toBe("grouped");
    await frame.evaluate(() =>
      (
        window as unknown as {
          shopify: { toast: { show(text: string, options: object): void }; loading(on: boolean): void };
        }
      ).shopify.toast.show("Published 3 products", { duration: 60_000 }),
    );
    await page.getByText("Published 3 products").waitFor();
    await shot("app-frame");
    await page.getByRole("button", { name: "Dismiss" }).click();
    await page.getByText("Published 3 products").waitFor({ state: "detached" });
  });

  it("the save bar, whose discarding and leaving are asked about", async () => {
    const frame = await openApp();
    const show = () =>
      frame.evaluate(() => (document.getElementById("bar") as unknown as { show(): Promise<void> }).show());
    const bar = page.locator("#save-bar");
    await show();
    await shot("save-bar");
    await bar.getByRole("button", { name: "Save" }).click();
    await bar.waitFor({ state: "hidden" });
    await expect.poll(() => noted(frame)).toBe("saved");

    await show();
    await page.locator("#app-nav").getByText("Jobs").click();
    await page.getByRole("button", { name: "Stay" }).click();
    expect(await bar.isVisible()).toBe(true);
    expect(await frame.locator("#at").textContent()).toBe("/app");

    await bar.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("button", { name: "Discard changes" }).click();
    await bar.waitFor({ state: "hidden" });
    await expect.poll(() => noted(frame)).toBe("discarded");
  });

  it("a form with data-save-bar", async () => {
    const frame = await openApp();
    await frame.getByLabel("Field").fill("new");
    const bar = page.locator("#save-bar");
    await bar.getByRole("button", { name: "Save" }).click();
    await bar.waitFor({ state: "hidden" });
    await expect.poll(() => noted(frame)).toBe("form saved");
    await frame.getByLabel("Field").fill("newer");
    await bar.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("button", { name: "Discard changes" }).click();
    await expect.poll(() => frame.getByLabel("Field").inputValue()).toBe("old");
  });

  it("a modal inside the frame", async () => {
    const frame = await openApp();
    await frame.evaluate(() =>
      (window as unknown as { shopify: { modal: { show(id: string): void } } }).shopify.modal.show("ask"),
    );
    await frame.getByRole("dialog").getByText("Really publish?").waitFor();
    await shot("modal");
    await frame.getByRole("dialog").getByRole("button", { name: "Yes" }).click();
    await frame.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => noted(frame)).toBe("confirmed");
  });
});

describe("where the app is", () => {
  it("its links stand in the admin's navigation, the address follows, back and reload work", async () => {
    const frame = await openApp();
    const nav = page.locator("#app-nav a");
    await nav.first().waitFor();
    expect(await nav.allTextContents()).toEqual(["Products", "Jobs"]);
    await nav.getByText("Jobs").click();
    await page.waitForURL(/apps\/shelfwright\/jobs$/);
    await expect.poll(() => frame.locator("#at").textContent()).toBe("/app/jobs");
    expect(await page.locator("#app-nav a[aria-current]").textContent()).toBe("Jobs");
    await page.goBack();
    await page.waitForURL(/apps\/shelfwright$/);
    expect(await frame.locator("#at").textContent()).toBe("/app");
    await page.goForward();
    await page.waitForURL(/apps\/shelfwright\/jobs$/);
    await page.reload();
    await page.frameLocator("#app-frame").getByText("/app/jobs").waitFor();
    await page.locator("#app-link").click();
    await page.waitForURL(/apps\/shelfwright$/);
  });

  it("links that leave the frame lead to the admin's pages", async () => {
    let frame = await openApp();
    await frame.locator("#to-product").click();
    await page.waitForURL(`${admin.url}/store/demo/products/3`);
    frame = await openApp();
    await frame.locator("#to-top").click();
    await page.waitForURL(`${admin.url}/store/demo/apps/shelfwright/jobs?page=2`);
    frame = await openApp();
    await frame.evaluate(() => {
      window.open("shopify://admin/products", "_top");
    });
    await page.waitForURL(`${admin.url}/store/demo/products`);
  });
});

it("the resource picker hands out products and variants", async () => {
  const frame = await openApp();
  interface Picked {
    id: string;
    title: string;
    variants?: { id: string }[];
  }
  const pick = (options: object) =>
    frame.evaluate(
      (wanted) =>
        (
          window as unknown as {
            shopify: { resourcePicker(o: object): Promise<(Picked[] & { selection: Picked[] }) | undefined> };
          }
        ).shopify
          .resourcePicker(wanted)
          .then((picked) => picked && { list: [...picked], selection: picked.selection }),
      options,
    );
  const products = pick({ type: "product", multiple: 2, selectionIds: [{ id: "gid://shopify/Product/2" }] });
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Search products").fill("shirt 4");
  await dialog.getByText("Linen Shirt 42").waitFor();
  await dialog.getByText("Linen Shirt 2", { exact: true }).waitFor({ state: "detached" });
  await dialog.getByText("Linen Shirt 42").click();
  await shot("resource-picker");
  await dialog.getByRole("button", { name: "Add" }).click();
  const picked = await products;
  expect(picked?.list.map(({ title }) => title)).toEqual(["Linen Shirt 2", "Linen Shirt 42"]);
  expect(picked?.selection[1]?.variants).toHaveLength(2);

  const variant = pick({ type: "variant", action: "select" });
  await dialog.getByText("Linen Shirt 1 - M").click();
  await dialog.getByRole("button", { name: "Select" }).click();
  expect((await variant)?.list.map(({ id }) => id)).toEqual(["gid://shopify/ProductVariant/101"]);

  const none = pick({ type: "product" });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await none).toBeUndefined();
});

it("a person edits a product in the admin", async () => {
  await page.goto(`${admin.url}/store/demo/products/3`);
  await page.getByLabel("Title", { exact: true }).fill("Shirt, edited by hand");
  await page.getByLabel("Page title").fill("Shirt | Fern & Field");
  await shot("product");
  await page.locator("#save-bar").getByRole("button", { name: "Save" }).click();
  await page.getByText("Product saved").waitFor();
  expect(await page.locator("h1").textContent()).toBe("Shirt, edited by hand");
  await page.goto(`${admin.url}/store/demo/products`);
  await page.getByText("Shirt, edited by hand").waitFor();
  await shot("products");
  await page.goto(`${admin.url}/store/demo`);
  await page.locator("#shop-switcher summary").click();
  await shot("home");
  await page.getByText("Nordlicht").click();
  await page.waitForURL(`${admin.url}/store/second`);
});

import { eq } from "drizzle-orm";
import type { FrameLocator, Locator, Route } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { readProductNames } from "../../app/catalog/read-product-names.ts";
import { createSavedView } from "../../app/catalog/saved-views.ts";
import { startImport } from "../../app/catalog/start-import.ts";
import { contentConfigs, jobs, versions } from "../../app/db/schema/index.ts";
import { generateJob } from "../../app/generation/jobs.ts";
import { listJobItems, listJobs } from "../../app/jobs/read-jobs.ts";
import { jobIdSchema, productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { presets } from "../../app/rules/configs/presets.ts";
import { readGlossary } from "../../app/rules/glossary/read-glossary.ts";
import { saveGlossary } from "../../app/rules/glossary/save-glossary.ts";
import { editVersion } from "../../app/versions/edit-version.ts";
import { holdWorker } from "../support/hold-worker.ts";
import { openDemo } from "../support/open-demo.ts";
import { pressAction } from "../support/page-action.ts";
import { inEnglish } from "../support/places.ts";
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

const widths = [375, 960, 1280];

interface Form {
  name: string;
  /** inside of the app; MAT is a product's id */
  path: string;
  begin?(app: FrameLocator): Promise<void>;
  field(app: FrameLocator): Locator;
  /** a second field that the form insists on */
  also?(app: FrameLocator): Locator;
  value: string;
  /** the button in its dialog; the admin's save bar when left out */
  confirm?: string;
}

type Fault = (route: Route) => Promise<void>;
const refuse: Fault = (route) => route.abort("connectionrefused");
const faults: Record<string, Fault> = {
  "a connection that is refused": refuse,
  "an answer that is cut": async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).slice(0, 20) });
  },
  "a proxy's page for 502": (route) =>
    route.fulfill({ status: 502, contentType: "text/html", body: "<html><h1>Bad gateway</h1></html>" }),
  "a 200 that is a sign-in page": (route) =>
    route.fulfill({ status: 200, contentType: "text/html", body: "<html>Sign in to the hotel's network</html>" }),
  "the edge's word that it is full": (route) =>
    route.fulfill({ status: 503, headers: { "Retry-After": "0" }, json: { status: "error", code: "busy" } }),
  "a proxy's word that it is too much": (route) =>
    route.fulfill({ status: 413, contentType: "text/html", body: "<html><h1>Request Entity Too Large</h1></html>" }),
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
/** Presses what stands beside a product's texts, on narrow screens behind a button. */
async function besideTexts(app: FrameLocator, name: string): Promise<void> {
  const wanted = app.getByRole("button", { name, includeHidden: true });
  await wanted.waitFor({ state: "attached" });
  if (!(await wanted.isVisible())) await app.locator(".sw-aside-button button").click();
  await wanted.click();
}
const boundary = () => demo.merchant.app.getByText(/could not be shown|Something went wrong$/).count();

describe("a network that fails", () => {
  it("keeps an edit in its form until it could be saved", async () => {
    const { page } = demo.merchant;
    await page.goto(appUrl(`/products/${mat}`));
    await region("Title")
      .getByRole("button", { name: /^(Edit|By hand)/ })
      .click();
    const field = region("Title").getByRole("textbox");
    await field.fill("Cork Yoga Mat, kept through everything");
    const words = () => field.textContent();
    for (const [name, fault] of Object.entries(faults)) {
      await page.route("**/words", fault);
      await field.press("End");
      await field.pressSequentially(".");
      await region("Title").getByText("Not saved yet. Your words are kept in this browser.").waitFor();
      expect([name, await words(), await boundary()]).toEqual([
        name,
        expect.stringContaining("kept through everything"),
        0,
      ]);
      await page.unrouteAll({ behavior: "ignoreErrors" });
      await region("Title").getByRole("button", { name: "Try now" }).click();
      await region("Title")
        .getByText(/^✓ Saved/)
        .waitFor();
    }
    await demo.merchant.context.setOffline(true);
    await field.fill("Cork Yoga Mat, kept through everything");
    await region("Title").getByText("Not saved yet.").waitFor();
    await demo.merchant.picture("60-offline-edit");
    await demo.merchant.context.setOffline(false);
    await region("Title")
      .getByText(/^✓ Saved/)
      .waitFor();
    await region("Title").getByRole("button", { name: "Done" }).click();
    const saved = await demo.system.db.orm.select().from(versions).where(eq(versions.shop, shop));
    expect(saved.map(({ body, state }) => [body, state])).toEqual([
      ["Cork Yoga Mat, kept through everything", "draft"],
    ]);
  });

  it("starts a job once, however often it is asked for while the answers are lost", async () => {
    const { app, page } = demo.merchant;
    await page.goto(appUrl(`/products/${mat}`));
    await pressAction(app, /^Write (texts|again)…$/);
    const generate = app.getByRole("dialog").getByRole("button", { name: "Write 1 draft" });
    let arrived = 0;
    const lost: Fault = async (route) => {
      const isPress = route.request().method() === "POST";
      if (isPress) await route.fetch();
      await route.abort("connectionreset");
      if (isPress) arrived += 1;
    };
    await during(lost, async () => {
      for (let press = 1; press <= 2; press++) {
        await generate.click();
        await until("the press to arrive", async () => arrived === press || undefined);
        await toast("What you entered is still here").waitFor();
      }
    });
    await generate.click();
    await toast("Writing started").waitFor();
    await app.getByRole("dialog").waitFor({ state: "detached" });
    const started = await demo.system.db.orm.select().from(jobs).where(eq(jobs.shop, shop));
    expect(started.filter(({ kind }) => kind === generateJob.kind)).toHaveLength(1);
    await app.getByRole("button", { name: /^Approve \d+ texts?$/ }).waitFor();
  });

  it("leaves a person on the page from which another one could not be opened, and goes back without a network", async () => {
    const { app, page } = demo.merchant;
    await page.goto(appUrl("/products?q=cork"));
    const link = app.getByRole("link", { name: /^Cork Yoga Mat/ });
    await link.waitFor();
    await during(refuse, async () => {
      await link.click();
      await toast("The page was not opened").waitFor();
    });
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
    const goOn = await holdWorker(demo.system);
    await page.goto(appUrl("/products"));
    await app.getByRole("button", { name: "Sync now" }).click();
    await toast("Import started").getByRole("button", { name: "Show the run" }).click();
    await app.getByRole("heading", { level: 1, name: "Import the catalogue" }).waitFor();
    await app.locator("html").evaluate((html) => html.setAttribute("data-same-document", ""));
    await demo.merchant.context.setOffline(true);
    await app.getByText("You are offline. Nothing is lost").waitFor();
    goOn();
    await until("the end of the import", async () => {
      const rows = await demo.system.db.orm.select().from(jobs).where(eq(jobs.shop, shop));
      return rows.every(({ finishedAt }) => finishedAt !== null) || undefined;
    });
    await demo.merchant.context.setOffline(false);
    await toast("The run has ended").waitFor();
    expect(await app.locator("html[data-same-document]").count()).toBe(1);
  });

  const forms: Form[] = [
    {
      name: "the glossary",
      path: "/rules/glossary",
      begin: (app) => app.getByRole("button", { name: "Add word" }).first().click(),
      field: (app) => app.getByLabel("Spelling to use, row 1", { exact: true }),
      value: "Hallmark",
    },
    {
      name: "rules",
      path: "/rules/c1?section=where",
      field: (app) => app.getByRole("textbox", { name: "Description" }),
      value: "Ours",
    },
    {
      name: "assignments",
      path: "/rules/assignments",
      begin: (app) => app.getByRole("button", { name: "Add rule" }).click(),
      field: (app) => app.getByLabel("Value", { exact: true }).first(),
      value: "Fitness",
    },
    {
      name: "settings",
      path: "/settings",
      begin: async (app) => {
        await app.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
        // In a narrow window the parts are a list, of which each opens.
        const part = app.getByRole("button", { name: "Speed", exact: true });
        while ((await part.isVisible()) && (await part.getAttribute("aria-expanded")) !== "true") await part.click();
      },
      field: (app) => app.getByLabel("Products worked on at once"),
      value: "3",
    },
    {
      name: "a content type",
      path: "/rules/texts",
      begin: (app) => app.getByRole("button", { name: "Add content type" }).first().click(),
      field: (app) => app.getByRole("dialog").getByLabel("Label", { exact: true }),
      value: "Care",
      confirm: "Add content type",
    },
    {
      name: "attributes",
      path: "/products/MAT",
      begin: (app) => besideTexts(app, "Add your own attributes"),
      field: (app) => app.getByRole("dialog").getByLabel("Value", { exact: true }),
      also: (app) => app.getByRole("dialog").getByLabel("Name", { exact: true }),
      value: "non-slip",
      confirm: "Save",
    },
    {
      name: "keywords",
      path: "/products/MAT",
      begin: (app) => besideTexts(app, "Add your own keywords"),
      field: (app) => app.getByRole("dialog").getByLabel("Words", { exact: true }),
      value: "yoga",
      confirm: "Save",
    },
    {
      name: "a rejection",
      path: "/products/MAT",
      begin: (app) => app.getByRole("button", { name: "Reject title" }).click(),
      field: (app) => app.getByLabel("What is wrong with it? (optional)"),
      value: "Too long",
      confirm: "Reject",
    },
  ];

  it("keeps what was entered in every form, at any width", async () => {
    const { app, page } = demo.merchant;
    const [general] = presets;
    const row = {
      shop,
      id: "c1",
      name: "mine",
      label: "Mine",
      digest: general?.digest ?? "",
      createdAt: 1,
      updatedAt: 1,
    };
    await demo.system.db.orm.insert(contentConfigs).values({ ...row, config: general?.config ?? {} });
    for (const [at, { name, path, begin, field, also, value, confirm }] of forms.entries()) {
      await page.setViewportSize({ width: widths[at % widths.length] ?? 1280, height: 900 });
      await page.goto(appUrl(path.replace("MAT", mat)));
      await begin?.(app);
      await also?.(app).fill("Extra");
      await field(app).fill(value);
      const lostWords = app.getByText("What you entered is still here");
      const send = () =>
        confirm === undefined
          ? saveInBar()
          : app.getByRole("dialog").getByRole("button", { name: confirm, exact: true }).click();
      await during(faults["a proxy's page for 502"] ?? refuse, async () => {
        await send();
        await Promise.any([lostWords.first().waitFor(), toast("What you entered is still here").waitFor()]);
      });
      expect([name, await field(app).inputValue(), await boundary()]).toEqual([name, value, 0]);
      if (at < widths.length) await demo.merchant.picture(`61-kept-${widths[at]}`);
      await send();
      await page.locator(".toast:not(.toast-error)").waitFor();
    }
    await page.setViewportSize({ width: 1280, height: 1000 });
  });
});

describe("a form that is open while somebody else saves", () => {
  it("keeps what was entered when the page is loaded again, warns on saving, and saves it over theirs only when asked", async () => {
    const { app, page } = demo.merchant;
    await page.goto(appUrl("/rules/glossary"));
    await app.getByRole("button", { name: "Add word" }).first().click();
    const last = app.getByLabel(/^Spelling to use, row/).last();
    await last.fill("Fernwork");
    const { digest } = await demo.system.db.do(readGlossary(shop));
    const terms = async () => (await demo.system.db.do(readGlossary(shop))).terms.map(({ term }) => term);
    await saveGlossary(demo.system, { shop, terms: [{ term: "Colleague", never: [] }], digest, by: "user:2" });
    await demo.merchant.context.setOffline(true);
    await saveInBar();
    await app.getByText("You are offline. Nothing is lost").waitFor();
    await demo.merchant.context.setOffline(false);
    await app.getByText("You are offline. Nothing is lost").waitFor({ state: "detached" });
    expect(await last.inputValue()).toBe("Fernwork");
    await saveInBar();
    await app.getByText("Changed in another window while you had this open").waitFor();
    await app.getByText("Colleague added").waitFor();
    expect(await last.inputValue()).toBe("Fernwork");
    expect(await terms()).toEqual(["Colleague"]);
    await app.getByRole("button", { name: "Keep mine" }).click();
    await app.getByRole("button", { name: "Keep mine" }).waitFor({ state: "detached" });
    await toast("saved").waitFor();
    expect(await terms()).toContain("Fernwork");
    expect(await terms()).not.toContain("Colleague");
  });
});

describe("work that ends", () => {
  it("shows on the list what came of it and what to do next, without a reload", async () => {
    const { app, page } = demo.merchant;
    await page.goto(appUrl("/products?q=notebook"));
    const row = app.getByRole("row", { name: /Dot Grid Notebook A5/ });
    await row.waitFor();
    await app.locator("html").evaluate((html) => html.setAttribute("data-same-document", ""));
    await app
      .getByRole("checkbox", { name: /^Select all/ })
      .first()
      .check({ force: true });
    await app.getByRole("button", { name: "Write…", exact: true }).click();
    await app.getByRole("checkbox", { name: "Only where the text is missing" }).uncheck({ force: true });
    await app
      .getByRole("dialog")
      .getByRole("button", { name: /^Write \d+ drafts?$/ })
      .click();
    const review = app.getByRole("link", { name: /^Review \d+$/ });
    await review.waitFor();
    await row.getByText(/^\d drafts? to review$/).waitFor();
    expect(await app.locator("html[data-same-document]").count()).toBe(1);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await demo.merchant.picture(`62-ended-${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 1000 });
    await review.click();
    await until("the review of what was written", () => page.url().includes("/review") || undefined);
    await app.getByRole("heading", { level: 2, name: /\w/ }).first().waitFor();
  });
});

describe("the way back", () => {
  const ways = [
    {
      width: 375,
      way: "the page's own",
      back: () => demo.merchant.app.getByRole("link", { name: "Products", exact: true }).click(),
    },
    { width: 1280, way: "the browser's", back: () => demo.merchant.page.goBack() },
  ];
  it.each(ways)(
    "leads to the list as it was left, filters and place, by $way at $width px",
    async ({ width, back }) => {
      const { app, page } = demo.merchant;
      await page.setViewportSize({ width, height: 700 });
      await page.goto(appUrl("/products?sort=title&dir=asc&status=active"));
      const link = app.getByRole("link", { name: /^[A-Z]/ }).nth(14);
      await link.scrollIntoViewIfNeeded();
      const place = () => app.locator("html").evaluate((html) => Math.round(html.scrollTop));
      const left = await place();
      expect(left).toBeGreaterThan(100);
      await link.click();
      await region("Title").waitFor();
      await back();
      await link.waitFor();
      await until("the place in the list", async () => Math.abs((await place()) - left) < 3 || undefined, 5_000);
      expect(page.url()).toContain("sort=title&dir=asc&status=active");
    },
  );
});

describe("a list", () => {
  const boxOf = (at: number) => demo.merchant.app.getByRole("row").nth(at).getByRole("checkbox");
  const selected = (count: number) => demo.merchant.app.getByText(`${count} selected`).first().waitFor();

  it("keeps what is chosen when its page is turned, and after a sample what was not in it", async () => {
    const { app, page } = demo.merchant;
    await page.setViewportSize({ width: 1280, height: 1000 });
    await page.goto(appUrl("/products?sort=title&dir=asc&limit=5"));
    const names = () => app.locator("tbody a[data-primary]").allTextContents();
    await app.getByRole("button", { name: "Next" }).waitFor();
    for (const at of [5, 2]) await boxOf(at).check({ force: true });
    const first = await names();
    await app.getByRole("button", { name: "Next" }).click();
    await until("the next page", async () => (await names())[0] !== first[0] || undefined);
    for (const at of [3, 1]) await boxOf(at).check({ force: true });
    await selected(4);
    const second = await names();
    await app.getByRole("button", { name: "Previous" }).click();
    await until("the first page", async () => (await names())[0] === first[0] || undefined);
    expect([await boxOf(2).isChecked(), await boxOf(5).isChecked(), await boxOf(1).isChecked()]).toEqual([
      true,
      true,
      false,
    ]);
    await selected(4);
    await app.getByRole("button", { name: "Write…", exact: true }).click();
    await app.getByRole("checkbox", { name: "Only where the text is missing" }).uncheck({ force: true });
    await app.getByRole("button", { name: "Try 3 first" }).click();
    await selected(1);
    const { rows } = await listJobs(demo.system, { shop, kind: generateJob.kind, limit: 1 });
    const items = await listJobItems(demo.system, { shop, jobId: jobIdSchema.parse(rows[0]?.id) });
    const titles = await readProductNames(
      demo.system,
      shop,
      items.rows.map(({ subject }) => subject),
    );
    expect(items.rows.map(({ subject }) => titles.get(subject)?.title)).toEqual([first[1], first[4], second[0]]);
  });

  it("marks the order that holds, and keeps a filter when its popover is left by Escape", async () => {
    const { app, page } = demo.merchant;
    await page.goto(appUrl("/products"));
    await app.getByRole("button", { name: "Sort the results" }).click();
    const active = app.locator("[class*='DirectionButton--active']");
    await active.waitFor();
    expect(await active.textContent()).toContain("Newest first");
    await page.keyboard.press("Escape");
    await app.getByRole("button", { name: "Search and filter results" }).click();
    await app.getByRole("button", { name: "Texts", exact: true }).click();
    await app.getByRole("checkbox", { name: "To review" }).click({ force: true });
    await page.keyboard.press("Escape");
    await app
      .getByRole("button", { name: /^Texts: To review/ })
      .first()
      .waitFor();
    await until("the filter in the address", () => page.url().includes("state=needs_review") || undefined);
  });
});

describe("the focus", () => {
  it.each([375, 1280])("goes to what opens and back to what opened it, by keyboard only, at %i px", async (width) => {
    const { app, page } = demo.merchant;
    await page.setViewportSize({ width, height: 700 });
    await page.goto(appUrl(`/products/${mat}`));
    const focused = (name: RegExp, what: string) =>
      until(
        what,
        () =>
          app
            .locator("html")
            .evaluate(focusOf)
            .then((label) => name.test(label) || undefined),
        6_000,
      );
    const menu = app.getByRole("button", { name: "More actions" }).filter({ visible: true });
    await menu.press("Enter");
    await app.getByText("View in Shopify").waitFor();
    await page.keyboard.press("Escape");
    await focused(/^More actions/, "the focus on what opened the menu");
    await region("SEO title")
      .getByRole("button", { name: /^Write (again )?SEO title/ })
      .press("Enter");
    await app.getByRole("dialog").getByRole("button", { name: "Write 1 draft" }).waitFor();
    await page.keyboard.press("Escape");
    await focused(/^Write (again )?SEO title/, "the focus on what opened the dialog");
    await region("SEO title")
      .getByRole("button", { name: /^(Edit|By hand) SEO title/ })
      .press("Enter");
    await focused(/^SEO title/, "the focus in the editor");
    const box = await region("SEO title").getByRole("textbox").boundingBox();
    expect(box && box.y > 0 && box.y + box.height <= 700).toBe(true);
    await demo.merchant.picture(`63-editor-${width}`);
    await region("SEO title").getByRole("button", { name: "Done" }).press("Enter");
    await focused(/^(Edit|By hand) SEO title/, "the focus on what opened the editor");
  });
});

function focusOf(html: HTMLElement): string {
  const element = html.ownerDocument.activeElement;
  return element?.getAttribute("aria-label") ?? element?.tagName ?? "";
}

describe("a list of views", () => {
  it("is in one row at every width, with a long name and the counts that come later", async () => {
    const saved = await createSavedView(demo.system, {
      shop,
      name: "Ohne SEO-Beschreibung 説明なし",
      query: "missing=seo_desc",
    });
    expect(saved.outcome).toBe("saved");
    const { page, app } = demo.merchant;
    await page.setViewportSize({ width: 1440, height: 800 });
    await page.goto(appUrl("/products"));
    await app.locator(".Polaris-Tabs__Wrapper .Polaris-Badge").first().waitFor();
    for (const width of [1440, 1360, 1280, 1200, 1100, 960, 375]) {
      await page.setViewportSize({ width, height: 800 });
      await expect
        .poll(
          () =>
            app.locator(".Polaris-Tabs__Wrapper").evaluate((wrapper) => {
              const tabs = [...wrapper.querySelectorAll("[role=tablist] [role=tab]")].map((tab) =>
                tab.getBoundingClientRect(),
              );
              const { left, right } = wrapper.getBoundingClientRect();
              const rows = new Set(tabs.map(({ top }) => Math.round(top))).size;
              // In narrow windows the row is scrolled.
              if (getComputedStyle(wrapper).overflowX === "auto") return { rows, out: 0 };
              return { rows, out: tabs.filter((tab) => tab.left < left - 1 || tab.right > right + 1).length };
            }),
          { message: `at ${width} px` },
        )
        .toEqual({ rows: 1, out: 0 });
    }
  });
});

describe("a decision", () => {
  it("leaves the focus in the card of the text that was decided", async () => {
    const body = "Cork Yoga Mat for quiet mornings";
    const productId = productIdSchema.parse(mat);
    await editVersion(demo.system, { shop, productId, contentType: "title", target: inEnglish, body, by: "test" });
    await demo.merchant.page.goto(appUrl(`/products/${mat}`));
    const card = region("Title");
    await card.getByRole("button", { name: /^Approve/ }).press("Enter");
    await card.getByText("Approved", { exact: true }).first().waitFor();
    await expect.poll(() => card.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  });
});

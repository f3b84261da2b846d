import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { type JobId, type ProductId, productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { startPublishing } from "../../app/publishing/start-publishing.ts";
import { startUndo } from "../../app/publishing/start-undo.ts";
import { generalPresetId } from "../../app/rules/configs/presets.ts";
import { approveVersions } from "../../app/versions/approve-versions.ts";
import { appFrame } from "../support/app-frame.ts";
import { newPerson, type Person } from "../support/browser.ts";
import { holdWorker } from "../support/hold-worker.ts";
import { axeFindings, settle, shiftsOf, watchShifts } from "../support/look-at-pages.ts";
import { openDemo } from "../support/open-demo.ts";

/** How much of a page may move by itself: nobody may miss what they reach for. Google calls 0.1 good. */
const mostShift = 0.05;
const mostShiftOfProduct = 0.02;
/** On a product's page when work ends: a draft with its other wordings and what can be done about it takes its place. */
const mostShiftOfOutcome = 0.15;

const shop = shopDomainSchema.parse("demo.myshopify.com");
const by = "1";
const contentTypes = ["title", "desc", "bullets", "seo_title", "seo_desc"];
const widths = [1280, 960, 375] as const;

const demo = openDemo();
const { appUrl } = demo;
const adminUrl = (path: string) => `${demo.system.sandbox.adminUrl}/store/demo${path}`;

interface Looker extends Person {
  width: number;
  /** the page that it keeps open while work goes on */
  path: string;
}
let lookers: Looker[];

const product = (query: string): ProductId => productIdSchema.parse(demo.productId(query));

beforeAll(async () => {
  const mat = product("Cork Yoga Mat");
  const places = [...widths.map((width) => [width, `/products/${mat}`]), [375, "/products"]] as const;
  lookers = await Promise.all(
    places.map(async ([width, path]) => {
      const person = await newPerson(demo.browser, { width: Number(width), height: 800 });
      await watchShifts(person.page);
      return { ...person, width: Number(width), path: String(path) };
    }),
  );
  // In a cold cache, with others that load at the same time, a page may be drawn before its styles have come.
  for (const looker of lookers) await openApp(looker, "/products");
});
afterAll(async () => {
  for (const { context } of lookers ?? []) await context.close();
});

async function openApp(looker: Looker, path: string): Promise<Frame> {
  await looker.page.goto(appUrl(path));
  await looker.app.getByRole("heading", { level: 1 }).first().waitFor();
  return frameOf(looker);
}

function frameOf({ page }: Looker): Frame {
  return appFrame(page, demo.system);
}

interface Look {
  limit?: number;
  /** what axe reads at 960 px is as at 1280 */
  axe?: boolean;
}

/** What is wrong with a document as it stands. */
async function wrongWith(name: string, { width }: Looker, frame: Frame, look: Look = {}): Promise<string[]> {
  const { limit = mostShift, axe = width !== 960 } = look;
  await settle(frame);
  const { total, what } = await shiftsOf(frame);
  const moved = total > limit ? [`moves by ${total.toFixed(3)}: ${what.join(" | ")}`] : [];
  const found = axe ? await axeFindings(frame) : [];
  return [...moved, ...found].map((finding) => `${name} at ${width} px: ${finding}`);
}

/** Some look for themselves, at the same time. */
async function all(who: Looker[], look: (looker: Looker) => Promise<string[]>): Promise<string[]> {
  return (await Promise.all(who.map(look))).flat();
}

/** One of each width. */
const eachWidth = () => lookers.slice(0, widths.length);
const narrowAndWide = () => eachWidth().filter(({ width }) => width !== 960);

async function write(productIds: ProductId[]) {
  const asked = { shop, productIds, contentTypes, agentModel: "v1", createdBy: by } as const;
  return startGeneration(demo.system, asked);
}

describe("every page keeps still and axe finds nothing", () => {
  it("before anything is imported, and where there is no page", async () => {
    const findings = await all(narrowAndWide(), async (looker) => [
      ...(await wrongWith("the empty list", looker, await openApp(looker, "/products"))),
      ...(await wrongWith("no jobs", looker, await openApp(looker, "/activity"))),
      ...(await wrongWith("no page", looker, await openApp(looker, "/no-such-page"))),
    ]);
    expect(findings).toEqual([]);
    for (const looker of narrowAndWide()) {
      const fonts = await frameOf(looker).evaluate(() =>
        [...document.fonts].flatMap(({ family, status }) => (status === "loaded" ? [family] : [])),
      );
      expect(fonts.join()).toContain("Inter");
    }
  });

  it("while work goes on and when it ends, on a product's page and in the list", async () => {
    const { system } = demo;
    const mat = product("Cork Yoga Mat");
    await system.finish(shop, await startImport(system, { shop, createdBy: by }));
    let published: JobId | undefined;
    const work: [string, () => Promise<JobId>][] = [
      ["writing", () => write([mat])],
      [
        "publishing",
        async () => {
          await approveVersions(system, { shop, productIds: [mat], by, onlyClean: true });
          published = await startPublishing(system, { shop, productIds: [mat], createdBy: by });
          return published;
        },
      ],
      ["taking back", () => startUndo(system, { shop, jobId: published, createdBy: by })],
      ["writing again", () => write([mat])],
      ["importing", () => startImport(system, { shop, createdBy: by })],
    ];
    const findings: string[] = [];
    for (const [name, start] of work) {
      const who = name === "importing" ? lookers.filter(({ path }) => path === "/products") : lookers;
      const goOn = await holdWorker(demo.system, "alive");
      const job = await start();
      findings.push(
        ...(await all(who, async (looker) => {
          const frame = await openApp(looker, looker.path);
          await looker.app.locator(".sw-running").waitFor();
          return wrongWith(`${looker.path} while ${name}`, looker, frame, {
            limit: looker.path === "/products" ? mostShift : mostShiftOfProduct,
            axe: name === "writing" && looker.width !== 960,
          });
        })),
      );
      goOn();
      await system.finish(shop, job);
      findings.push(
        ...(await all(who, async (looker) => {
          const { app, path, width } = looker;
          const ended =
            path === "/products" && name !== "importing"
              ? app
                  .locator("button", { hasText: "Dismiss" })
                  .or(app.locator('button[aria-label^="Dismiss"]'))
                  .first()
                  .waitFor({ state: "attached" })
              : app.locator(".sw-running").waitFor({ state: "detached" });
          await ended;
          await looker.picture(`every-${width}-after-${name}${path === "/products" ? "-list" : ""}`.replace(/ /g, "-"));
          return wrongWith(`${path} after ${name}`, looker, frameOf(looker), {
            limit: path === "/products" ? mostShift : mostShiftOfOutcome,
            axe: name === "writing" && path === "/products" && width !== 960,
          });
        })),
      );
    }
    expect(findings).toEqual([]);
  });

  it("on all pages of the app and of the sandbox admin", async () => {
    const { system } = demo;
    const mat = product("Cork Yoga Mat");
    const book = product("Dot Grid Notebook A5");
    const job = await write([book]);
    await system.finish(shop, job);
    await approveVersions(system, { shop, productIds: [mat], by, onlyClean: true });
    const { page } = demo.merchant;
    await page.goto(adminUrl(`/products/${mat}`));
    await page.getByLabel("Title", { exact: true }).fill("A colleague's title");
    await Promise.all([
      page.waitForURL(/saved=1/),
      page.getByRole("button", { name: "Save", exact: true }).first().click(),
    ]);
    await system.finish(shop, await startPublishing(system, { shop, productIds: [mat], createdBy: by }));

    const pages: [path: string, limit?: number][] = [
      ["/review"],
      ["/products"],
      [`/products/${product("Linen")}`, mostShiftOfProduct],
      [`/products/${book}`, mostShiftOfProduct],
      [`/products/${mat}`, mostShiftOfProduct],
      ["/products?view=all&q=notebook"],
      ["/products/1"],
      ["/activity"],
      ["/activity/failed"],
      ["/log"],
      [`/activity/${job}`],
      ["/rules/results"],
      ["/rules"],
      [`/rules/${generalPresetId}`],
      ["/rules/glossary"],
      ["/rules/glossary/de"],
      ["/rules/assignments"],
      ["/rules/texts"],
      ["/settings"],
    ];
    const findings = await all(eachWidth(), async (looker) => {
      const found: string[] = [];
      // Between the other two, lists and products are laid out in ways of their own.
      for (const [path, limit = mostShift] of looker.width === 960 ? pages.slice(0, 5) : pages) {
        found.push(...(await wrongWith(path, looker, await openApp(looker, path), { limit })));
        const missing = (await looker.app.getByRole("heading", { level: 1, name: "Not found" }).count()) > 0;
        if (missing !== (path === "/products/1")) found.push(`${path} is ${missing ? "missing" : "there"}`);
        await looker.picture(`every-${looker.width}-${path.replace(job, "job").replace(/\W+/g, "-")}`);
      }
      // The sandbox's own pages are for developers' windows.
      if (looker.width !== 1280) return found;
      found.push(...(await wrongWith("the app's surroundings", looker, looker.page.mainFrame())));
      for (const path of ["", "/products", `/products/${mat}`, "/no-such-page"]) {
        await looker.page.goto(adminUrl(path));
        found.push(...(await wrongWith(`admin ${path}`, looker, looker.page.mainFrame())));
      }
      return found;
    });
    expect(findings).toEqual([]);
  });

  it("with dialogs, menus, filters and editors open", async () => {
    const book = product("Dot Grid Notebook A5");
    const findings = await all(narrowAndWide(), async (looker) => {
      const { app, page, width } = looker;
      const found: string[] = [];
      const press = (name: string | RegExp) =>
        app.getByRole("button", { name }).filter({ visible: true }).first().click();
      const look = async (name: string) => {
        const frame = frameOf(looker);
        await settle(frame);
        found.push(...(await axeFindings(frame)).map((finding) => `${name} at ${width} px: ${finding}`));
        await looker.picture(`every-${width}-${name.replace(/\W+/g, "-")}`);
      };
      await openApp(looker, `/products/${book}`);
      // What stands beside the texts is behind a button on narrow screens.
      if (width < 768) await app.locator(".sw-aside-button button").click();
      for (const [name, button] of [
        ["the dialog for new texts", /^Write again title/],
        ["the dialog for attributes", "Add your own attributes"],
        ["the dialog for keywords", "Add your own keywords"],
        ["the dialog for a rejection", "Reject title"],
      ] as const) {
        await press(button);
        await app.getByRole("dialog").getByRole("button").first().waitFor();
        await look(name);
        await page.keyboard.press("Escape");
        await app.getByRole("dialog").waitFor({ state: "detached" });
      }
      await press("More actions");
      await app.getByRole("button", { name: "View in Shopify" }).or(app.getByText("View in Shopify")).first().waitFor();
      await look("the menu of actions");
      await page.keyboard.press("Escape");
      await press(/details backed by/);
      for (const text of [/^Edit title/, /^Edit description/, /^Edit bullets/]) await press(text);
      await look("open editors");
      await openApp(looker, "/products");
      await press("Search and filter results");
      await press(/^Texts$/);
      await app.getByRole("checkbox", { name: "To review" }).waitFor();
      await look("a filter's choices");
      return found;
    });
    expect(findings).toEqual([]);
    expect(
      lookers.flatMap(({ complaints }) => complaints).filter((one) => !/status of 404|AbortError/.test(one)),
    ).toEqual([]);
  });
});

describe("a list", () => {
  it("shows texts, findings and date in a wide window", async () => {
    const wide = lookers.find(({ width }) => width === 1280);
    if (!wide) throw new Error("nobody looks at 1280 px");
    await wide.page.unrouteAll();
    await openApp(wide, "/products?q=notebook");
    for (const name of ["Product", "Texts", "Findings", "Changed"]) {
      const box = await wide.app.getByRole("columnheader", { name }).first().boundingBox();
      expect([name, box && box.width > 20 && box.x + box.width <= 1280]).toEqual([name, true]);
    }
    const row = wide.app.getByRole("row", { name: /Dot Grid Notebook A5/ });
    await row.getByText("Paper Fox · Stationery").waitFor();
  });
});

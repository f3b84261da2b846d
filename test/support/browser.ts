import { mkdirSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type FrameLocator, type Page } from "playwright-core";
import { findChromium } from "../../scripts/support/find-chromium.ts";

/** Shopify's library answers 410 to a user agent that looks like a bot, and headless Chromium's does. */
const userAgent =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How many times slower pages compute than this machine can: what is red on a slow machine only is found by it. */
const slowDown = Number(process.env.BROWSER_SLOWDOWN ?? 1);

const pictures = "test-results/screenshots";

export async function startBrowser(): Promise<Browser> {
  const found = findChromium();
  if (!found.found) throw new Error(found.advice);
  mkdirSync(pictures, { recursive: true });
  return chromium.launch({ executablePath: found.path, args: flags });
}

/** Somebody with a browser of their own: what one does, the other does not share. */
export interface Person {
  context: BrowserContext;
  page: Page;
  /** the app in the admin's frame */
  app: FrameLocator;
  /** what went wrong in the page: errors, and anything the content security policy refused */
  complaints: string[];
  picture(name: string): Promise<void>;
}

export async function newPerson(browser: Browser, size = { width: 1280, height: 1000 }): Promise<Person> {
  const context = await browser.newContext({ userAgent, viewport: size });
  const page = await context.newPage();
  if (slowDown > 1) {
    const chrome = await context.newCDPSession(page);
    await chrome.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
  }
  // On a busy machine a page may take a minute; what is red then only takes longer.
  page.setDefaultTimeout(90_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    // Remix prints a load that it ends itself, when its answer has begun (fetchAndDecode of its single fetch).
    if (message.text().startsWith("AbortError: signal is aborted")) return;
    complaints.push(message.text());
  });
  return {
    context,
    page,
    app: page.frameLocator("iframe"),
    complaints,
    async picture(name) {
      const take = () => page.screenshot({ path: `${pictures}/${name}.png`, timeout: 60_000 });
      // Chromium sometimes cannot draw a page while a frame in it is being replaced.
      await take().catch(take);
    },
  };
}

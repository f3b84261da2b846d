import { loadavg } from "node:os";
import type { Frame } from "playwright-core";
import { shopDomainSchema } from "../app/lib/brand.ts";
import { buildWhenStale } from "../scripts/support/build-when-stale.ts";
import { newPerson, startBrowser } from "../test/support/browser.ts";
import { settle, shiftsOf, watchShifts } from "../test/support/look-at-pages.ts";
import { type DraftKind, storeReview } from "../test/support/review/write-drafts.ts";
import { startShelfwright, until } from "../test/support/start-shelfwright.ts";
import { percentile } from "./support/percentile.ts";

declare global {
  interface Window {
    /** ms from each key until another product was drawn */
    keyTimes: number[];
    /** of a pointer; what a key makes of itself has no detail */
    clicks: number;
  }
}

const shop = shopDomainSchema.parse("demo.myshopify.com");
/** As a week brings them: most without findings, some with a warning, few with a contradiction or a conflict. */
const week: readonly DraftKind[] = [
  ...Array.from({ length: 16 }, (): DraftKind => "clean"),
  ...Array.from({ length: 6 }, (): DraftKind => "warned"),
  ...(["contradicted", "contradicted", "conflict"] as const),
];
/** A key counts a quarter of a second after a product came; nobody reads faster. */
const readingMs = 270;
const edits = 2;
const typed = " too";

/**
 * The weekly job by keys alone: 50 of `size` products in a queue are decided at 1280 × 800, two of them after an edit. Counts keys,
 * clicks, loaded pages and what moved, and measures from the key until the next product is drawn.
 */
export async function run({ size = 300 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  await buildWhenStale((words) => process.stderr.write(`${words}\n`));
  const system = await startShelfwright();
  const browser = await startBrowser();
  try {
    await storeReview(system.db, { shop, kinds: week, count: size });
    const { page, context } = await newPerson(browser, { width: 1280, height: 800 });
    await watchShifts(page);
    await page.goto(`${system.sandbox.adminUrl}/store/demo/apps/shelfwright/app/review`);
    await page.frameLocator("iframe").locator(".sw-review h2").waitFor();
    const frame = page.frames().find((one) => one.url().startsWith(system.app.url));
    if (!frame) throw new Error("the admin shows no app");
    await settle(frame);
    await shiftsOf(frame);
    await watchKeys(frame);
    let loads = 0;
    page.on("request", (request) => {
      if (request.resourceType() === "document") loads++;
    });
    const counted = await decideFifty(frame, (key) => page.keyboard.press(key));
    const { times, clicks } = await frame.evaluate(() => ({ times: window.keyTimes, clicks: window.clicks }));
    const { total, what } = await shiftsOf(frame);
    await context.close();
    return {
      ...{
        products: size,
        reviewed: counted.reviewed,
        keys: counted.keys,
        clicks,
        pageLoads: loads,
      },
      keysPerProduct: Math.round((counted.keys / counted.reviewed) * 100) / 100,
      oneScreenShare: Math.round((counted.oneScreen / counted.reviewed) * 100) / 100,
      nextProductMs: { p50: percentile(times, 0.5), p95: percentile(times, 0.95), most: percentile(times, 1) },
      shift: Number(total.toFixed(4)),
      moved: what.slice(0, 10),
      loadAverage: Math.round((loadavg()[0] ?? 0) * 10) / 10,
      secondsPerProduct: Math.round(counted.seconds / counted.reviewed / 0.01) / 100,
    };
  } finally {
    await browser.close();
    await system.stop();
  }
}

interface Counted {
  reviewed: number;
  keys: number;
  /** products that were read without scrolling */
  oneScreen: number;
  seconds: number;
}

async function decideFifty(frame: Frame, press: (key: string) => Promise<void>): Promise<Counted> {
  const counted: Counted = { reviewed: 0, keys: 0, oneScreen: 0, seconds: 0 };
  const key = async (name: string) => {
    counted.keys++;
    await press(name);
  };
  const begun = Date.now();
  let editsLeft = edits;
  while (counted.reviewed < 50) {
    await frame.waitForTimeout(readingMs);
    const before = await frame.locator(".sw-review h2").textContent();
    const asks = await frame.evaluate(() => ({
      conflict: document.querySelector('[data-action="keepLive"]') !== null,
      fix: document.querySelector('[data-action="useWords"]') !== null,
      fits: [...document.querySelectorAll(".sw-slot-body")].every((one) => one.scrollHeight <= one.clientHeight + 2),
    }));
    if (asks.fits) counted.oneScreen++;
    if (!asks.conflict && !asks.fix && editsLeft > 0 && counted.reviewed > 10 * (edits - editsLeft + 1)) {
      editsLeft--;
      await key("e");
      for (const letter of typed) await key(letter);
      await key("Control+Enter");
    }
    if (asks.fix) await key("u");
    await key(asks.conflict ? "1" : "a");
    await until(
      "another product",
      async () => (await frame.locator(".sw-review h2").textContent()) !== before || undefined,
    );
    counted.reviewed++;
  }
  counted.seconds = (Date.now() - begun) / 1_000;
  return counted;
}

async function watchKeys(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    window.keyTimes = [];
    window.clicks = 0;
    addEventListener("click", ({ detail }) => (window.clicks += detail > 0 ? 1 : 0), true);
    let pressed: { at: number; title: string } | null = null;
    const title = () => document.querySelector(".sw-review h2")?.textContent ?? "";
    addEventListener(
      "keydown",
      () => {
        pressed = { at: performance.now(), title: title() };
      },
      true,
    );
    new MutationObserver(() => {
      const key = pressed;
      if (!key || title() === key.title || title() === "") return;
      pressed = null;
      requestAnimationFrame(() => window.keyTimes.push(performance.now() - key.at));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

export function show(result: Record<string, unknown>): void {
  console.log(JSON.stringify(result, null, 2));
}

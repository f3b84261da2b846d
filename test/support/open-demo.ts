import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { SandboxShop } from "../../sandbox/start.ts";
import { keepLastSeen, slugOf } from "../../scripts/support/last-seen.ts";
import { newPerson, type Person, startBrowser } from "./browser.ts";
import { type Shelfwright, startShelfwright } from "./start-shelfwright.ts";

/** The first sandbox shop in a browser. */
export interface Demo {
  system: Shelfwright;
  browser: Browser;
  merchant: Person;
  /** an address of the app in the admin */
  appUrl(path: string): string;
  /** @returns the number of the first product that the store finds. @throws when it finds none */
  productId(query: string): string;
}

/**
 * Starts the whole system and a merchant's browser before a file's tests, and stops both afterwards. The model's answers are
 * clean: what the checks do with bad ones is shown elsewhere.
 */
export function openDemo(
  options: { env?: Record<string, string>; shops?: SandboxShop[]; model?: { batchDelayMs?: number } } = {},
): Demo {
  const demo = {
    appUrl: (path) => `${demo.system.sandbox.adminUrl}/store/demo/apps/shelfwright/app${path}`,
    productId(query) {
      const [found] = demo.system.sandbox.store.listProducts("demo.myshopify.com", { query }).products;
      if (!found) throw new Error("the sample catalogue has no such product");
      return String(found.numericId);
    },
  } as Demo;
  beforeAll(async () => {
    demo.system = await startShelfwright({
      env: options.env ?? {},
      ...(options.shops ? { shops: options.shops } : {}),
    });
    demo.system.sandbox.model.set({ flawRate: 0, ...options.model });
    demo.browser = await startBrowser();
    demo.merchant = await newPerson(demo.browser);
  });
  // What a red test saw last says more than its message.
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail" || !demo.merchant) return;
    const { app, picture } = demo.merchant;
    await picture(`failed-${slugOf(task.name)}`).catch(() => undefined);
    const { page } = demo.merchant;
    // What lies over the page comes first: the rest is cut.
    const over = await Promise.all([
      page.locator(".toast").allInnerTexts(),
      app.getByRole("dialog").allInnerTexts(),
      app.locator("[data-held]").allInnerTexts(),
    ]).catch(String);
    const words = await app.locator("body").ariaSnapshot({ timeout: 10_000 }).catch(String);
    keepLastSeen(task.name, `toasts, dialogs, held presses: ${JSON.stringify(over)} ${words}`);
  });
  afterAll(async () => {
    await demo.browser?.close();
    await demo.system?.stop();
  });
  return demo;
}

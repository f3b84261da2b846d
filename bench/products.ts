import { loadavg } from "node:os";
import { eq } from "drizzle-orm";
import { shops } from "../app/db/schema/index.ts";
import { newPerson, startBrowser } from "../test/support/browser.ts";
import { frameOf, type Looks, lookAtProducts } from "./support/look-at-products.ts";
import { percentile } from "./support/percentile.ts";
import { runShops } from "./support/running-shops.ts";
import { storeProducts } from "./support/store-products.ts";

const slowDown = 4;
const rounds = 9;

/**
 * The products page of a shop with `size` products in Chromium, its processor slowed down fourfold: when its largest part is
 * shown (LCP), what moves by itself (CLS), and how long ticking all fifty rows holds the page until it is painted (INP).
 */
export async function run({ size = 10_000 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const { system, big } = await runShops({ bigProducts: 1, small: 0 });
  const browser = await startBrowser();
  try {
    await storeProducts(system.db, { shop: big, count: size });
    await system.db.orm.update(shops).set({ shop: big, importedAt: Date.now() }).where(eq(shops.shop, big));
    const person = await newPerson(browser, { width: 1280, height: 800 });
    const slow = await person.context.newCDPSession(person.page);
    await slow.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
    const looks: Looks[] = [];
    for (let round = 0; round < rounds; round++) {
      await person.page.goto(`${system.sandbox.adminUrl}/store/big/apps/shelfwright/app/products`);
      looks.push(await lookAtProducts(person, frameOf(person, system.app.url)));
    }
    const of = (name: keyof Looks, at: number) =>
      percentile(
        looks.map((one) => one[name]),
        at,
      );
    return {
      name: "products",
      size,
      slow_down: slowDown,
      lcp_min_ms: of("lcpMs", 0),
      lcp_p50_ms: of("lcpMs", 0.5),
      // What else runs on the machine makes each of them longer: the least says most of the page itself.
      inp_select_50_min_ms: of("inpMs", 0),
      inp_select_50_p50_ms: of("inpMs", 0.5),
      inp_select_50_max_ms: of("inpMs", 1),
      cls_max: of("cls", 1),
      load_average: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    };
  } finally {
    await browser.close();
    await system.stop();
  }
}

import type { ShopDomain } from "../app/lib/brand.ts";
import type { Shelfwright } from "../test/support/start-shelfwright.ts";
import { askAs } from "./support/ask-as.ts";
import { beGreedy, giveLargestRules } from "./support/greedy-shop.ts";
import { percentile } from "./support/percentile.ts";
import { runShops } from "./support/running-shops.ts";

/** As a person goes from page to page, so that the measuring itself is no load. */
const pauseMs = 20;

/**
 * How long `size` pages of one shop take while another shop does its worst: texts of 99 kB beside the largest rules that it may
 * have, pages with long comparisons, searches, imports and previews of rules, eight at once without a pause. `ratio` compares
 * with the same pages before.
 */
export async function run({ size = 150 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const { system, small } = await runShops({ bigProducts: 1, small: 2 });
  const [greedy, other] = small;
  if (!greedy || !other) throw new Error("there are not two shops");
  try {
    const configId = await giveLargestRules(system, greedy);
    await timePages(system, other, 20);
    const quiet = await timePages(system, other, size);
    const stop = new AbortController();
    const attack = beGreedy(
      { url: system.app.url, shop: greedy },
      { productIds: idsOf(system, greedy), configId, until: stop.signal },
    );
    await timePages(system, other, 20);
    const attacked = await timePages(system, other, size).finally(() => stop.abort());
    const statuses = await attack;
    const [before, meanwhile] = [percentile(quiet, 0.95), percentile(attacked, 0.95)];
    return {
      name: "freeze",
      size,
      quiet_p50_ms: percentile(quiet, 0.5),
      quiet_p95_ms: before,
      attacked_p50_ms: percentile(attacked, 0.5),
      attacked_p95_ms: meanwhile,
      attacked_longest_ms: percentile(attacked, 1),
      ratio: Math.round((meanwhile / before) * 10) / 10,
      attack: JSON.stringify(statuses),
    };
  } finally {
    await system.stop();
  }
}

async function timePages(system: Shelfwright, shop: ShopDomain, count: number): Promise<number[]> {
  const [id] = idsOf(system, shop);
  const pages = ["/app/products.data", `/app/products/${id}.data`, "/app/activity.data", "/app/products.data?q=linen"];
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const { status, ms } = await askAs({ url: system.app.url, shop, user: 99 }, pages[i % pages.length] ?? "");
    if (status !== 200) throw new Error(`a page answered ${status}`);
    times.push(ms);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return times;
}

function idsOf({ sandbox }: Shelfwright, shop: ShopDomain): string[] {
  return sandbox.store.listProducts(shop, { query: "", first: 50 }).products.map(({ numericId }) => String(numericId));
}

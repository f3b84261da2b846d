import { describe, expect, it } from "vitest";
import { QueueList } from "../../../app/ui/review/queue-column.tsx";
import type { ReviewLane } from "../../../app/ui/review/review-view.ts";
import type { Item } from "../../../app/ui/review/session-state.ts";
import { markupIn, wordsOfMarkup } from "../dock/in-words.tsx";
import { aBlocked, aProduct, nextView } from "./products.ts";

const { progress } = nextView([]);
const waiting = (seq: number): Item => ({ product: aProduct(seq), outcome: null });

function columnOf(
  items: readonly Item[],
  { open, at = 0, lane = null }: { open: Partial<typeof progress.open>; at?: number; lane?: ReviewLane | null },
): Promise<string> {
  const state = { items, at, progress: { ...progress, open: { ...progress.open, clean: 0, ...open } } };
  return markupIn("en", <QueueList {...{ state, lane }} onGoTo={() => undefined} />);
}

describe("the column of the queue", () => {
  it("counts what waits still behind the products that it lists, not what was decided at earlier visits", async () => {
    const four = [390, 391, 392, 393].map(waiting);
    // Four hundred were in the queue; ten of them wait.
    expect(wordsOfMarkup(await columnOf(four, { open: { clean: 10 } }))).toMatch(/and 6 more$/);
    expect(await columnOf(four, { open: { clean: 4 } })).not.toContain("more");
  });

  it("counts in a lane what waits in that lane", async () => {
    const [blocked, clean] = [{ product: aBlocked(0), outcome: null }, waiting(1)];
    const words = await columnOf([blocked, clean], { open: { blocked: 3, clean: 40 }, lane: "blocked" });
    expect(wordsOfMarkup(words)).toMatch(/and 2 more$/);
  });

  it("lists fifty products before the present one and fifty behind it, and counts the others", async () => {
    const many = Array.from({ length: 200 }, (_, seq) => waiting(seq));
    const html = await columnOf(many, { open: { clean: 200 }, at: 120 });
    const names = [...html.matchAll(/title="(Product \d+)"/g)].map(([, name]) => name);
    expect([names.length, names[0], names.at(-1)]).toEqual([101, "Product 71", "Product 171"]);
    expect(html).toMatch(/aria-current="true".*?title="Product 121"/);
    expect(wordsOfMarkup(html)).toMatch(/and 99 more$/);
  });

  it("has one name, which its heading gives it", async () => {
    const html = await columnOf([waiting(0)], { open: { clean: 1 } });
    const [, id] = /<nav [^>]*aria-labelledby="([^"]+)"/.exec(html) ?? [];
    expect(html).toContain(`<h3 id="${id}">In this queue</h3>`);
    expect(html).not.toContain("aria-label=");
  });
});

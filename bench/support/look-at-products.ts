import type { Frame } from "playwright-core";
import type { Person } from "../../test/support/browser.ts";

declare global {
  interface Window {
    /** ms until the frame after the press was painted */
    pressed: Promise<number>;
  }
}

/** What a person feels of the products page. */
export interface Looks {
  lcpMs: number;
  /** from the press to the next painted frame, of ticking all rows of the page */
  inpMs: number;
  cls: number;
}

/** The app's frame in the admin's page. */
export function frameOf({ page }: Pick<Person, "page">, appUrl: string): () => Frame {
  return () => {
    const frame = page.frames().find((one) => one.url().startsWith(appUrl));
    if (!frame) throw new Error("the app's frame is not there");
    return frame;
  };
}

/**
 * Waits for the list, ticks all of its rows, and reads what the browser measured. The pointer lies on the box before it presses,
 * and nothing is asked of the page from the press until the frame behind it is painted: looking for an element in a slowed page
 * takes longer than ticking fifty rows.
 */
export async function lookAtProducts({ app, page }: Pick<Person, "app" | "page">, frame: () => Frame): Promise<Looks> {
  const box = app.getByRole("checkbox", { name: "Select all products of this page" }).first();
  await box.waitFor();
  await frame().waitForFunction(() => document.readyState === "complete");
  const place = await box.boundingBox();
  if (!place) throw new Error("the box that ticks all rows is not shown");
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await frame().evaluate(quiet);
  await frame().evaluate(() => {
    const pressed = new Promise<number>((resolve) => {
      new PerformanceObserver((list) => {
        const click = list.getEntries().find(({ name }) => name === "click");
        if (click) resolve(click.duration);
      }).observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
      // Chromium tells of none that took less than a frame.
      addEventListener("click", () => setTimeout(() => resolve(0), 3_000), { once: true });
    });
    window.pressed = pressed;
  });
  await page.mouse.down();
  // A finger lies on the button for so long.
  await page.waitForTimeout(80);
  await page.mouse.up();
  const measured = await frame().evaluate(async () => {
    const inpMs = await window.pressed;
    const read = (type: string) =>
      new Promise<PerformanceEntry[]>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
        setTimeout(() => resolve([]), 200);
      });
    const paints = await read("largest-contentful-paint");
    const shifts = (await read("layout-shift")) as (PerformanceEntry & { value: number; hadRecentInput: boolean })[];
    return {
      lcpMs: Math.round(paints.at(-1)?.startTime ?? 0),
      inpMs,
      cls: shifts.filter(({ hadRecentInput }) => !hadRecentInput).reduce((sum, { value }) => sum + value, 0),
      ticked: document.querySelectorAll("input[data-tick]:checked").length,
    };
  });
  if (measured.ticked !== 50) throw new Error(`${measured.ticked} rows were ticked, not 50`);
  return { ...measured, cls: Math.round(measured.cls * 10_000) / 10_000 };
}

/** Until the page has drawn twenty frames on end, each on time. */
async function quiet(): Promise<void> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  let last = await frame();
  for (let onTime = 0, frames = 0; onTime < 20 && frames < 600; frames++) {
    const now = await frame();
    onTime = now - last < 34 ? onTime + 1 : 0;
    last = now;
  }
}

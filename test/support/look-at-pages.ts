import { readFileSync } from "node:fs";
import type axe from "axe-core";
import type { AxeResults } from "axe-core";
import type { Frame, Page } from "playwright-core";

declare global {
  interface Window {
    axe: typeof axe;
    /** what moved without a person's doing, in this document */
    shifts: { value: number; what: string[]; at: number }[];
    /** from each key until the frame after the one that answers it was drawn */
    answers: { from: number; to: number }[];
  }
}

/** Counts, from a document's first moment, what moves in it by itself, in each frame of the page's documents to come. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    window.answers = [];
    // A browser counts half a second after a key as its answer; on a busy machine one frame may take longer.
    document.addEventListener(
      "keydown",
      ({ timeStamp }) => {
        const answer = { from: timeStamp, to: Number.POSITIVE_INFINITY };
        window.answers.push(answer);
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            answer.to = performance.now();
          }),
        );
      },
      true,
    );
    const nameOf = (node: Node | null) => (node instanceof Element ? node.outerHTML : (node?.textContent ?? "gone"));
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & LayoutShift)[]) {
        if (entry.hadRecentInput) continue;
        const what = entry.sources.map(({ node, previousRect: was, currentRect: is }) => {
          const [from, to] = [was, is].map(({ x, y, width, height }) =>
            [x, y, width, height].map(Math.round).join(" "),
          );
          return `${nameOf(node).slice(0, 160)} [${from} -> ${to}]`;
        });
        window.shifts.push({ value: entry.value, what, at: entry.startTime });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

interface LayoutShift {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/**
 * Waits until React runs a document (if it does at all), its fonts are there, and nothing has changed for 15 frames.
 * @throws what changed last when that takes more than five minutes, or that no frame is drawn
 */
export async function settle(frame: Frame): Promise<void> {
  await frame.waitForFunction(() => document.readyState === "complete" && document.fonts.status === "loaded");
  await frame.evaluate(async () => {
    let quiet = 0;
    let frames = 0;
    let last = "";
    const seen = new MutationObserver(([change]) => {
      quiet = 0;
      last = `${change?.type} ${change?.attributeName ?? ""} of ${change?.target.textContent?.slice(0, 80)}`;
    });
    seen.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const drawn = async () => {
      while (quiet++ < 15) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        frames++;
      }
    };
    const patience = new Promise((_, refuse) => {
      setTimeout(
        () => refuse(new Error(`the page does not settle: ${frames} frames drawn, last change: ${last}`)),
        300_000,
      );
    });
    await Promise.race([drawn(), patience]);
    seen.disconnect();
  });
}

/**
 * How much moved in a document so far, and what; 0 is nothing. What moved before anything was drawn nobody saw: whoever asks for a
 * place while styles are on their way, as these tests do, makes the browser lay a page out without them.
 */
export async function shiftsOf(frame: Frame): Promise<{ total: number; what: string[] }> {
  const shifts = await frame.evaluate(() => {
    const drawnAt = performance.getEntriesByName("first-paint")[0]?.startTime ?? 0;
    return window.shifts
      .splice(0)
      .filter(({ at }) => at >= drawnAt && !window.answers.some(({ from, to }) => at >= from && at <= to));
  });
  return {
    total: shifts.reduce((sum, { value }) => sum + value, 0),
    what: shifts.flatMap(({ value, what }) => what.map((one) => `${value.toFixed(4)} ${one}`)),
  };
}

const axeSource = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** What axe finds in a document: WCAG 2.2 A and AA and best practices. @returns one line a finding */
export async function axeFindings(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(axeSource);
  const { violations } = (await frame.evaluate(() =>
    window.axe.run(document, {
      resultTypes: ["violations"],
      iframes: false,
      runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
      rules: { "label-content-name-mismatch": { enabled: true }, "target-size": { enabled: true } },
    }),
  )) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
      return `${id}: ${target.join(" ")} ${html.slice(0, 160)} — ${why.slice(0, 200)}`;
    }),
  );
}

import { expect, it } from "vitest";
import { tableOf } from "../../bench/growth.ts";
import { type DayFigures, simulateMonth } from "../../bench/support/simulate-month.ts";

/** `npm run bench -- growth --size 100000` does the same at full size. */
const size = Number(process.env.GROWTH_PRODUCTS ?? 1_000);
const megabyte = 1_048_576;

/** Rows a day that are meant: the sum of a day's charges, and figures of runs, of which a shop keeps a hundred. */
const mayGrow: Record<string, number> = { credit_entries: 1, credit_runs: 1 };

/** Pieces of the search index: how many there are depends on when SQLite merged them last. Their bytes count. */
const searchPieces = new Set(["product_search_data", "product_search_idx"]);

it(
  "a month of a catalogue under sync stays flat: rows and file are on day 30 what they were on day 10",
  async () => {
    const days = await simulateMonth({ size, days: 30 });
    const on = (day: number): DayFigures => {
      const found = days.find((figures) => figures.day === day);
      return found ?? expect.unreachable(`there is no day ${day}`);
    };
    const [tenth, twentieth, thirtieth] = [on(10), on(20), on(30)];
    // How much work a day brings differs by what is written, blocked and taken back: the most of its last five days counts.
    const mostRows = (table: string, last: number) =>
      Math.max(...days.filter(({ day }) => day > last - 5 && day <= last).map(({ rows }) => rows[table] ?? 0));
    process.stderr.write(`${JSON.stringify(tableOf([tenth, twentieth, thirtieth]), null, 2)}\n`);
    for (const later of [twentieth, thirtieth]) {
      for (const table of Object.keys(later.rows)) {
        if (searchPieces.has(table)) continue;
        const [before, rows] = [mostRows(table, tenth.day), mostRows(table, later.day)];
        // What is kept for good would be three times as much on the thirtieth day as on the tenth.
        const most = Math.max(before * 1.25, before + 10) + (mayGrow[table] ?? 0) * (later.day - tenth.day);
        expect([table, rows, rows <= most]).toEqual([table, rows, true]);
      }
      // Indexes with entries at random places: their pages split, and are filled to about two thirds in the end.
      expect(later.usedBytes / tenth.usedBytes).toBeLessThan(1.08);
      expect(later.fileBytes / tenth.fileBytes).toBeLessThan(1.05);
    }
    // A collection of garbage within a step counts as its CPU time: what is long by itself is so on more than three days of thirty.
    const longestSteps = days.map(({ longestStepMs }) => longestStepMs).sort((one, other) => other - one);
    expect(longestSteps[3]).toBeLessThan(20);
    expect(Math.max(...days.map(({ logBytes }) => logBytes))).toBeLessThan(96 * megabyte);
  },
  15 * 60_000,
);

import { type DayFigures, simulateMonth } from "./support/simulate-month.ts";

/**
 * A month of a catalogue under sync, by a clock that is moved: each day 3 % of the products change, 1 % are written again (five
 * texts each), published, a tenth of that undone, and the whole catalogue is imported. What is kept is over within a week, so
 * that days 10, 20 and 30 show whether anything grows.
 */
export async function run({ size = 10_000 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const shown: DayFigures[] = [];
  const startedAt = performance.now();
  await simulateMonth({
    size,
    days: 30,
    onDay(figures) {
      process.stderr.write(`day ${figures.day}, ${Math.round((performance.now() - startedAt) / 1_000)} s\n`);
      if (figures.day % 10 === 0) shown.push(figures);
    },
  });
  return { name: "growth", size, ...tableOf(shown) };
}

/** One line a table: its rows on each day that is shown. */
export function tableOf(shown: readonly DayFigures[]): Record<string, string> {
  const tables = [...new Set(shown.flatMap(({ rows }) => Object.keys(rows)))].sort();
  const line = (numberOf: (figures: DayFigures) => number) => shown.map(numberOf).join(" / ");
  return {
    day: line(({ day }) => day),
    ...Object.fromEntries(tables.map((table) => [table, line(({ rows }) => rows[table] ?? 0)])),
    file_mb: line(({ fileBytes }) => Math.round(fileBytes / 104_857.6) / 10),
    used_mb: line(({ usedBytes }) => Math.round(usedBytes / 104_857.6) / 10),
    log_mb: line(({ logBytes }) => Math.round(logBytes / 104_857.6) / 10),
    longest_step_ms: line(({ longestStepMs }) => Math.round(longestStepMs)),
  };
}

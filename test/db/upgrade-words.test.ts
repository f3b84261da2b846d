import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { migrationsFolder, openDatabase } from "../../app/db/open.ts";

interface Journal {
  entries: { tag: string }[];
}

/** The migrations before the one named, in a folder of their own. */
function migrationsBefore(folder: string, tag: string): string {
  const earlier = join(folder, "earlier");
  cpSync(migrationsFolder(), earlier, { recursive: true });
  const file = join(earlier, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as Journal;
  const end = journal.entries.findIndex((entry) => entry.tag === tag);
  expect(end).toBeGreaterThan(0);
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
  return earlier;
}

it("an upgrade renames what was called parked: items, the reasons of shops and jobs, and counters", () => {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-words-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "shelfwright.sqlite");
  const old = openDatabase({ file, migrationsFolder: migrationsBefore(folder, "0016_words") });
  const columns = "id, shop, kind, title, payload, priority, status, created_at, total, park_reason";
  old.raw.exec(`
    INSERT INTO jobs (${columns}) VALUES ('j', 's', 'publish', 'Publish', '{}', 2, 'queued', 0, 2, 'billing');
    INSERT INTO job_items (job_id, shop, seq, subject, kind, status, run_at, priority, park_reason)
      VALUES ('j', 's', 0, '1', 'publish', 'parked', 0, 2, 'billing'), ('j', 's', 1, '2', 'publish', 'done', 0, 2, NULL);
    INSERT INTO parks (shop, reason, message, since) VALUES ('s', 'billing', 'Add credit.', 7);
    INSERT INTO metric_totals (name, labels, value) VALUES
      ('items', '{"code":"billing","kind":"publish","outcome":"parked"}', 3),
      ('items', '{"code":"","kind":"publish","outcome":"done"}', 5)`);
  old.close();
  const { raw, close } = openDatabase({ file });
  const all = (sql: string) => raw.prepare(sql).raw().all();
  expect(all("SELECT seq, status, pause_reason FROM job_items ORDER BY seq")).toEqual([
    [0, "paused", "billing"],
    [1, "done", null],
  ]);
  expect(all("SELECT pause_reason FROM jobs")).toEqual([["billing"]]);
  expect(all("SELECT * FROM pauses")).toEqual([["s", "billing", "Add credit.", 7]]);
  expect(all("SELECT labels, value FROM metric_totals ORDER BY value")).toEqual([
    ['{"code":"billing","kind":"publish","outcome":"paused"}', 3],
    ['{"code":"","kind":"publish","outcome":"done"}', 5],
  ]);
  close();
});

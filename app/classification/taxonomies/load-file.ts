import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../../db/open.ts";
import type { TaxonomyName } from "../../db/schema/index.ts";
import { get, run } from "../../db/steps.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Entry } from "./entry.ts";
import { openTaxonomyFile } from "./read-entries.ts";
import { finishTaxonomy, newLoading, passOver, storeEntries } from "./store-entries.ts";
import { TaxonomyFileError } from "./taxonomy-file-error.ts";

export interface LoadedFile {
  /** what the file was taken for */
  label: string;
  taxonomy: TaxonomyName;
  /** null where the file does not tell */
  version: string | null;
  /** entries of the file */
  entries: number;
  /** of these stored by an earlier run that was stopped */
  before: number;
  /** categories that the file holds no more */
  archived: number;
  /** an earlier run had loaded all of it: nothing was changed */
  known: boolean;
}

/** Entries stored in one transaction: some 10 ms. */
const chunkEntries = 500;

interface Kept {
  /** 0 where another file of the taxonomy was read since: what this one stored is overwritten in part */
  done: number;
  finishedAt: number | null;
}

/**
 * Loads a file of a taxonomy into the database. What was stored before a crash stays, and the same file goes on there; a
 * taxonomy counts as loaded once a file that names all of its categories was read to its end.
 * @param mayArchive true: also more categories than go from one edition to the next, as a file that was cut off would. @param language of the file's names, "en" or as in "de" @param told gets word after each piece that was stored
 * @throws TaxonomyFileError for what is no such file, at the entry where it shows
 */
export async function loadTaxonomyFile(
  { db, clock }: { db: Db; clock: Clock },
  {
    file,
    language = "en",
    mayArchive = false,
    told,
  }: { file: string; language?: string; mayArchive?: boolean; told?: (entries: number) => void },
): Promise<LoadedFile> {
  await assertReadable(file);
  const source = await openTaxonomyFile(file, language);
  const { taxonomy, label } = source;
  const id = `${await digestOfFile(file)}:${language}`;
  const kept = await db.do(get<Kept>(keptSql, { id, taxonomy, language }));
  if (kept?.finishedAt != null) {
    return { label, taxonomy, version: null, entries: kept.done, before: kept.done, archived: 0, known: true };
  }
  const loading = newLoading(taxonomy, id, language);
  const before = kept?.done ?? 0;
  const startedAt = clock.now();
  let read = 0;
  let waiting: Entry[] = [];
  let waitingGroups = 0;
  const store = async () => {
    const [entries, done] = [waiting, read];
    waiting = [];
    waitingGroups = 0;
    await db.transact("all shops", function* () {
      yield* storeEntries(loading, entries);
      yield* run(progressSql, { id, taxonomy, done, startedAt, anew: before === 0 ? 1 : 0 });
    });
    told?.(done);
    await nextTurn();
  };
  for await (const entries of source.entries()) {
    read++;
    if (read <= before) {
      passOver(loading, entries);
      continue;
    }
    waiting.push(...entries);
    waitingGroups++;
    if (waiting.length >= chunkEntries) await store();
  }
  if (waitingGroups > 0) await store();
  if (read === 0) throw new TaxonomyFileError(`${label}: the file has no entries`);
  const now = clock.now();
  const version = source.version()?.slice(0, 10) ?? null;
  const archived = await db.transact("all shops", function* () {
    const count = source.isWhole
      ? yield* finishTaxonomy(loading, {
          mayArchive,
          version: source.version() === null ? dayOf(now) : (version ?? ""),
          now,
        })
      : 0;
    yield* run(finishedSql, { id, now });
    return count;
  });
  await db.analyze(["taxonomy_categories"]);
  return { label, taxonomy, version, entries: read, before, archived, known: false };
}

const keptSql = `SELECT CASE WHEN other THEN 0 ELSE done END AS done, CASE WHEN other THEN NULL ELSE finished_at END AS "finishedAt"
  FROM (SELECT done, finished_at, EXISTS (SELECT 1 FROM taxonomy_loads AS o WHERE o.taxonomy = @taxonomy AND o.id <> l.id
      AND o.id LIKE '%:' || @language AND o.started_at >= l.started_at) AS other
    FROM taxonomy_loads AS l WHERE id = @id) AS kept`;
const progressSql = `INSERT INTO taxonomy_loads (id, taxonomy, done, started_at) VALUES (@id, @taxonomy, @done, @startedAt)
  ON CONFLICT (id) DO UPDATE SET done = excluded.done, finished_at = NULL,
    started_at = CASE WHEN @anew = 1 THEN excluded.started_at ELSE taxonomy_loads.started_at END`;
const finishedSql = "UPDATE taxonomy_loads SET finished_at = @now WHERE id = @id";

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

async function assertReadable(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (!found) throw new TaxonomyFileError(`there is no file ${file}`);
  if (!found.isFile()) throw new TaxonomyFileError(`${file} is no file`);
}

async function digestOfFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

import { loadTaxonomyFile } from "../app/classification/taxonomies/load-file.ts";
import { readDatabaseFile } from "../app/config.ts";
import { assertOfThisVersion } from "../app/db/look-after-file.ts";
import { migrationsFolder, openDatabase } from "../app/db/open.ts";
import { systemClock } from "../app/lib/clock.ts";

const help = `npm run taxonomy -- load FILE [--language de] [--archive]
  Shopify's published files (categories.txt or .json of any language, attributes.json, the mapping to Google), Google's
  taxonomy-with-ids.txt, or GS1's GPC as JSON: what FILE is shows by its beginning. --language is that of names other than English.
  A file that lacks a tenth of the known categories is taken for one that was cut off, unless --archive says that they are gone.

Categories come before names and mappings of them. A run that was stopped goes on where it was; a file that is loaded changes
nothing. The database is DATABASE_FILE (default data/shelfwright.sqlite); the app may run. Shopify's categories are read from
Shopify by themselves: files add their names in other languages, attributes and Google's categories.`;

/** Loaded entries after which a line is printed. */
const toldEvery = 5_000;

async function main([command, file, ...options]: string[]): Promise<number> {
  const mayArchive = options.includes("--archive");
  const language = languageOf(options.filter((option) => option !== "--archive"));
  if (command !== "load" || !file || language === null) {
    console.log(help);
    return command === undefined || command === "--help" ? 0 : 1;
  }
  const path = readDatabaseFile();
  assertOfThisVersion(path, migrationsFolder());
  const db = openDatabase({ file: path, busyTimeoutMs: 10_000 });
  try {
    let next = toldEvery;
    const told = (entries: number) => {
      if (entries < next) return;
      console.log(`${entries.toLocaleString("en-US")} entries are stored`);
      next = entries + toldEvery;
    };
    const { label, entries, before, archived, known, version } = await loadTaxonomyFile(
      { db, clock: systemClock },
      { file, language, mayArchive, told },
    );
    if (known) console.log(`${file} was loaded before: nothing was changed.`);
    else {
      const went = before > 0 ? `, ${before.toLocaleString("en-US")} of them by the run before` : "";
      const gone = archived > 0 ? `; ${archived.toLocaleString("en-US")} that it no longer has are archived` : "";
      const of = version === null ? "" : ` of ${version}`;
      console.log(`${label}${of}: ${entries.toLocaleString("en-US")} entries${went}${gone}.`);
    }
    return 0;
  } finally {
    db.close();
  }
}

/** null for options that are none */
function languageOf(options: readonly string[]): string | null {
  if (options.length === 0) return "en";
  const [flag, language = "", ...more] = options;
  return flag === "--language" && /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(language) && more.length === 0 ? language : null;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : "the command stopped for an unknown reason");
  process.exitCode = 1;
}

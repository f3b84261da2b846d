import { basename, dirname, join } from "node:path";
import { readDatabaseFile } from "../app/config.ts";
import { assertOfThisVersion, backUpDatabase, checkDatabase, compactDatabase } from "../app/db/look-after-file.ts";
import { migrationsFolder, openDatabase } from "../app/db/open.ts";
import { restoreDatabase } from "../app/db/restore-database.ts";
import { readWatchedTime, trustClock } from "../app/jobs/read-watched-time.ts";
import { systemClock } from "../app/lib/clock.ts";

const help = `npm run db -- COMMAND
  backup [FILE]   copy the database while the app runs (default: backups/ beside it, named by the time)
  check           read the whole file for damage
  compact         write it anew without its empty room. Stop the app first.
  restore FILE    put a backup in its place; the former file is kept. Stop the app first.
  trust-clock     say that this machine's clock is right although it leapt: old rows go by it again

The database is DATABASE_FILE (default data/shelfwright.sqlite).`;

async function main([command, path]: string[]): Promise<number> {
  const file = readDatabaseFile();
  switch (command) {
    case "backup": {
      const stamp = new Date().toISOString().replace(/[:.]/g, "-");
      const to = path ?? join(dirname(file), "backups", `${basename(file, ".sqlite")}-${stamp}.sqlite`);
      console.log(`Copying ${file} and reading the copy for damage …`);
      const { bytes } = await backUpDatabase(file, to);
      console.log(`${to} (${megabytes(bytes)})`);
      return 0;
    }
    case "check": {
      const { findings, bytes, products, emptyBytes, pending } = checkDatabase(file, migrationsFolder());
      for (const finding of findings) console.log(finding);
      const changes = pending > 0 ? ` The next start applies ${pending} change(s) to its schema.` : "";
      console.log(
        `${file}: ${findings.length} finding(s), ${products} products, ${megabytes(bytes)}, of it ${megabytes(emptyBytes)} empty.${changes}`,
      );
      if (emptyBytes > bytes / 4) console.log("To give the empty room back to the disk: npm run db -- compact.");
      return findings.length === 0 ? 0 : 1;
    }
    case "compact": {
      const { before, after } = compactDatabase(file, { folder: migrationsFolder() });
      console.log(`${file}: ${megabytes(before)} before, ${megabytes(after)} now.`);
      return 0;
    }
    case "restore": {
      if (path === undefined) break;
      const { former } = await restoreDatabase(file, path, { now: Date.now(), folder: migrationsFolder() });
      console.log(`${file} is now ${path}.${former ? ` What stood there before is ${former}.` : ""}`);
      return 0;
    }
    case "trust-clock": {
      assertOfThisVersion(file, migrationsFolder());
      const db = openDatabase({ file, busyTimeoutMs: 10_000 });
      const before = await db.do(readWatchedTime(systemClock.now()));
      await trustClock({ db, clock: systemClock });
      db.close();
      console.log(`Old rows were counted from ${timeOf(before)}, now from ${timeOf(systemClock.now())}.`);
      return 0;
    }
  }
  console.log(help);
  return command === undefined || command === "--help" ? 0 : 1;
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : "the command stopped for an unknown reason");
  process.exitCode = 1;
}

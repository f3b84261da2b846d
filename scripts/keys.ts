import { readDatabaseFile, readEncryptionKeys } from "../app/config.ts";
import { assertOfThisVersion } from "../app/db/look-after-file.ts";
import { migrationsFolder, openDatabase } from "../app/db/open.ts";
import { createSealer } from "../app/lib/seal.ts";
import { resealValues } from "../app/tasks/reseal-values.ts";
import { type KeysReport, reportKeys } from "../app/tasks/sealed-values.ts";

const help = `npm run keys -- COMMAND [--json]
  status   how many values each of ENCRYPTION_KEYS seals, and how many open with none of them
  reseal   seal all that an older key sealed with the newest one; the app may be running

No secret and no sealed value is ever printed: a key's id is the beginning of its digest.
Exit code: 0 all values open and the newest key sealed them, 2 an older key is still in use (reseal, then drop it),
3 some open with none of the keys (bring the key back, or their owners are asked for them again), 1 the command failed.`;

const exitCodes = { done: 0, failed: 1, olderInUse: 2, unreadable: 3 };

async function main(args: string[]): Promise<number> {
  const [command] = args.filter((arg) => arg !== "--json");
  if (command !== "status" && command !== "reseal") {
    console.log(help);
    return command === undefined || command === "--help" ? exitCodes.done : exitCodes.failed;
  }
  const sealer = createSealer(readEncryptionKeys());
  const file = readDatabaseFile();
  assertOfThisVersion(file, migrationsFolder());
  // Waits as long as it takes for the writes of the app, which are short.
  const db = openDatabase({ file, busyTimeoutMs: 10_000 });
  try {
    const done = command === "reseal" ? await resealValues({ db, sealer }) : null;
    const report = await reportKeys({ db, sealer });
    console.log(args.includes("--json") ? JSON.stringify({ ...report, ...done }) : inWords(report, done?.resealed));
    return codeOf(report);
  } finally {
    db.close();
  }
}

function codeOf({ keys, unreadable }: KeysReport): number {
  if (Object.keys(unreadable).length > 0) return exitCodes.unreadable;
  return keys.some(({ state, values }) => state !== "newest" && values > 0) ? exitCodes.olderInUse : exitCodes.done;
}

function inWords({ keys, unreadable }: KeysReport, resealed: number | undefined): string {
  const lines = keys.map(({ id, state, values }) => `${id}  ${state.padEnd(7)}  ${values} value(s)`);
  for (const [column, values] of Object.entries(unreadable)) lines.push(`${values} of ${column} open with no key`);
  if (resealed !== undefined) lines.push(`${resealed} value(s) were sealed anew.`);
  return lines.join("\n");
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : "the command stopped for an unknown reason");
  process.exitCode = exitCodes.failed;
}

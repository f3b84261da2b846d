/** Locked by another process, disk full, unreadable or read-only file: goes away without a restart. */
const passing = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|PROTOCOL)(_|$)/;

/**
 * Whether the database's file is the trouble, rather than the statement. Such work waits and is then continued; it costs no attempt.
 * @see https://www.sqlite.org/rescode.html
 */
export function isStorageTrouble(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ("code" in at && typeof at.code === "string" && passing.test(at.code)) return true;
  }
  return false;
}

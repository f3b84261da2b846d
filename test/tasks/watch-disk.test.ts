import { describe, expect, it } from "vitest";
import type { Logger } from "../../app/lib/logger.ts";
import { createDiskWatch } from "../../app/tasks/watch-disk.ts";
import { testDatabaseFile } from "../support/open-test-database.ts";

/** More than any disk has. */
const never = Number.MAX_SAFE_INTEGER / 1_048_576;

function watchWith(config: { DISK_MIN_FREE_MB: number }) {
  const said: string[] = [];
  const note = (level: string) => (_: object, message: string) => said.push(`${level} ${message}`);
  const logger: Logger = { info: note("info"), warn: note("warn"), error: note("error"), debug: note("debug") };
  const time = { now: 1_000 };
  const clock = { now: () => time.now };
  return { look: createDiskWatch({ db: testDatabaseFile().open(), clock, logger, config }), said, time };
}

describe("the watch on the disk", () => {
  it("logs nothing while there is room", async () => {
    const { look, said } = watchWith({ DISK_MIN_FREE_MB: 0 });
    await look();
    expect(said).toEqual([]);
  });

  it("warns of a disk that is nearly full at once and then once an hour, and logs when it has room again", async () => {
    const config = { DISK_MIN_FREE_MB: never };
    const { look, said, time } = watchWith(config);
    const warning = expect.stringMatching(/^warn .* nearly full/);
    await look();
    await look();
    expect(said).toEqual([warning]);
    time.now += 3_600_000;
    await look();
    expect(said).toEqual([warning, warning]);
    config.DISK_MIN_FREE_MB = 0;
    await look();
    await look();
    expect(said.slice(2)).toEqual([expect.stringMatching(/^info .* room again/)]);
  });
});

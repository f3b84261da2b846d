import { expect, it, onTestFinished } from "vitest";
import { readConfig } from "../../app/config.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { startMaintenance } from "../../app/tasks/maintenance.ts";
import { keepingLogger, until } from "../jobs/support.ts";
import { startAt } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { fillShop } from "./retention/full-shop.ts";
import { countOf, dayMs } from "./retention/support.ts";

it("the worker's maintenance removes what is no longer kept, for as long as the settings say", async () => {
  const db = openTestDatabase();
  await fillShop(db);
  const logger = keepingLogger();
  const config = readConfig({
    SHOPIFY_API_KEY: "key",
    SHOPIFY_API_SECRET: "a-secret-that-is-long",
    SHOPIFY_APP_URL: "https://app.example.com/",
    ENCRYPTION_KEYS: Buffer.alloc(32).toString("base64"),
    KEEP_JOBS_DAYS: "2000",
    DISK_MIN_FREE_MB: "0",
  });
  const nobody = async () => {
    throw new Error("no token is wanted");
  };
  const tokens = { accessToken: nobody, replaceRejected: nobody, giveUp: nobody, refreshIdle: async () => 0 };
  const clock = { now: () => startAt + 1_000 * dayMs };
  const sealer = createSealer(config.ENCRYPTION_KEYS);
  const admin = (): never => {
    throw new Error("nobody is asked");
  };
  const maintenance = startMaintenance({ db, clock, logger, tokens, admin, sealer, config, feedsFolder: "no-feeds" });
  onTestFinished(() => maintenance.stop());
  await until(() => countOf(db, "feedback") === 0, "the last retention has run");
  const rest = ["webhook_events", "write_backs", "versions", "products", "jobs"].map((table) => countOf(db, table));
  expect(rest).toEqual([0, 1, 1, 1, 2]);
  expect(logger.lines.filter(({ level }) => level === "error")).toEqual([]);
  await until(() => logger.lines.some(({ message }) => message === "retentions ran"), "the run has said its figures");
  const removed = logger.lines.filter(({ message }) => message === "rows that are no longer kept were removed");
  expect(removed.map(({ fields }) => fields)).toContainEqual({ count: 1, reason: "webhook ids" });
  const all = removed.reduce((sum, { fields }) => sum + (fields.count ?? 0), 0);
  const ran = logger.lines.find(({ message }) => message === "retentions ran");
  expect(ran?.fields).toEqual({ count: all, ms: expect.any(Number) });
});

import { expect, it, onTestFinished, vi } from "vitest";
import { claimRequest, keepClaim } from "../../../app/db/claim-request.ts";
import { readWatchedTime } from "../../../app/jobs/read-watched-time.ts";
import { shopDomainSchema } from "../../../app/lib/brand.ts";
import { testClock } from "../../jobs/support.ts";
import { testDatabaseFile } from "../../support/open-test-database.ts";

it("a renewal that meets a locked database ends neither the process nor the claim", async () => {
  const { open } = testDatabaseFile();
  const [db, other] = [open(), open()];
  db.raw.pragma("busy_timeout = 1");
  const deps = { db, clock: testClock() };
  const id = { shop: shopDomainSchema.parse("a.myshopify.com"), by: "user:1", key: "k" };
  const claim = await claimRequest({ ...deps, watchedTime: readWatchedTime }, id, "digest");
  if (claim.kind !== "ours") throw new Error(`the first claim is ${claim.kind}`);
  vi.useFakeTimers({ toFake: ["setInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  onTestFinished(keepClaim(deps, id, claim.owner));
  other.raw.exec("BEGIN IMMEDIATE");
  deps.clock.advance(3_000);
  expect(() => vi.advanceTimersByTime(3_000)).not.toThrow();
  other.raw.exec("COMMIT");
  const leaseUntil = () =>
    other.raw.prepare("SELECT lease_until FROM answered_requests WHERE shop = ?").pluck().get(id.shop);
  while (leaseUntil() !== deps.clock.now() + 10_000) await new Promise(setImmediate);
});

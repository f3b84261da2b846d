import { describe, expect, it } from "vitest";
import { conflicts } from "../../../app/db/schema/index.ts";
import { oldVersions } from "../../../app/tasks/retention/old-versions.ts";
import { productId, shop, storeProduct } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { aVersion, aWrite, day, left, pass } from "./support.ts";

const retention = oldVersions({ draftDays: 90, publishedDays: 700 });
const newest = { id: "ver_newest", state: "published" as const, createdAt: day(5), decidedAt: day(5) };

describe("superseded and rejected texts", () => {
  it("of the model go when their time is over", async () => {
    const db = openTestDatabase();
    await aVersion(db, newest);
    await aVersion(db, { id: "ver_replaced" });
    await aVersion(db, { id: "ver_rejected", state: "rejected", decidedAt: day(2) });
    expect(await pass(db, retention, { now: day(89) })).toBe(0);
    expect(await pass(db, retention, { now: day(91), rows: 1 })).toBe(1);
    expect(await pass(db, retention, { now: day(93), rows: 1 })).toBe(1);
    expect(left(db, "versions")).toEqual(["ver_newest"]);
  });

  it("that were published stay longer", async () => {
    const db = openTestDatabase();
    await aVersion(db, newest);
    await aVersion(db, { id: "ver_was_live", publishedAt: day(0) });
    expect(await pass(db, retention, { now: day(699) })).toBe(0);
    expect(await pass(db, retention, { now: day(701) })).toBe(1);
  });

  it("that a person wrote or changed stay for ever, and what they were made from", async () => {
    const db = openTestDatabase();
    await aVersion(db, newest);
    await aVersion(db, { id: "ver_model" });
    await aVersion(db, { id: "ver_person", origin: "edited", parentId: "ver_model", createdAt: day(1) });
    expect(await pass(db, retention, { now: day(9_000) })).toBe(0);
  });

  it("stay while they are the newest of their text, so that a product's state and history stay true", async () => {
    const db = openTestDatabase();
    await aVersion(db, { id: "ver_only", state: "rejected" });
    await aVersion(db, { id: "ver_other_language", state: "rejected", locale: "de", createdAt: day(1) });
    await aVersion(db, { id: "ver_market", state: "rejected", market: "Market/7", createdAt: day(1) });
    await aVersion(db, { id: "ver_channel", state: "rejected", channel: "google", createdAt: day(1) });
    const alt = { state: "rejected" as const, contentType: "image_alt" };
    await aVersion(db, { ...alt, id: "ver_image_1", resource: "MediaImage/1" });
    await aVersion(db, { ...alt, id: "ver_image_2", resource: "MediaImage/2", createdAt: day(1) });
    expect(await pass(db, retention, { now: day(9_000) })).toBe(0);
  });

  it.each(["draft", "approved", "published"] as const)("are no texts that are %s, however old", async (state) => {
    const db = openTestDatabase();
    await aVersion(db, newest);
    await aVersion(db, { id: "ver_open", state });
    expect(await pass(db, retention, { now: day(9_000) })).toBe(0);
  });

  it("stay while a write-back or a conflict names them", async () => {
    const db = openTestDatabase();
    await aVersion(db, newest);
    await aVersion(db, { id: "ver_wb", publishedAt: day(0) });
    await aWrite(db, { id: "wb", before: "A", sent: "B" });
    await aVersion(db, { id: "ver_conflict", contentType: "desc", createdAt: day(0) });
    await aVersion(db, { ...newest, id: "ver_desc", contentType: "desc" });
    const place = { shop, productId, contentType: "desc", locale: "en", versionId: "ver_conflict" };
    await db.orm.insert(conflicts).values({ ...place, ours: "B", detectedAt: 0 });
    expect(await pass(db, retention, { now: day(9_000) })).toBe(0);
    db.raw.exec("DELETE FROM write_backs; DELETE FROM conflicts");
    expect(await pass(db, retention, { now: day(9_000) })).toBe(2);
  });

  it("take the fingerprints with them by which likenesses are found", async () => {
    const db = openTestDatabase();
    await storeProduct(db);
    await aVersion(db, newest);
    await aVersion(db, { id: "ver_marked" });
    const mark = db.raw.prepare(
      "INSERT INTO fingerprints (shop, product_row, content_type, version_id, whole) VALUES (?, 1, 'title', ?, 1)",
    );
    for (const id of ["ver_marked", "ver_newest"]) mark.run(shop, id);
    await pass(db, retention, { now: day(91) });
    expect(db.raw.prepare("SELECT version_id FROM fingerprints WHERE shop = ?").pluck().all(shop)).toEqual([
      "ver_newest",
    ]);
  });
});

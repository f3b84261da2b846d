import { describe, expect, it } from "vitest";
import { checkDatabase, compactDatabase } from "../../app/db/look-after-file.ts";
import { migrationsFolder } from "../../app/db/open.ts";
import { readStorage } from "../../app/db/read-storage.ts";
import { shops, webhookEvents } from "../../app/db/schema/index.ts";
import { testDatabaseFile } from "../support/open-test-database.ts";

const options = { folder: migrationsFolder() };
const shop = "a.myshopify.com";

/** A database most of whose rows were removed. */
async function holeyDatabase() {
  const { file, open } = testDatabaseFile();
  const db = open();
  await db.orm.insert(shops).values({ shop, installedAt: 1 });
  const rows = Array.from({ length: 2_000 }, (_, n) => ({
    shop,
    topic: "t".repeat(500),
    webhookId: `${n}`,
    receivedAt: n,
  }));
  for (let from = 0; from < rows.length; from += 200) {
    await db.orm.insert(webhookEvents).values(rows.slice(from, from + 200));
  }
  db.raw.prepare("DELETE FROM webhook_events WHERE shop = ? AND received_at > 50").run(shop);
  return { file, open, db };
}

describe("npm run db -- compact", () => {
  it("npm run db -- compact gives the room of removed rows back to the disk, and changes nothing else", async () => {
    const { file, open, db } = await holeyDatabase();
    expect((await readStorage(db, { minFreeBytes: 0 })).reusableBytes).toBeGreaterThan(1_000_000);
    db.close();
    const found = checkDatabase(file, options.folder);
    expect(found.emptyBytes).toBeGreaterThan(found.bytes / 4);
    const { before, after } = compactDatabase(file, options);
    expect(before).toBe(found.bytes);
    expect(after).toBeLessThan(before - 1_000_000);
    expect(checkDatabase(file, options.folder)).toMatchObject({ findings: [], emptyBytes: 0, bytes: after });
    expect(open().raw.prepare("SELECT count(*) FROM webhook_events WHERE shop = ?").pluck().get(shop)).toBe(51);
  });

  it("npm run db -- compact refuses while the app runs", async () => {
    const { file, db } = await holeyDatabase();
    expect(() => compactDatabase(file, options)).toThrow(/is running/);
    db.close();
    expect(() => compactDatabase(`${file}.none`, options)).toThrow(/There is no file/);
  });
});

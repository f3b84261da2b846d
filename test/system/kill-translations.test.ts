import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { creditEntries } from "../../app/db/schema/index.ts";
import { newId } from "../../app/lib/id.ts";
import { type KilledShop, openKilledShop } from "../support/translations-under-kills.ts";

let killed: KilledShop;

beforeAll(async () => {
  killed = await openKilledShop({ productCount: 12, killsOfEach: 2 });
});

afterAll(() => killed?.system.stop());

describe("a worker killed with SIGKILL at random moments", () => {
  it("translates, publishes and undoes: nothing is lost, charged twice, unapproved or a person's overwritten", async () => {
    expect(await killed.translate()).toBe("completed");
    expect(await killed.approve()).toBeGreaterThan(60);
    expect(killed.editInShop({ key: "body_html", of: (n) => n % 3 === 1 })).toBeGreaterThan(0);
    // What a person wrote meanwhile waits for a decision.
    expect(await killed.publish()).toBe("partially_completed");
    expect(await killed.published()).toBeGreaterThan(60);
    expect(await killed.findings()).toEqual([]);

    expect(killed.editInShop({ key: "title", of: (n) => n % 6 === 5 })).toBeGreaterThan(0);
    expect(await killed.undo()).toBe("partially_completed");
    expect(killed.heldOfApp()).toEqual([]);
    expect(await killed.findings()).toEqual([]);
    expect(killed.kills()).toBeGreaterThanOrEqual(4);

    // What has to be red when an item is charged a second time.
    const { db } = killed.system;
    const [charge] = await db.orm.select().from(creditEntries).where(eq(creditEntries.kind, "charge"));
    if (!charge) throw new Error("nothing was charged");
    await db.orm.insert(creditEntries).values({ ...charge, id: newId("ce", 0), round: 1 });
    expect(await killed.findings()).toContain(`item ${charge.itemSeq} is charged 2 times`);
  }, 600_000);
});

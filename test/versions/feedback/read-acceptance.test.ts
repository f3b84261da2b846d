import { describe, expect, it } from "vitest";
import { configStates } from "../../../app/db/schema/index.ts";
import { presets } from "../../../app/rules/configs/presets.ts";
import { approveVersions } from "../../../app/versions/approve-versions.ts";
import { readAcceptance } from "../../../app/versions/feedback/read-acceptance.ts";
import { rejectVersion } from "../../../app/versions/reject-version.ts";
import { otherShop, shop, storeProduct } from "../../support/content/shop.ts";
import { inEnglish } from "../../support/places.ts";
import { openFeedbackWorld } from "./support.ts";

async function decided() {
  const world = await openFeedbackWorld();
  const { db, clock } = world;
  const approve = (id: string) =>
    approveVersions({ db, clock }, { shop, versionIds: [id], by: "anna", onlyClean: true });
  const reject = (versionId: string) => rejectVersion({ db, clock }, { shop, versionId, by: "anna" });
  return { ...world, approve, reject };
}

describe("the acceptance rate", () => {
  it("counts each generated text once, by the last decision about it, and a chosen wording as approved", async () => {
    const { db, write, approve, reject } = await decided();
    await approve(await write("a"));
    await reject(await write("b"));
    const c = await write("c");
    await approve(c);
    await approve(await write("c, corrected", { origin: "edited", parentId: c }));
    const wordings = ["d", "d in other words"].map((body) => ({ body, warnings: [] }));
    const d = await write("d", { wordings });
    await approve(await write("d in other words", { origin: "edited", parentId: d, wordings }));
    expect(await readAcceptance({ db }, { shop, target: inEnglish, since: 0 })).toEqual([
      { config: null, model: "small", contentType: "title", approved: 2, corrected: 1, rejected: 1 },
    ]);
  });

  it("is counted per config, model and content type, with a config's newest name", async () => {
    const { db, write, approve, reject } = await decided();
    const state = { shop, configId: "c1", change: "edited" as const, config: {}, savedAt: 1 };
    await db.orm.insert(configStates).values([
      { ...state, revision: 1, name: "linen", label: "Old", digest: "config-0" },
      { ...state, revision: 2, name: "linen", label: "Leinen & Co.", digest: "config-1" },
    ]);
    await approve(await write("a", { configDigest: "config-0" }));
    await approve(await write("b", { configDigest: "config-1" }));
    await reject(await write("c", { model: "large" }));
    const general = presets[0]?.digest ?? "";
    await reject(await write("d", { contentType: "desc", configDigest: general }));
    expect(await readAcceptance({ db }, { shop, target: inEnglish, since: 0 })).toEqual([
      { config: "Leinen & Co.", model: "small", contentType: "title", approved: 2, corrected: 0, rejected: 0 },
      { config: "General", model: "small", contentType: "desc", approved: 0, corrected: 0, rejected: 1 },
      { config: "Leinen & Co.", model: "large", contentType: "title", approved: 0, corrected: 0, rejected: 1 },
    ]);
  });

  it("looks at the decisions of a period, and at the shop's own", async () => {
    const { db, clock, write, approve } = await decided();
    await storeProduct(db, { shop: otherShop });
    await approve(await write("old"));
    clock.advance(10_000);
    const since = clock.now();
    await approve(await write("new"));
    const theirs = await write("theirs", { shop: otherShop });
    await approveVersions({ db, clock }, { shop: otherShop, versionIds: [theirs], by: "bob", onlyClean: true });
    expect(await readAcceptance({ db }, { shop, target: inEnglish, since })).toMatchObject([{ approved: 1 }]);
    expect(await readAcceptance({ db }, { shop, target: inEnglish, since: 0 })).toMatchObject([{ approved: 2 }]);
  });

  it("is not about texts for a language, a market or a channel of its own", async () => {
    const { db, write, approve, reject } = await decided();
    await approve(await write("own"));
    await reject(await write("translated", { locale: "de" }));
    await reject(await write("for a market", { market: "41" }));
    await reject(await write("for a channel", { channel: "amazon" }));
    expect(await readAcceptance({ db }, { shop, target: inEnglish, since: 0 })).toMatchObject([
      { approved: 1, rejected: 0 },
    ]);
  });
});

import { expect, it } from "vitest";
import { configStates } from "../../../app/db/schema/index.ts";
import { presets } from "../../../app/rules/configs/presets.ts";
import { approveVersions } from "../../../app/versions/approve-versions.ts";
import { readJudgements } from "../../../app/versions/feedback/read-judgements.ts";
import { rejectVersion } from "../../../app/versions/reject-version.ts";
import { otherShop, shop } from "../../support/content/shop.ts";
import { inEnglish } from "../../support/places.ts";
import { openFeedbackWorld } from "./support.ts";

it("rules are judged by the last word about each text of all their states, with the reason that was given most", async () => {
  const { db, clock, write } = await openFeedbackWorld();
  const approve = (id: string) =>
    approveVersions({ db, clock }, { shop, versionIds: [id], by: "anna", onlyClean: true });
  const reject = (versionId: string, reason?: string) =>
    rejectVersion({ db, clock }, { shop, versionId, by: "anna", reason });
  const state = { shop, configId: "c1", change: "edited" as const, config: {}, name: "linen", label: "L", savedAt: 1 };
  await db.orm.insert(configStates).values([
    { ...state, revision: 1, digest: "config-0" },
    { ...state, revision: 2, digest: "config-1" },
  ]);
  await approve(await write("a", { configDigest: "config-0" }));
  const corrected = await write("b", { configDigest: "config-1" });
  await approve(corrected);
  await approve(await write("b, corrected", { origin: "edited", parentId: corrected }));
  for (const [text, reason] of Object.entries({ c: "Too long", d: "Wrong tone", e: "Too long " })) {
    await reject(await write(text, { configDigest: "config-1" }), reason);
  }
  await reject(await write("f", { configDigest: presets[0]?.digest ?? "" }));
  await reject(await write("g", { configDigest: "of nobody" }), "Too long");
  const since = clock.now();
  expect(await db.do(readJudgements({ shop, target: inEnglish, since: 0 }))).toEqual(
    new Map([
      ["c1", { unchanged: 1, decided: 5, reason: { words: "Too long", count: 2 } }],
      [presets[0]?.id, { unchanged: 0, decided: 1, reason: null }],
    ]),
  );
  expect(await db.do(readJudgements({ shop, target: inEnglish, since: since + 1 }))).toEqual(new Map());
  expect(await db.do(readJudgements({ shop: otherShop, target: inEnglish, since: 0 }))).toEqual(new Map());
});

import { expect, it } from "vitest";
import { shopPeople, workSettings } from "../../app/db/schema/index.ts";
import { rightsOf } from "../../app/workplace/rights.ts";
import { usualWork, workSettingsOf } from "../../app/workplace/work-settings.ts";
import { otherShop, shop } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const everything = { approve: true, publish: true, changeRules: true };

it("everybody may do everything until somebody limits it, and the owner always", async () => {
  const db = openTestDatabase();
  expect(await db.do(rightsOf(shop, "user:2"))).toEqual(everything);
  const limits = { mayApprove: true, mayPublish: false, mayChangeRules: false, updatedAt: 1 };
  await db.orm.insert(shopPeople).values([
    { shop, person: "user:1", ...limits },
    { shop, person: "user:2", ...limits },
    { shop, person: "system", ...limits },
  ]);
  expect(await db.do(rightsOf(shop, "user:2"))).toEqual(everything);
  await db.orm.insert(workSettings).values({ shop, owner: "user:1", updatedAt: 1 });
  expect(await db.do(rightsOf(shop, "user:2"))).toEqual({ approve: true, publish: false, changeRules: false });
  expect(await db.do(rightsOf(shop, "user:1"))).toEqual(everything);
  expect(await db.do(rightsOf(shop, "user:3"))).toEqual(everything);
  expect(await db.do(rightsOf(shop, "system"))).toEqual(everything);
  expect(await db.do(rightsOf(otherShop, "user:2"))).toEqual(everything);
});

it("a shop works as usual until its people choose otherwise", async () => {
  const db = openTestDatabase();
  expect(await db.do(workSettingsOf(shop))).toEqual(usualWork);
  const chosen = {
    approvePublishes: true,
    singleKeys: false,
    reviewOrder: "oldest",
    rejectReasons: ["Too long"],
    wordings: 2,
  };
  await db.orm.insert(workSettings).values({ shop, ...chosen, updatedAt: 1 });
  expect(await db.do(workSettingsOf(shop))).toEqual({ ...usualWork, ...chosen });
  expect(await db.do(workSettingsOf(otherShop))).toEqual(usualWork);
});

import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { eraseData } from "../../app/commands/settings/erase-data.ts";
import { jobs, shopPeople, workSettings } from "../../app/db/schema/index.ts";
import { peopleOf } from "../../app/workplace/people.ts";
import { rightsOf } from "../../app/workplace/rights.ts";
import { checkWorkSettings, saveWorkSettings, workInputSchema } from "../../app/workplace/save-work-settings.ts";
import { workSettingsOf } from "../../app/workplace/work-settings.ts";
import { shop } from "../support/content/shop.ts";
import { anna, aShop } from "./world.ts";

const ben = { person: "user:2", name: "Ben", mayApprove: true, mayPublish: false, mayChangeRules: true };

it("who first limits what somebody may do manages people, and gives it back by limiting nobody", async () => {
  const { deps } = await aShop();
  const save = (by: string, people: (typeof ben)[]) => saveWorkSettings(deps, { shop, by, input: { people } });
  await save(anna.by, [ben]);
  expect(await deps.db.do(workSettingsOf(shop))).toMatchObject({ owner: anna.by });
  expect(await deps.db.do(rightsOf(shop, "user:2"))).toEqual({ approve: true, publish: false, changeRules: true });
  expect(await deps.db.do(peopleOf(shop))).toContainEqual(ben);
  const asked = { shop, by: "user:2", input: { people: [{ ...ben, mayPublish: true }] } };
  expect(await checkWorkSettings(deps, asked)).toEqual({ people: { code: "not_the_owner" } });
  expect(await checkWorkSettings(deps, { ...asked, by: anna.by })).toEqual({});
  await save(anna.by, [{ ...ben, mayPublish: true }]);
  expect(await deps.db.do(workSettingsOf(shop))).toMatchObject({ owner: null });
});

it("approving at once and four eyes exclude each other, and what is not named stays", async () => {
  const { deps } = await aShop();
  await saveWorkSettings(deps, { shop, by: anna.by, input: { approvePublishes: true, rejectReasons: ["Too long"] } });
  const asked = { shop, by: anna.by, input: { fourEyes: true } };
  expect(await checkWorkSettings(deps, asked)).toEqual({ fourEyes: { code: "four_eyes_and_at_once" } });
  await saveWorkSettings(deps, { shop, by: anna.by, input: { singleKeys: false } });
  expect(await deps.db.do(workSettingsOf(shop))).toMatchObject({
    approvePublishes: true,
    rejectReasons: ["Too long"],
    singleKeys: false,
  });
});

it("reasons to reject that are too many or too long are told at their field", async () => {
  const { deps } = await aShop();
  const check = (rejectReasons: string[]) => {
    const asked = { shop, by: anna.by, input: workInputSchema.parse({ rejectReasons }) };
    return checkWorkSettings(deps, asked);
  };
  expect(await check(Array.from({ length: 8 }, (_, n) => `Reason ${n}`))).toEqual({});
  expect(await check(Array.from({ length: 9 }, (_, n) => `Reason ${n}`))).toEqual({
    rejectReasons: { code: "too_many_reasons", most: 8 },
  });
  expect(await check(["x".repeat(101)])).toEqual({ rejectReasons: { code: "reason_too_long", most: 100 } });
});

it("everything is erased only by its name, and only by who manages the shop", async () => {
  const { deps } = await aShop();
  const erasing = () => deps.db.orm.select().from(jobs).where(eq(jobs.shop, shop));
  const before = (await erasing()).length;
  expect(await eraseData.run(deps, anna, { name: "demo" })).toEqual({ kind: "other_name" });
  await deps.db.orm.insert(workSettings).values({ shop, owner: "user:9", updatedAt: 1 });
  expect(await eraseData.run(deps, anna, { name: shop })).toEqual({ kind: "not_the_owner" });
  expect((await erasing()).length).toBe(before);
  await deps.db.orm.update(workSettings).set({ owner: null }).where(eq(workSettings.shop, shop));
  expect(await eraseData.run(deps, anna, { name: " DEMO.myshopify.com " })).toEqual({ kind: "erasing" });
  expect((await erasing()).map(({ kind }) => kind)).toContain("erase-shop");
  expect(await deps.db.orm.$count(shopPeople, eq(shopPeople.shop, shop))).toBe(0);
});

it("addresses for mail are told what is wrong with them, and kept once each", async () => {
  const { deps } = await aShop();
  const check = (input: unknown) => checkWorkSettings(deps, { shop, by: anna.by, input: workInputSchema.parse(input) });
  const five = ["a@x.example", "b@x.example", "c@x.example", "d@x.example", "e@x.example"];
  expect(await check({ mailRuns: true })).toEqual({ mailTo: { code: "no_address_for_mail" } });
  expect(await check({ mailRuns: true, mailTo: ["a@x.example", "b@@x"] })).toEqual({
    mailTo: { code: "not_an_address", address: "b@@x" },
  });
  expect(await check({ mailTo: ["a@x.example\r\nBcc: eve@x.example"] })).toMatchObject({
    mailTo: { code: "not_an_address" },
  });
  expect(await check({ mailTo: [...five, "f@x.example"] })).toEqual({
    mailTo: { code: "too_many_addresses", most: 5 },
  });
  expect(await check({ mailRuns: true, mailTo: [...five, "A@x.example"] })).toEqual({});
  await saveWorkSettings(deps, {
    shop,
    by: anna.by,
    input: { mailRuns: true, mailTo: ["a@x.example", "A@x.example"] },
  });
  expect(await deps.db.do(workSettingsOf(shop))).toMatchObject({ mailRuns: true, mailTo: ["A@x.example"] });
  expect(await check({ fourEyes: true })).toEqual({});
});

import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { decideReview } from "../../app/commands/review/decide-review.ts";
import { takeBackReview } from "../../app/commands/review/take-back-review.ts";
import { reviewDecisions, shopPeople, workSettings } from "../../app/db/schema/index.ts";
import { answerOnce } from "../../app/pages/asked/answer-once.ts";
import { keepingLogger } from "../jobs/support.ts";
import { shop } from "../support/content/shop.ts";
import { anna, aShop } from "./world.ts";

const ben = { shop, by: "user:2" };

/** A shop in which Ben may not approve, and how he answers in the review. */
async function aShopWithReader() {
  const { deps, db } = await aShop();
  const limits = { mayApprove: false, mayPublish: false, mayChangeRules: false, updatedAt: 1 };
  await db.orm.insert(shopPeople).values({ shop, person: ben.by, ...limits });
  await db.orm.insert(workSettings).values({ shop, owner: anna.by, updatedAt: 1 });
  const answering = { ...deps, logger: keepingLogger() };
  const send = (intent: string, work: () => Promise<unknown>) => {
    const body = { intent, requestKey: crypto.randomUUID() };
    return answerOnce(answering, { user: ben, page: "review", body }, async () => ({
      message: JSON.stringify(await work()),
    }));
  };
  const seen = { versionIds: ["v_9001"], conflicts: [] };
  const decide = (id: string, verdict: object) => {
    const input = decideReview.input.parse({ id, queueId: null, productId: "9001", seen, verdict });
    return send("decide", () => decideReview.run(deps, ben, input));
  };
  const takeBack = (id: string) =>
    send("take-back", () => takeBackReview.run(deps, ben, takeBackReview.input.parse({ id })));
  const decisions = () =>
    db.orm
      .select()
      .from(reviewDecisions)
      .where(and(eq(reviewDecisions.shop, shop), eq(reviewDecisions.person, ben.by)));
  return { db, decide, takeBack, decisions };
}

const done = { data: { ok: true } };
const refused = {
  data: { ok: false, message: expect.stringMatching(/^You may not approve or reject texts in this store\./) },
  init: { status: 403 },
};

it.each(["later", "passed"])("who may not approve may say %s of a product, and take that back", async (kind) => {
  const { decide, takeBack, decisions } = await aShopWithReader();
  expect(await decide("of-ben-1", { kind })).toMatchObject(done);
  expect(await decisions()).toMatchObject([{ kind, takenBackAt: null }]);
  expect(await takeBack("of-ben-1")).toMatchObject(done);
  expect(await decisions()).toMatchObject([{ kind, takenBackAt: expect.any(Number) }]);
});

it.each([{ kind: "approved" }, { kind: "rejected" }, { kind: "conflicts", keep: "ours" }])(
  "who may not approve decides nothing: $kind",
  async (verdict) => {
    const { decide, decisions } = await aShopWithReader();
    expect(await decide("of-ben-2", verdict)).toMatchObject(refused);
    expect(await decisions()).toEqual([]);
  },
);

it("who may not approve any more takes back no approval of their own", async () => {
  const { db, takeBack, decisions } = await aShopWithReader();
  const own = and(eq(reviewDecisions.shop, shop), eq(reviewDecisions.id, "decision-0"));
  await db.orm.update(reviewDecisions).set({ person: ben.by }).where(own);
  expect(await takeBack("decision-0")).toMatchObject(refused);
  expect(await decisions()).toMatchObject([{ takenBackAt: null }]);
});

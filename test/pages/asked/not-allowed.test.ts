import { expect, it } from "vitest";
import { shopPeople, workSettings } from "../../../app/db/schema/index.ts";
import { answerOnce } from "../../../app/pages/asked/answer-once.ts";
import { keepingLogger } from "../../jobs/support.ts";
import { shop, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

it("who may not publish is told so, and nothing is done or noted", async () => {
  const db = openTestDatabase();
  const limits = { mayApprove: true, mayPublish: false, mayChangeRules: false, updatedAt: 1 };
  await db.orm.insert(shopPeople).values({ shop, person: "user:2", ...limits });
  await db.orm.insert(workSettings).values({ shop, owner: "user:1", updatedAt: 1 });
  const done: string[] = [];
  const ask = (by: string, intent: string) =>
    answerOnce(
      { db, clock: testClock(), logger: keepingLogger() },
      {
        user: { shop, by },
        page: "products",
        body: { intent, requestKey: crypto.randomUUID() },
      },
      async () => {
        done.push(`${by} ${intent}`);
        return { message: "Done" };
      },
    );
  expect(await ask("user:2", "publish")).toMatchObject({
    data: {
      ok: false,
      message: expect.stringMatching(/^You may not publish in this store\./),
      // A session that is over is answered with 403 too: programs tell one from the other by this.
      told: { kind: "not_allowed", right: "publish" },
    },
    init: { status: 403 },
  });
  expect(await ask("user:2", "approve")).toMatchObject({ data: { ok: true } });
  expect(await ask("user:1", "publish")).toMatchObject({ data: { ok: true } });
  expect(done).toEqual(["user:2 approve", "user:1 publish"]);
});

import { expect, it } from "vitest";
import { createRateLimits } from "../../../app/lib/rate-limits.ts";
import { type PageName, pageActions } from "../../../app/pages/asked/actions.ts";
import { answerOnce } from "../../../app/pages/asked/answer-once.ts";
import { rateOf } from "../../../app/pages/asked/rate-of.ts";
import { keepingLogger } from "../../jobs/support.ts";
import { shop, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

it("who saves too often is told after how long to try again, nothing is done, and the same key works then", async () => {
  // One of each kind within the minute.
  const deps = {
    db: openTestDatabase(),
    clock: testClock(),
    logger: keepingLogger(),
    rates: createRateLimits({ share: 0 }),
  };
  let done = 0;
  const ask = (n: number, rates?: ReturnType<typeof createRateLimits>) =>
    answerOnce(
      rates ? { ...deps, rates } : deps,
      {
        user: { shop, by: "user:1" },
        page: "glossary",
        body: { requestKey: `c0ffee00-0000-4000-8000-00000000000${n}` },
      },
      async () => ({ message: `Done ${++done}` }),
    );
  expect(await ask(1)).toMatchObject({ init: { status: 200 } });
  const refused = await ask(2);
  expect(refused).toMatchObject({
    data: {
      ok: false,
      message: expect.stringMatching(/not done. What you entered is still here: try again in \d+ second/),
    },
    init: { status: 429, headers: { "Retry-After": expect.stringMatching(/^[1-9]\d?$/) } },
  });
  expect(done).toBe(1);
  expect(await ask(2, createRateLimits())).toMatchObject({ data: { ok: true, message: "Done 2" } });
});

it("every action is counted, and what checks texts or calls a model by a limit of its own", () => {
  expect(rateOf("product", "edit")).toBe("texts");
  expect(rateOf("products", "generate")).toBe("work");
  expect(rateOf("config", "try")).toBe("work");
  expect(rateOf("configs", "import")).toBe("rules");
  // Decisions, which a person makes with one key each, have the widest.
  expect(rateOf("product", "approve")).toBe("anything");
  for (const [page, actions] of Object.entries(pageActions)) {
    for (const intent of Object.keys(actions)) {
      expect(rateOf(page as PageName, intent)).toMatch(/^(?:texts|work|rules|anything)$/);
    }
  }
});

import { expect, it } from "vitest";
import { createRateLimits } from "../../../app/lib/rate-limits.ts";
import { commandOf, pageActions } from "../../../app/pages/asked/actions.ts";
import { answerOnce } from "../../../app/pages/asked/answer-once.ts";
import { keepingLogger } from "../../jobs/support.ts";
import { shop, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

it("the answer to saving too often names when to try again, nothing is done, and the same key works then", async () => {
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
  expect(commandOf("product", "edit")?.rate).toBe("texts");
  expect(commandOf("products", "generate")?.rate).toBe("work");
  expect(commandOf("config", "try")?.rate).toBe("work");
  expect(commandOf("configs", "import")?.rate).toBe("rules");
  // Decisions, which a person makes with one key each, have the widest.
  expect(commandOf("product", "approve")?.rate).toBe("anything");
  for (const actions of Object.values(pageActions)) {
    for (const { command } of Object.values(actions)) {
      expect(command.rate).toMatch(/^(?:texts|work|rules|anything)$/);
    }
  }
});

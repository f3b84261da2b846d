import { expect, it } from "vitest";
import { bouncedParameter } from "../../app/lib/bounced-parameter.ts";
import { completeAnswer } from "../../app/shopify/complete-answer.ts";
import { keepingLogger, testClock } from "../jobs/support.ts";

/** A page that comes back with a second token, made four minutes ago, after its first was refused. */
async function refusedAgain(isSigned: boolean) {
  const clock = testClock();
  const logger = keepingLogger();
  const nowSeconds = Math.floor(clock.now() / 1_000);
  const payload = Buffer.from(JSON.stringify({ iat: nowSeconds - 240 })).toString("base64url");
  const url = `https://app.example/app?id_token=x.${payload}.x&${bouncedParameter}=${nowSeconds}`;
  const config = { SHOPIFY_ADMIN_ORIGIN: "https://admin.shopify.com", SHOPIFY_API_KEY: "key" };
  const toSessionToken = new Response(null, {
    status: 302,
    headers: { location: "/auth/session-token?shopify-reload=x" },
  });
  const answer = completeAnswer({ clock, logger, config }, { request: new Request(url), isSigned }, toSessionToken);
  return { status: answer.status, ...(await answer.json()), levels: logger.lines.map(({ level }) => level) };
}

it("an old token that Shopify signed says that the clocks differ, which is an alarm", async () => {
  expect(await refusedAgain(true)).toEqual({ status: 503, problem: "clock", levels: ["error"] });
});

it("one that anybody made up says nothing of clocks, and is no alarm", async () => {
  expect(await refusedAgain(false)).toEqual({ status: 503, problem: "token", levels: ["warn"] });
});

import { Session } from "@shopify/shopify-api";
import { SignJWT } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { systemClock } from "../../app/lib/clock.ts";
import { createAuthenticateAdmin } from "../../app/shopify/authenticate-admin.ts";
import { createClockWatch } from "../../app/shopify/clock-watch.ts";
import { createSessionStorage, offlineSessionId } from "../../app/shopify/session-storage.ts";
import { hostOf } from "../../sandbox/admin/sign-launch.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { sealer, shop, silent, testClock } from "./open-store.ts";

const apiKey = "client-id-of-the-tests";
const secret = "the-app-secret-of-the-tests";
const former = "the-secret-of-before-rotation";
const browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";
const second = () => Math.floor(Date.now() / 1_000);

type Claims = Record<string, unknown>;

/** A session token as Shopify's admin makes it, with some claims changed or, as undefined, left out. */
function tokenWith(changed: Claims = {}, options: { secret?: string; alg?: string } = {}): Promise<string> {
  const now = second();
  const claims: Claims = {
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: apiKey,
    sub: "7",
    jti: "j",
    sid: "s",
    iat: now,
    nbf: now,
    exp: now + 60,
    ...changed,
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: options.alg ?? "HS256" })
    .sign(new TextEncoder().encode(options.secret ?? secret));
}

const unsigned = () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = second();
  const claims = {
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: apiKey,
    sub: "7",
    nbf: now,
    exp: now + 60,
  };
  return `${part({ alg: "none" })}.${part(claims)}.`;
};

let authenticate: ReturnType<typeof createAuthenticateAdmin>;
let watch: ReturnType<typeof createClockWatch>;

/** A shop with a living access token, so that a good session token needs no word of Shopify's. */
beforeEach(async () => {
  const db = openTestDatabase();
  const clock = systemClock;
  const sessionStorage = createSessionStorage({ db, clock, sealer, neededScopes: ["write_products"] });
  const later = new Date(Date.now() + 3_600_000);
  for (const domain of [shop, "other.myshopify.com"]) {
    await sessionStorage.storeSession(
      new Session({
        id: offlineSessionId(shopDomainSchema.parse(domain)),
        shop: domain,
        state: "",
        isOnline: false,
        scope: "write_products",
        accessToken: "shpat_a",
        expires: later,
        refreshToken: "shprt_a",
        refreshTokenExpires: later,
      }),
    );
  }
  watch = createClockWatch({ clock, logger: silent });
  authenticate = createAuthenticateAdmin({
    db,
    clock,
    logger: silent,
    config: {
      SHOPIFY_API_KEY: apiKey,
      SHOPIFY_API_SECRET: [secret, former],
      SHOPIFY_APP_URL: "https://app.example.com",
      SHOPIFY_ADMIN_ORIGIN: "https://admin.shopify.com",
      SHOPIFY_ADMIN_API_VERSION: "2026-10",
      SCOPES: ["write_products"],
    },
    sessionStorage,
    clockWatch: watch,
  });
});

/** What a page's own request with this token is answered, and the opening of the app with it. */
async function answersTo(token: string): Promise<string[]> {
  const data = new Request("https://app.example.com/app/jobs.data", {
    method: "POST",
    headers: { "User-Agent": browser, Authorization: `Bearer ${token}` },
    body: "a=b",
  });
  const address = `https://app.example.com/app/jobs?shop=${shop}&host=${hostOf("demo")}&embedded=1&id_token=${token}`;
  const opening = new Request(address, { headers: { "User-Agent": browser } });
  return Promise.all(
    [data, opening].map((request) =>
      authenticate(request).then(
        ({ shop: found, by }) => `${found} ${by}`,
        (thrown: unknown) => {
          if (!(thrown instanceof Response)) return `threw ${String(thrown)}`;
          const location = thrown.headers.get("location");
          return `${thrown.status} ${location ? new URL(location, "https://app.example.com").pathname : (thrown.headers.get("x-shopify-retry-invalid-session-request") ?? "")}`;
        },
      ),
    ),
  );
}

const accepted = [`${shop} user:7`, `${shop} user:7`];
/** App Bridge asks for a new token, in an open page and by loading it again. */
const refused = ["401 1", "302 /auth/session-token"];

describe("a session token", () => {
  it.each<[string, Claims, { secret?: string }]>([
    ["of the admin", {}, {}],
    ["signed with the secret of before a rotation", {}, { secret: former }],
    ["that ended 5 s ago, by our clock", { exp: second() - 5, nbf: second() - 65 }, {}],
    ["that begins in 5 s, by our clock", { nbf: second() + 5, exp: second() + 65 }, {}],
  ])("a session token %s is accepted", async (_what, claims, options) => {
    expect(await answersTo(await tokenWith(claims, options))).toEqual(accepted);
  });

  it.each(["bearer", "BEARER"])("a session token is read behind the scheme %s", async (scheme) => {
    const headers = { "User-Agent": browser, Authorization: `${scheme} ${await tokenWith()}` };
    const found = await authenticate(new Request("https://app.example.com/app/jobs.data", { headers }));
    expect(found).toEqual({ shop, by: "user:7" });
  });

  it.each<[string, Claims]>([
    ["exp", {}], ["nbf", {}], ["aud", {}], ["iss", {}], ["dest", {}], ["sub", {}],
  ])("a session token without %s is refused", async (claim) => {
    expect(await answersTo(await tokenWith({ [claim]: undefined }))).toEqual(refused);
  }); // biome-ignore format: one line

  it.each<[string, Claims]>([
    ["that never ends in practice", { exp: second() + 3_600 }],
    ["that has lived for a day", { nbf: second() - 86_400, exp: second() + 60 }],
    ["that ended before it began", { nbf: second(), exp: second() - 5 }],
    ["that ended a minute ago", { nbf: second() - 120, exp: second() - 60 }],
    ["that begins in a minute", { nbf: second() + 60, exp: second() + 120 }],
    ["for another app", { aud: "another-app" }],
    ["for several apps", { aud: [apiKey, "another-app"] }],
    ["of one shop for another", { iss: "https://other.myshopify.com/admin" }],
    ["for another shop than it is of", { dest: "https://other.myshopify.com" }],
    ["of a shop that is none", { iss: "https://evil.example.com/admin", dest: "https://evil.example.com" }],
    ["of an insecure address", { iss: `http://${shop}/admin`, dest: `http://${shop}` }],
    ["of nobody", { sub: "" }],
    ["whose end is a text", { exp: String(second() + 60) }],
  ])("a session token %s is refused", async (_what, claims) => {
    expect(await answersTo(await tokenWith(claims))).toEqual(refused);
  });

  it("a session token is not let in by a good one beside it", async () => {
    const [good, endless] = [await tokenWith(), await tokenWith({ exp: undefined })];
    for (const authorization of [endless, `Bearer ${endless}`]) {
      const address = `https://app.example.com/app/jobs?shop=${shop}&id_token=${good}`;
      const request = new Request(address, { headers: { "User-Agent": browser, Authorization: authorization } });
      await expect(authenticate(request)).rejects.toMatchObject({ status: 401 });
    }
  });

  it("a session token that is not signed, signed by another, or by another method, is refused", async () => {
    const forged = [
      unsigned(),
      await tokenWith({}, { secret: "neither-the-new-nor-the-old-one" }),
      await tokenWith({}, { alg: "HS512" }),
      "a.b.c",
      "..",
      "null",
    ];
    for (const token of forged)
      expect([token.slice(0, 20), await answersTo(token)]).toEqual([token.slice(0, 20), refused]);
  });
});

describe("this machine's clock", () => {
  const claimsAt = (seconds: number) => ({ notBefore: seconds, expiresAt: seconds + 60 });
  const open = () => {
    const clock = testClock(1_800_000_000_000);
    const said: string[] = [];
    const note = (_fields: object, message: string) => void said.push(message);
    const logger = { ...silent, error: note, info: note };
    return { clock, said, watch: createClockWatch({ clock, logger }) };
  };
  const now = 1_800_000_000;

  it("this machine's clock is called behind as soon as a token comes from its future, and right with the next that is accepted", () => {
    const { said, watch } = open();
    expect(watch.look(claimsAt(now + 10))).toBe(true);
    expect(watch.skewSeconds()).toBeNull();
    expect(watch.look(claimsAt(now + 240))).toBe(false);
    expect(watch.skewSeconds()).toBe(-240);
    expect(watch.look(claimsAt(now + 241))).toBe(false);
    expect(said).toEqual([expect.stringContaining("240 s behind Shopify's")]);
    expect(watch.look(claimsAt(now))).toBe(true);
    expect(watch.skewSeconds()).toBeNull();
    expect(said).toHaveLength(2);
  });

  it("this machine's clock is right for all that old tokens say, however many and of whatever age", () => {
    const { said, watch } = open();
    for (const age of [7_200, 141, 141, 141, 141]) expect(watch.look(claimsAt(now - age))).toBe(false);
    expect([watch.skewSeconds(), said]).toEqual([null, []]);
  });

  const answer = (at: number) => ({ askedAt: now * 1_000, date: new Date(at * 1_000).toUTCString() });

  it("this machine's clock is called ahead by the dates of two answers of Shopify's, and right by the next", () => {
    const { said, watch } = open();
    watch.noteAnswer(answer(now - 300));
    expect(watch.skewSeconds()).toBeNull();
    watch.noteAnswer(answer(now - 300));
    expect([watch.skewSeconds(), said]).toEqual([300, [expect.stringContaining("300 s ahead of Shopify's")]]);
    watch.noteAnswer(answer(now - 5));
    expect(watch.skewSeconds()).toBeNull();
  });

  it("this machine's clock is not called ahead by an answer that was long under way, or that names no time", () => {
    const { clock, watch } = open();
    clock.advance(120_000);
    for (const _ of [1, 2, 3]) watch.noteAnswer(answer(now));
    for (const date of [null, "yesterday"]) watch.noteAnswer({ askedAt: now * 1_000, date });
    expect(watch.skewSeconds()).toBeNull();
  });

  it("this machine's clock is right again ten minutes after the last token or answer that showed it, and at once when it is put back, though nobody opens the app", () => {
    const { clock, watch } = open();
    watch.look(claimsAt(now + 240));
    clock.advance(600_001);
    expect(watch.skewSeconds()).toBeNull();
    for (const _ of [1, 2])
      watch.noteAnswer({ askedAt: clock.now(), date: new Date(clock.now() - 300_000).toUTCString() });
    expect(watch.skewSeconds()).toBe(300);
    clock.advance(-300_000);
    expect(watch.skewSeconds()).toBeNull();
  });

  it("this machine's clock is not judged by tokens that Shopify did not sign", async () => {
    const forged = await tokenWith(
      { nbf: second() + 600, exp: second() + 660 },
      { secret: "neither-the-new-nor-the-old-one" },
    );
    await answersTo(await tokenWith());
    await answersTo(forged);
    expect(watch.skewSeconds()).toBeNull();
    await answersTo(await tokenWith({ nbf: second() + 600, exp: second() + 660 }));
    expect(watch.skewSeconds()).toBe(-600);
    await answersTo(await tokenWith());
    expect(watch.skewSeconds()).toBeNull();
  });
});

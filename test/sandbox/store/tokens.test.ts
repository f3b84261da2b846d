import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultApp } from "../../../sandbox/store/start.ts";
import { exchangeBody, sessionToken, startTestStore, type TestStore } from "./test-store.ts";

interface Tokens {
  access_token: string;
  scope: string;
  expires_in?: number;
  refresh_token: string;
  refresh_token_expires_in?: number;
  error?: string;
}

describe("tokens", () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await startTestStore();
  });
  afterEach(() => store.close());

  const exchange = async (
    change: Record<string, unknown> = {},
    claims: Parameters<typeof sessionToken>[0] | object = {},
  ) => {
    const token = await sessionToken({ issuedAt: store.clock.at, ...claims });
    const answer = await store.post("/admin/oauth/access_token", { ...exchangeBody(token), ...change });
    return { status: answer.status, body: (await answer.json()) as Tokens };
  };
  const refresh = async (refreshToken: string) => {
    const answer = await store.post("/admin/oauth/access_token", {
      client_id: defaultApp.apiKey,
      client_secret: defaultApp.apiSecret,
      grant_type: "refresh_token",
      refresh_token: refreshToken,
    });
    return { status: answer.status, body: (await answer.json()) as Tokens };
  };
  const works = async (token: string) => {
    const answer = await store.post(
      "/admin/api/2026-10/graphql.json",
      { query: "{ shop { name } }" },
      { "x-shopify-access-token": token },
    );
    return answer.status === 200;
  };

  it("exchanges a session token for an expiring offline token", async () => {
    const { status, body } = await exchange();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      expires_in: 3600,
      refresh_token_expires_in: 7_776_000,
      scope: defaultApp.scopes.join(","),
    });
    expect(await works(body.access_token)).toBe(true);
  });

  it("gives a token that never expires when expiring is not asked for", async () => {
    const { body } = await exchange({ expiring: "0" });
    expect(body.refresh_token).toBeUndefined();
    store.clock.at += 365 * 86_400_000;
    expect(await works(body.access_token)).toBe(true);
  });

  it.each([
    ["a wrong secret of the app", { client_secret: "wrong" }, {}, "invalid_client"],
    ["a forged session token", {}, { secret: "another-secret-another-secret-another" }, "invalid_subject_token"],
    ["a session token of another app", {}, { audience: "other" }, "invalid_subject_token"],
    ["a session token of another shop", {}, { shop: "b.myshopify.com" }, "invalid_subject_token"],
    ["an expired session token", {}, { issuedAt: 0 }, "invalid_subject_token"],
    ["an unknown grant", { grant_type: "password" }, {}, "unsupported_grant_type"],
  ])("refuses %s", async (_name, change, claims, error) => {
    const { status, body } = await exchange(change, claims);
    expect(status).toBe(400);
    expect(body.error).toBe(error);
  });

  it("stops accepting an access token after its hour", async () => {
    const { body } = await exchange();
    store.clock.at += 3_599_000;
    expect(await works(body.access_token)).toBe(true);
    store.clock.at += 1000;
    expect(await works(body.access_token)).toBe(false);
  });

  it("takes a rotated refresh token again for 30 days, and no longer, however old its successor is", async () => {
    const first = (await exchange()).body;
    await refresh(first.refresh_token);
    store.clock.at += 30 * 86_400_000 - 1;
    expect((await refresh(first.refresh_token)).status).toBe(200);
    store.clock.at += 1;
    expect(await refresh(first.refresh_token)).toMatchObject({ status: 401, body: { error: "invalid_request" } });
  });

  it("lets an access token die with its refresh where a store is as unkind", async () => {
    const first = (await exchange()).body;
    await refresh(first.refresh_token);
    expect(await works(first.access_token)).toBe(true);
    store.state.setHabits({ rotatedAccess: "dies" });
    const second = (await refresh(first.refresh_token)).body;
    expect([await works(first.access_token), await works(second.access_token)]).toEqual([false, true]);
  });

  it("gives a refreshed token the scopes of its exchange, whatever was granted since", async () => {
    const first = (await exchange()).body;
    store.state.grant("a.myshopify.com", ["read_products"]);
    expect((await refresh(first.refresh_token)).body.scope).toBe(first.scope);
    expect((await exchange()).body.scope).toBe("read_products");
  });

  it("rotates refresh tokens, and keeps the old one usable until its successor is used", async () => {
    const first = (await exchange()).body;
    const second = (await refresh(first.refresh_token)).body;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    // The answer to the refresh may have been lost: the old token has to work once more.
    const again = await refresh(first.refresh_token);
    expect(again.status).toBe(200);
    const third = await refresh(again.body.refresh_token);
    expect(third.status).toBe(200);
    expect((await refresh(first.refresh_token)).body.error).toBe("invalid_request");
    expect((await refresh(second.refresh_token)).body.error).toBe("invalid_request");
    expect(await works(third.body.access_token)).toBe(true);
  });

  it("refuses a refresh token after 90 days, after revocation and after an uninstall", async () => {
    const old = (await exchange()).body;
    store.clock.at += 90 * 86_400_000;
    expect(await refresh(old.refresh_token)).toMatchObject({ status: 401, body: { error: "invalid_request" } });
    const revoked = (await exchange()).body;
    await store.control("POST", "/shops/a.myshopify.com/tokens", { revokeRefresh: true });
    expect((await refresh(revoked.refresh_token)).body.error).toBe("invalid_request");
    const removed = (await exchange()).body;
    await store.control("POST", "/shops/a.myshopify.com/uninstall");
    expect((await refresh(removed.refresh_token)).body.error).toBe("invalid_request");
    expect(await works(removed.access_token)).toBe(false);
  });

  it("ends access tokens on demand", async () => {
    const { body } = await exchange();
    await store.control("POST", "/shops/a.myshopify.com/tokens", { expireAccess: true });
    expect(await works(body.access_token)).toBe(false);
    expect((await refresh(body.refresh_token)).status).toBe(200);
  });
});

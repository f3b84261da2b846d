import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFaults } from "../../../sandbox/shared/faults.ts";
import { createRandom } from "../../../sandbox/shared/random.ts";
import { domain, exchangeBody, sessionToken, startTestStore, type TestStore } from "./test-store.ts";

describe("faults of the store", () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await startTestStore({ catalogue: "sample" });
  });
  afterEach(() => store.close());

  const tagsAdd =
    'mutation Tag { tagsAdd(id: "gid://shopify/Product/8000000000000", tags: ["done"]) { userErrors { message } } }';
  const call = (query = "{ shop { name } }") =>
    store.post(
      "/admin/api/2026-10/graphql.json",
      { query },
      { "x-shopify-access-token": store.state.token(domain).access_token },
    );
  const done = () => store.state.product(domain, "8000000000000")?.tags.includes("done");
  const set = (...rules: unknown[]) => store.control("PUT", "/faults", { rules });

  it.each([
    ["http_500", 500],
    ["http_502", 502],
    ["http_503", 503],
    ["http_429", 429],
  ])("%s answers %d and does nothing", async (kind, status) => {
    await set({ kind, times: 1, retryAfterSeconds: 7 });
    const answer = await call(tagsAdd);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("retry-after")).toBe(kind === "http_429" ? "7" : null);
    expect(done()).toBe(false);
    expect((await call(tagsAdd)).status).toBe(200);
    expect(done()).toBe(true);
  });

  it("throttled answers THROTTLED with an empty bucket", async () => {
    await set({ kind: "throttled", times: 1 });
    expect(await (await call()).json()).toMatchObject({
      errors: [{ extensions: { code: "THROTTLED" } }],
      extensions: { cost: { throttleStatus: { currentlyAvailable: 0 } } },
    });
  });

  it("reset cuts the connection before any work; lost_answer after the work was done", async () => {
    await set({ kind: "reset", times: 1 });
    await expect(call(tagsAdd)).rejects.toThrow();
    expect(done()).toBe(false);
    await set({ kind: "lost_answer", times: 1 });
    await expect(call(tagsAdd)).rejects.toThrow();
    expect(done()).toBe(true);
    expect(store.state.log().map((e) => e.outcome)).toEqual(["fault:reset", "fault:lost_answer"]);
  });

  it("stall answers nothing, and cuts after its time", async () => {
    await set({ kind: "stall", ms: 5 });
    await expect(call(tagsAdd)).rejects.toThrow();
    expect(done()).toBe(false);
  });

  it("html_answer sends a page instead of JSON", async () => {
    await set({ kind: "html_answer" });
    const answer = await call();
    expect(answer.headers.get("content-type")).toContain("text/html");
  });

  it("partial_token leaves out expiry and refresh token; invalid_grant refuses", async () => {
    const exchange = async () => {
      const body = exchangeBody(await sessionToken({ issuedAt: store.clock.at }));
      const answer = await store.post("/admin/oauth/access_token", body);
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    };
    await set({ kind: "partial_token", times: 1 }, { kind: "invalid_grant", after: 1 });
    expect(Object.keys((await exchange()).body).sort()).toEqual(["access_token", "scope"]);
    expect(await exchange()).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });

  it("match by operation name or root field, and leave others alone", async () => {
    await set(
      { kind: "http_500", match: { operation: "^Tag\\b" } },
      { kind: "http_502", match: { operation: "productsCount" } },
    );
    expect((await call()).status).toBe(200);
    expect((await call(tagsAdd)).status).toBe(500);
    expect((await call("{ productsCount { count } }")).status).toBe(502);
  });

  it("refuse unknown kinds and wrong shapes with a clear message, and keep the rules as they were", async () => {
    await set({ kind: "http_500" });
    const unknown = await set({ kind: "explode" });
    expect(unknown.status).toBe(400);
    expect((unknown.body as { errors: string }).errors).toContain('Unknown fault "explode". Use one of: http_500');
    expect((await set({ kind: "http_500", rate: 2 })).status).toBe(400);
    expect((await store.control("GET", "/faults")).body).toEqual({ rules: [{ kind: "http_500" }] });
  });
});

describe("fault rules", () => {
  const make = (seed = 1) => createFaults({ random: createRandom(seed), known: ["a", "b"] });

  it("count `after` and `times` per rule", () => {
    const faults = make();
    faults.set({ rules: [{ kind: "a", after: 2, times: 1 }] });
    expect([1, 2, 3, 4].map(() => faults.strike({})?.kind)).toEqual([undefined, undefined, "a", undefined]);
  });

  it("strike at their rate, the same for the same seed", () => {
    const run = (seed: number) => {
      const faults = make(seed);
      faults.set({ rules: [{ kind: "a", rate: 0.3 }] });
      return Array.from({ length: 1000 }, () => (faults.strike({}) ? 1 : 0)).join("");
    };
    expect(run(5)).toBe(run(5));
    expect(run(5)).not.toBe(run(6));
    const hits = run(5).replaceAll("0", "").length;
    expect(hits).toBeGreaterThan(240);
    expect(hits).toBeLessThan(360);
  });

  it("consider only the kinds that are asked for", () => {
    const faults = make();
    faults.set({ rules: [{ kind: "a", times: 1 }] });
    expect(faults.strike({}, ["b"])).toBeUndefined();
    expect(faults.strike({}, ["a"])?.kind).toBe("a");
  });
});

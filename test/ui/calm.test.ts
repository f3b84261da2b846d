import { describe, expect, it, vi } from "vitest";
import { connectionNow, noteAnswer, noteLostAction, noteTrouble, pauseMs } from "../../app/ui/calm/connection.ts";
import { nextRequest } from "../../app/ui/calm/request-key.ts";
import { currentPage, hasShown, hrefOf, keepShown, shownAs } from "../../app/ui/calm/shown-pages.ts";
import { NoAnswer, troubleOf, within } from "../../app/ui/calm/trouble.ts";

describe("a request without an answer", () => {
  const refusal = (status: number) => ({ status, statusText: "", internal: true, data: "" });

  it("is told by its cause", () => {
    const undecodable = new Error("Unable to decode turbo-stream response from URL: http://x/app.data");
    expect(troubleOf(new TypeError("Failed to fetch"), true)).toBe("unreachable");
    expect(troubleOf(new TypeError("Failed to fetch"), false)).toBe("offline");
    expect(troubleOf(undecodable, true)).toBe("unreachable");
    expect(troubleOf(new NoAnswer("late"), true)).toBe("unreachable");
    expect(troubleOf(refusal(401), true)).toBe("signed_out");
    expect(troubleOf(refusal(503), true)).toBe("server");
    expect(troubleOf({ ...refusal(503), data: { problem: "shopify" } }, true)).toBe("shopify");
    expect(troubleOf(new Error("Unexpected Server Error"), true)).toBe("server");
  });

  it("is not a redirect, nor a page that does not exist or is no longer kept", () => {
    expect(troubleOf(new Response(null, { status: 302 }), true)).toBeNull();
    expect(troubleOf(refusal(404), false)).toBeNull();
    expect(troubleOf(refusal(410), true)).toBeNull();
  });

  it("is waited for a bounded time", async () => {
    vi.useFakeTimers();
    try {
      const late = within(20_000, new Promise(() => {}));
      const told = expect(late).rejects.toThrow(NoAnswer);
      await vi.advanceTimersByTimeAsync(20_000);
      await told;
      await expect(within(20_000, Promise.resolve("there"))).resolves.toBe("there");
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

it("asks again after growing pauses, at most every half minute", () => {
  expect([1, 2, 3, 4, 5, 6, 20].map(pauseMs)).toEqual([1_500, 3_000, 6_000, 12_000, 24_000, 30_000, 30_000]);
});

it("is well again with the first answer", () => {
  noteTrouble("offline");
  noteTrouble("unreachable");
  expect(connectionNow()).toMatchObject({ failures: 2, trouble: "unreachable" });
  noteAnswer();
  expect(connectionNow()).toMatchObject({ failures: 0, trouble: null });
});

it("the notice tells once that what was sent is not confirmed when the app answers again, unless that was sent again", () => {
  noteTrouble("unreachable");
  noteLostAction();
  noteAnswer({ toAction: true });
  expect(connectionNow()).toMatchObject({ failures: 0, unconfirmed: false, backAt: null });
  noteTrouble("unreachable");
  noteLostAction();
  noteAnswer();
  const { backAt } = connectionNow();
  expect(backAt).not.toBeNull();
  noteTrouble("offline");
  noteAnswer();
  expect(connectionNow().backAt).toBe(backAt);
});

describe("pages that were shown", () => {
  it("are found by the address that a request for their data has", () => {
    expect(hrefOf("http://x/app/products?index&q=a&view=review")).toBe("/app/products?q=a&view=review");
    expect(hrefOf("http://x/app/products?index")).toBe("/app/products");
    expect(hrefOf("http://x/app/products?index=a")).toBe("/app/products?index=a");
  });

  it("are kept, the last twenty of them", () => {
    for (let n = 0; n < 21; n++) keepShown(`/app/products/${n}`, { n });
    keepShown("/app/products/1", { n: "again" });
    keepShown("/app/products/99", {});
    expect(currentPage()).toBe("/app/products/99");
    expect([0, 1, 2, 3].map((n) => hasShown(`/app/products/${n}`))).toEqual([false, true, false, true]);
    expect(shownAs("/app/products/1")).toEqual({ n: "again" });
  });
});

describe("the key of a request", () => {
  const lost = { ok: false, message: "", lost: true, at: 7 } as const;
  const refused = { ok: false, message: "", at: 7 } as const;
  const done = { ok: true, message: "", at: 7 } as const;
  const first = nextRequest(null, "generate 1", { ...done, at: 3 }, 5_000);

  it("stays while the request is under way, when its answer was lost, and when a button is pressed twice", () => {
    expect(nextRequest(first, "generate 1", { ...done, at: 3 }, 60_000)).toEqual(first);
    expect(nextRequest(first, "generate 1", lost, 60_000)).toEqual(first);
    expect(nextRequest(first, "generate 1", done, 5_999)).toEqual(first);
  });

  it("is new when it was answered, when something else is asked for, and for the first one", () => {
    expect(nextRequest(first, "generate 1", done, 6_000).key).not.toBe(first.key);
    expect(nextRequest(first, "generate 1", refused, 5_001).key).not.toBe(first.key);
    expect(nextRequest(first, "generate 2", lost, 5_001).key).not.toBe(first.key);
    expect(first.key).toMatch(/^[0-9a-f-]{36}$/);
  });
});

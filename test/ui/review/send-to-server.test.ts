import { beforeEach, describe, expect, it, vi } from "vitest";
import { editsRequest } from "../../../app/ui/review/edit-request.ts";
import type { Outgoing } from "../../../app/ui/review/outgoing.ts";
import { askForNext, askHonestly, askWhatIsPublished, sendToServer } from "../../../app/ui/review/send-to-server.ts";
import { aBlocked, aChoice, nextView } from "./products.ts";

const outgoing: Outgoing = {
  ...{ id: "a", page: "review", productId: "1", title: "Mug", request: { intent: "decide" }, follows: false },
};
let answer: () => Response;
const json = (body: unknown, init: ResponseInit = {}) => {
  answer = () => Response.json(body, init);
};

beforeEach(() => {
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("fetch", async () => answer());
  return () => vi.unstubAllGlobals();
});

describe("what the review sends", () => {
  it("tells a missing right from a session that is over, by the app's own word", async () => {
    const told = { kind: "not_allowed", right: "approve" };
    const body = { answer: { ok: false, message: "You may not", told }, fresh: null, progress: null };
    json(body, { status: 403 });
    expect(await sendToServer(outgoing, "q")).toEqual(body);
    for (const [other, status] of [
      [{ ...body, answer: { ok: false, message: "Who are you?" } }, 403],
      [{ status: "error", code: "foreign_origin", message: "From another site" }, 403],
      [body, 401],
    ] as const) {
      json(other, { status });
      expect(await sendToServer(outgoing, "q")).toEqual({ kind: "signed_out" });
    }
  });

  it("sends the last words of a text also when the page is closed meanwhile, unless they are too long for that", async () => {
    const asked: (boolean | undefined)[] = [];
    json({ answer: { ok: true, message: "" }, fresh: null, progress: null });
    vi.stubGlobal("fetch", async (_: string, { keepalive }: RequestInit) => {
      asked.push(keepalive);
      return answer();
    });
    const edit = (ends: boolean, body = "Of linen") => ({
      ...outgoing,
      request: editsRequest({ contentType: "desc", body, seen: "v_1", sitting: { continues: true, ends } }),
    });
    for (const one of [edit(false), edit(true), edit(true, "x".repeat(64 * 1024)), outgoing])
      await sendToServer(one, "q");
    expect(asked).toEqual([undefined, true, undefined, undefined]);
  });

  it("takes the answers of the app, with products, findings and wordings", async () => {
    const sent = {
      answer: { ok: true, message: "decided", told: { kind: "decided" } },
      fresh: aBlocked(0),
      progress: nextView([]).progress,
    };
    json(sent);
    expect(await sendToServer(outgoing, "q")).toEqual(sent);
    const next = nextView([aChoice(0), aBlocked(1)]);
    json(next);
    expect(await askForNext({})).toEqual(next);
  });

  it("asks again later for an answer that is none of the app's", async () => {
    const ok = { answer: { ok: true, message: "" }, fresh: null, progress: null };
    const odd: unknown[] = [null, [], {}, { ...ok, answer: {} }, { ...ok, fresh: { id: "1" } }];
    const told = [{ kind: "bulk" }, { kind: "decided_by", at: 1, outcome: "later" }, "decided"];
    for (const one of [...odd, ...told.map((wrong) => ({ ...ok, answer: { ok: true, message: "", told: wrong } }))]) {
      json(one);
      expect(await sendToServer(outgoing, "q"), JSON.stringify(one)).toEqual({ kind: "unreadable" });
    }
    answer = () => new Response("<html>Sign in to the hotel's network</html>");
    expect(await sendToServer(outgoing, "q")).toEqual({ kind: "unreadable" });
    answer = () => new Response("slow", { status: 408 });
    expect(await sendToServer(outgoing, "q")).toEqual({ kind: "later" });
  });

  it("is not sent again when the server will never take it", async () => {
    json({ status: "error", code: "body_too_large", message: "Too large" }, { status: 413 });
    expect(await sendToServer(outgoing, "q")).toEqual({
      ...{ answer: { ok: false, message: "Too large" }, fresh: null, progress: null },
    });
  });

  it("has no products and no counts of an answer that cannot be read", async () => {
    for (const ask of [() => askForNext({}), () => askHonestly("q"), () => askWhatIsPublished("q")]) {
      json({ products: "many" });
      await expect(ask()).rejects.toThrow();
    }
  });
});

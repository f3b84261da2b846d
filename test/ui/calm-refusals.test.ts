import type { AddressInfo } from "node:net";
import express from "express";
import { expect, it, onTestFinished } from "vitest";
import { readRefusals } from "../../app/ui/calm/refusals.ts";
import { lostActionWords, noticeOf, notOpenedWords, troubleOf } from "../../app/ui/calm/trouble.ts";
import { type AdmitOptions, admitPages } from "../../app/web/admit-pages.ts";
import { refuse } from "../../app/web/refuse.ts";

const full = { slots: 0, places: 0, longestWaitMs: 1, countsMs: 1 };

/** The edge with a page behind it that Remix answers, and what a page's own requests make of it. */
async function openEdge(admitted: AdmitOptions = {}) {
  const app = express();
  const paused: number[] = [];
  app.use((request, response, next) => {
    const { status, proxy } = request.query;
    const refusal = { code: "body_too_large", message: "At most 4,600,000 bytes are taken." };
    if (status) refuse(request, response, { status: Number(status) as 413, ...refusal });
    else if (proxy) response.status(Number(proxy)).type("html").send("<html><h1>nginx</h1></html>");
    else next();
  });
  app.use(admitPages({ random: () => 0, ...admitted }));
  app.use((_request, response) => void response.set("X-Remix-Response", "yes").status(500).json({ code: "x" }));
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => void server.close());
  const fetchOfPage = readRefusals(fetch, async (ms) => void paused.push(ms));
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, init?: RequestInit) => fetchOfPage(`http://127.0.0.1:${port}${path}`, init);
  const trouble = (path: string, init?: RequestInit) =>
    ask(path, init).then(
      ({ status }) => `answered with ${status}`,
      (error: unknown) => troubleOf(error, true),
    );
  return { ask, trouble, paused };
}

it("a page that is told to come back does so by itself, with what it sent, before anybody is told", async () => {
  const { trouble, paused } = await openEdge({ data: full });
  const post = { method: "POST", body: new URLSearchParams({ intent: "save" }) };
  expect(await trouble("/app/products.data?q=1", post)).toBe("busy");
  expect(paused, "as long as the edge asks for").toEqual([1_000, 1_000]);
});

it("what the edge or a proxy refuses is shown with its cause, and not as an app that is not there", async () => {
  const { trouble, paused } = await openEdge();
  const told = await Promise.all(
    [413, 408, 414, 415, 431, 400, 403].map(async (status) => [status, await trouble(`/app.data?status=${status}`)]),
  );
  expect(Object.fromEntries(told)).toEqual({
    ...{ 413: "too_large", 408: "too_slow", 414: "not_taken", 415: "not_taken", 431: "not_taken" },
    ...{ 400: "not_taken", 403: "not_taken" },
  });
  expect(await trouble("/app.data?proxy=413")).toBe("too_large");
  expect(await trouble("/app.data?proxy=429")).toBe("busy");
  expect(paused, "only who is told to come back does").toEqual([]);
});

it("answers of the app, and those that leave open what was done, are left to Remix", async () => {
  const { trouble, ask } = await openEdge();
  expect(await trouble("/app.data")).toBe("answered with 500");
  expect(await trouble("/app.data?proxy=502")).toBe("answered with 502");
  expect((await ask("/app/products/7?status=413")).status, "not for the data of a page").toBe(413);
});

it("the words of a refusal are what happened and what to do next", () => {
  expect(noticeOf("busy")).toBe(
    "Too many people use Shelfwright at this moment. Nothing is lost: this page goes on by itself.",
  );
  expect(lostActionWords("busy")).toContain("What you entered is still here: try again in a few seconds.");
  expect(lostActionWords("too_large")).toContain("larger than Shelfwright takes");
  expect(lostActionWords("not_taken")).toContain("reload the page");
  expect(notOpenedWords("busy")).toContain("in a few seconds");
});

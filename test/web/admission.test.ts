import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { type AdmissionLimits, createAdmission, type Leave } from "../../app/web/admission.ts";
import { type AdmitOptions, admitPages } from "../../app/web/admit-pages.ts";
import { nameShop } from "../../app/web/name-shop.ts";

const limits: AdmissionLimits = { slots: 1, places: 4, longestWaitMs: 1_000, countsMs: 5_000 };

/** Who came in, in order; each stays until it is told to leave. */
function house(some: Partial<AdmissionLimits> = {}) {
  const admission = createAdmission({ ...limits, ...some });
  const came: string[] = [];
  const leaves: Leave[] = [];
  const ask = (shop: string, name = shop) =>
    admission.enter(shop).then((leave) => {
      if (leave) leaves.push(leave);
      came.push(leave ? name : `${name} refused`);
    });
  const settled = () => vi.advanceTimersByTimeAsync(0);
  const leave = async () => {
    leaves.shift()?.();
    await settled();
  };
  return { admission, came, ask, leave, settled };
}

describe("admission", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("admission keeps slots for other shops while what one shop sent waits inside", async () => {
    const { admission, came, ask, leave, settled } = house({ slots: 3, slotsPerShop: 2 });
    for (const name of ["a1", "a2", "a3"]) void ask("a", name);
    void ask("b", "b1");
    void ask("c", "c1");
    await settled();
    expect(came).toEqual(["a1", "a2", "b1"]);
    await leave();
    expect(came).toEqual(["a1", "a2", "b1", "a3"]);
    await leave();
    expect(came).toEqual(["a1", "a2", "b1", "a3", "c1"]);
    for (let n = 0; n < 3; n++) await leave();
    expect(admission.inside).toBe(0);
  });

  it("admission lets shops in by turns, however many requests one of them sends", async () => {
    const { came, ask, leave, settled } = house();
    for (const name of ["a1", "a2", "a3"]) void ask("a", name);
    void ask("b", "b1");
    await settled();
    expect(came).toEqual(["a1"]);
    for (let n = 0; n < 3; n++) await leave();
    expect(came).toEqual(["a1", "a2", "b1", "a3"]);
  });

  it("admission refuses at once what finds every place taken by its own shop", async () => {
    const { came, ask, settled } = house();
    for (let n = 0; n < 6; n++) void ask("a", `a${n}`);
    await settled();
    expect(came).toEqual(["a0", "a5 refused"]);
  });

  it("admission takes a place from the shop that holds most of them, for one that holds fewer", async () => {
    const { came, ask, leave, settled } = house();
    for (let n = 0; n < 5; n++) void ask("a", `a${n}`);
    void ask("b", "b0");
    await settled();
    expect(came).toEqual(["a0", "a4 refused"]);
    for (let n = 0; n < 4; n++) await leave();
    expect(came.slice(2)).toEqual(["a1", "b0", "a2", "a3"]);
  });

  it("admission refuses what waited too long, and forgets it", async () => {
    const { admission, came, ask, leave } = house();
    void ask("a");
    void ask("b");
    await vi.advanceTimersByTimeAsync(limits.longestWaitMs);
    expect(came).toEqual(["a", "b refused"]);
    expect(admission.waiting).toBe(0);
    await leave();
    expect(admission.inside).toBe(0);
  });

  it("admission gives the slot of a request that waits for somebody else to the next one, once", async () => {
    const { admission, came, ask, leave } = house({ longestWaitMs: 60_000 });
    void ask("a");
    void ask("b");
    void ask("c");
    await vi.advanceTimersByTimeAsync(limits.countsMs);
    expect(came).toEqual(["a", "b"]);
    await leave();
    expect([came, admission.inside]).toEqual([["a", "b"], 1]);
  });
});

describe("pages under a crowd", () => {
  async function open(options: AdmitOptions) {
    const app = express();
    const held: (() => void)[] = [];
    app.use(nameShop((token) => (token.startsWith("of-") ? token.slice(3) : null)));
    app.use(admitPages({ random: () => 0, ...options }));
    app.use((request, response) => {
      if (request.query.hold === undefined) response.send("the page");
      else held.push(() => response.send("the page"));
    });
    const server = app.listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const until = async (isSo: () => boolean) => {
      while (!isSo()) await new Promise(setImmediate);
    };
    return { url, held, until };
  }
  const full: AdmissionLimits = { slots: 1, places: 0, longestWaitMs: 60_000, countsMs: 60_000 };

  it("pages under a crowd show that they open by themselves, and come back; answers to data requests have when to ask again", async () => {
    const { url, held, until } = await open({ documents: full, data: full });
    const first = fetch(`${url}/app?hold`);
    const other = fetch(`${url}/app.data?hold`);
    await until(() => held.length === 2);
    const page = await fetch(`${url}/app`);
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(await page.text()).toMatch(/http-equiv="refresh" content="2"[\s\S]*opens by itself/);
    const data = await fetch(`${url}/app.data`);
    expect([data.status, data.headers.get("retry-after"), await data.json()]).toEqual([
      503,
      "1",
      expect.objectContaining({ code: "busy" }),
    ]);
    for (const answer of held) answer();
    await Promise.all([first, other]);
    await until(() => true);
    expect((await fetch(`${url}/app`)).status).toBe(200);
  });

  it.each(["/healthz", "/readyz", "/workz", "/metrics", "/webhooks"])(
    "pages under a crowd let %s pass, however often",
    async (path) => {
      const { url, held, until } = await open({ documents: full, data: full });
      const inside = [fetch(`${url}/app?hold`), fetch(`${url}/app.data?hold`)];
      await until(() => held.length === 2);
      const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}${path}`)));
      expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
      for (const answer of held) answer();
      await Promise.all(inside);
    },
  );

  it("pages under a crowd have one turn for all strangers, whatever shop their addresses or forged tokens name", async () => {
    const { url, held, until } = await open({ documents: { ...full, slots: 2, places: 3 } });
    const leaving = new AbortController();
    const strangers = [1, 2, 3, 4].map((n) =>
      fetch(`${url}/app?hold&shop=x${n}`, {
        headers: { Authorization: `Bearer forged.${n}` },
        signal: leaving.signal,
      }).catch(() => "gone"),
    );
    await until(() => held.length === 1);
    const ask = (shop: string) => fetch(`${url}/app?hold&id_token=of-${shop}`);
    const first = ask("a");
    await until(() => held.length === 2);
    const second = ask("b");
    held[1]?.();
    await until(() => held.length === 3);
    held[2]?.();
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    expect(held).toHaveLength(3);
    leaving.abort();
    await Promise.all(strangers);
  });

  it("pages under a crowd give a place back when the browser goes away", async () => {
    const { url, held, until } = await open({ documents: full });
    const leaving = new AbortController();
    const gone = fetch(`${url}/app?hold`, { signal: leaving.signal }).catch(() => "gone");
    await until(() => held.length === 1);
    leaving.abort();
    expect(await gone).toBe("gone");
    let status = 0;
    while (status !== 200) status = (await fetch(`${url}/app`)).status;
    expect(status).toBe(200);
  });
});

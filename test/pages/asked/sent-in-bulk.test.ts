import { describe, expect, it } from "vitest";
import { createRateLimits } from "../../../app/lib/rate-limits.ts";
import { answerOnce } from "../../../app/pages/asked/answer-once.ts";
import { keepingLogger } from "../../jobs/support.ts";
import { shop, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { askConfigs } from "../../support/pages/ask.ts";

const user = { shop, by: "user:1" };
const key = (n: number) => `c0ffee00-0000-4000-8000-${String(n).padStart(12, "0")}`;

function setUp() {
  return { db: openTestDatabase(), clock: testClock(), logger: keepingLogger() };
}

function form(fields: Record<string, string>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return body;
}

async function importRules(json: string) {
  const deps = setUp();
  const body = form({ intent: "import", name: "Mine", json, requestKey: key(1) });
  const ask = () => answerOnce(deps, { user, page: "configs", body }, (given) => askConfigs(given, user, body));
  const answer = await ask();
  const kept = deps.db.raw.prepare("SELECT length(answer) FROM answered_requests WHERE shop = ?").pluck().get(shop);
  return { answer, again: await ask(), kept };
}

describe("a form", () => {
  it("is gone through once, however many names its fields have", async () => {
    class Counted extends FormData {
      static asked = 0;
      override getAll(name: string) {
        Counted.asked++;
        return super.getAll(name);
      }
    }
    const body = new Counted();
    body.append("intent", "save");
    body.append("requestKey", key(1));
    for (let n = 0; n < 2_000; n++) body.append(`f${n}`, "");
    const answer = await answerOnce(setUp(), { user, page: "glossary", body }, async () => ({ message: "Done" }));
    expect([answer.data.ok, Counted.asked]).toEqual([true, 0]);
  });

  it("is another one when a repeated field has another value", async () => {
    const deps = setUp();
    const send = (ids: string[]) => {
      const body = form({ intent: "generate", requestKey: key(1) });
      for (const id of ids) body.append("id", id);
      return answerOnce(deps, { user, page: "products", body }, async () => ({ message: "Done" }));
    };
    expect((await send(["1", "2"])).data.ok).toBe(true);
    expect((await send(["1", "2"])).data.ok).toBe(true);
    expect((await send(["1", "3"])).init?.status).toBe(422);
  });

  it("without a key costs nobody a place", async () => {
    const deps = { ...setUp(), rates: createRateLimits({ share: 0 }) };
    const ask = (body: unknown) =>
      answerOnce(deps, { user, page: "glossary", body }, async () => ({ message: "Done" }));
    for (let n = 0; n < 3; n++) expect((await ask({})).init?.status).toBe(400);
    expect((await ask({ requestKey: key(1) })).init?.status).toBe(200);
  });
});

describe("a wrong file of rules", () => {
  const words = (count: number, entry = "1") => `[${Array(count).fill(entry).join(",")}]`;
  const long = "x".repeat(50_000);
  it.each([
    ["with a list of numbers", `{"content_config":{"client":{"forbidden_words":${words(248_000)}}}}`, /60,000 values/],
    ["with one below that", `{"content_config":{"client":{"forbidden_words":${words(50_000)}}}}`, /1,000 entries/],
    ["with few of them", `{"content_config":{"client":{"forbidden_words":${words(900)}}}}`, /a text is expected/],
    ["under a long name", `{"content_config":{"content_types":{"${long}":{"guidelines":${words(90)}}}}}`, /100 characters/],
    ["beside the rules", `{"content_config":{},"more":${words(29_000, "{}")}}`, /text is expected/],
    ["with many fields that nobody knows", `{"content_config":{${Array.from({ length: 190 }, (_, n) => `"f${n}":0`)}}}`, /there is no such field/],
    ["nested for ever", `{"content_config":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, /32 levels/],
  ])("a file %s is answered with its first problems, and little of that is kept", async (_name, json, words) => {
    const { answer, again, kept } = await importRules(json);
    expect(answer.data).toMatchObject({ ok: false, message: expect.stringMatching(words) });
    expect("fields" in answer.data ? Object.keys(answer.data.fields ?? {}).length : 0).toBeLessThanOrEqual(20);
    expect(JSON.stringify(answer.data).length).toBeLessThan(10_000);
    expect(kept).toBeLessThan(10_000);
    expect(again.data).toMatchObject({ ok: false, message: answer.data.message });
  }); // biome-ignore format: a table
});

describe("what is kept of answers", () => {
  it("is the outcome alone when an answer is long", async () => {
    const deps = setUp();
    const ask = () =>
      answerOnce(deps, { user, page: "glossary", body: { requestKey: key(1) } }, async () => ({
        problem: "No.",
        fields: { a: "x".repeat(20_000) },
      }));
    expect((await ask()).data).toMatchObject({ fields: { a: expect.any(String) } });
    expect((await ask()).data).toEqual({ ok: false, message: "No.", at: deps.clock.now() });
  });

  it("has a bound for a shop: the oldest go first", async () => {
    const deps = setUp();
    const insert = deps.db.raw.prepare(
      "INSERT INTO answered_requests (shop, by, key, digest, owner, lease_until, at, status, answer) VALUES (?, 'user:1', ?, '', '', 0, ?, 200, '{}')",
    );
    const now = deps.clock.now();
    deps.db.raw.transaction(() => {
      for (let n = 0; n < 5_000; n++) insert.run(shop, `old-${n}`, now - 5_000 + n);
    })();
    await answerOnce(deps, { user, page: "glossary", body: { requestKey: key(1) } }, async () => ({ message: "Done" }));
    const kept = deps.db.raw.prepare("SELECT count(*), min(at) FROM answered_requests WHERE shop = ?").raw();
    expect(kept.get(shop)).toEqual([4_801, now - 4_800]);
  });
});

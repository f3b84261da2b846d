import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newEncryptionKey } from "../../app/config.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import { modelBatches, sessions, shopSettings } from "../../app/db/schema/index.ts";
import { createSealer, keyIdOf, type Sealer } from "../../app/lib/seal.ts";
import { modelKeyPlace } from "../../app/model/model-key.ts";
import { tokenPlace } from "../../app/shopify/token-place.ts";
import { keepSealed, resealValues } from "../../app/tasks/reseal-values.ts";
import { reportKeys } from "../../app/tasks/sealed-values.ts";
import { keepingLogger } from "../jobs/support.ts";
import { otherShop, shop } from "../support/content/shop.ts";
import { openTestDatabase, testDatabaseFile } from "../support/open-test-database.ts";

const [older, newer] = [newEncryptionKey(), newEncryptionKey()];
const before = createSealer([older]);
const rotated = createSealer([newer, older]);
const dropped = createSealer([newer]);
const [newerId = "", olderId = ""] = rotated.keyIds;

/** A shop's tokens, its model key, and the same key with a batch under way. */
async function store(db: SqliteDb, of: string, sealer: Sealer) {
  await db.orm.insert(sessions).values({
    id: `offline_${of}`, shop: of, state: "", isOnline: false, scope: "", expiresAt: 1, refreshTokenExpiresAt: 2, updatedAt: 1,
    accessToken: sealer.seal(`access of ${of}`, tokenPlace.access(of)),
    refreshToken: sealer.seal(`refresh of ${of}`, tokenPlace.refresh(of)),
  }); // biome-ignore format: a row
  const modelApiKey = sealer.seal(`sk-${of}`, modelKeyPlace(of));
  await db.orm.insert(shopSettings).values({ shop: of, modelApiKey, updatedAt: 1 });
  const row = { shop: of, id: `batch_${of}`, jobId: "j", state: "submitted" as const, requests: 1, createdAt: 1 };
  await db.orm.insert(modelBatches).values({ ...row, apiKey: modelApiKey });
}

/** Every value in the database that looks sealed, whatever column it is in. */
function allSealed({ raw }: SqliteDb): { column: string; sealed: string }[] {
  const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  return tables.flatMap((table) => {
    const rows = raw.prepare(`SELECT * FROM "${table}" /* all shops: a test */`).all() as Record<string, unknown>[];
    const named = rows.flatMap((row) =>
      Object.entries(row).map(([name, value]) => [`${table}.${name}`, value] as const),
    );
    return named.flatMap(([column, value]) =>
      typeof value === "string" && value.startsWith("v1.") ? [{ column, sealed: value }] : [],
    );
  });
}

describe("sealing anew", () => {
  it("reaches every sealed value of every shop, so that the older key may be dropped", async () => {
    const db = openTestDatabase();
    await store(db, shop, before);
    await store(db, otherShop, before);
    expect(await resealValues({ db, sealer: rotated })).toEqual({ resealed: 8, unreadable: 0, outpaced: 0 });
    expect(new Set(allSealed(db).map(({ sealed }) => keyIdOf(sealed)))).toEqual(new Set([newerId]));
    const [session] = await db.orm.select().from(sessions);
    expect(dropped.open(session?.accessToken ?? "", tokenPlace.access(session?.shop ?? ""))).toMatch(/^access of /);
    const [batch] = await db.orm.select().from(modelBatches);
    expect(dropped.open(batch?.apiKey ?? "", modelKeyPlace(batch?.shop ?? ""))).toBe(`sk-${batch?.shop}`);
    expect(await resealValues({ db, sealer: rotated })).toMatchObject({ resealed: 0 });
  });

  it("leaves alone what somebody else wrote meanwhile, and what no key opens", async () => {
    const db = openTestDatabase();
    await store(db, shop, before);
    await store(db, otherShop, createSealer([newEncryptionKey()]));
    const lost = allSealed(db).filter(({ sealed }) => keyIdOf(sealed) !== olderId);
    const entered = rotated.seal("sk-entered-meanwhile", modelKeyPlace(shop));
    let writes = 0;
    const busy: SqliteDb = {
      ...db,
      async transact(...given) {
        // The third column: its values have been read by now.
        if (++writes === 3)
          await db.orm.update(shopSettings).set({ modelApiKey: entered }).where(eq(shopSettings.shop, shop));
        return db.transact(...given);
      },
    };
    await db.orm.delete(shopSettings).where(eq(shopSettings.shop, otherShop));
    expect(await resealValues({ db: busy, sealer: rotated })).toEqual({ resealed: 3, unreadable: 3, outpaced: 1 });
    expect((await db.orm.select().from(shopSettings))[0]?.modelApiKey).toBe(entered);
    const { length } = allSealed(db).filter(({ sealed }) => lost.some((one) => one.sealed === sealed));
    expect(length).toBe(3);
  });

  it("goes through more values than are read at once", async () => {
    const db = openTestDatabase();
    const shops = Array.from({ length: 450 }, (_, n) => `shop-${n}.myshopify.com`);
    await db.orm
      .insert(shopSettings)
      .values(shops.map((of) => ({ shop: of, modelApiKey: before.seal(of, modelKeyPlace(of)), updatedAt: 1 })));
    expect(await resealValues({ db, sealer: rotated })).toEqual({ resealed: 450, unreadable: 0, outpaced: 0 });
  });

  it("is the worker's regular work, which logs values that open with no key", async () => {
    const db = openTestDatabase();
    await store(db, shop, before);
    const logger = keepingLogger();
    await keepSealed({ db, sealer: rotated, logger });
    await keepSealed({ db, sealer: createSealer([newEncryptionKey()]), logger });
    expect(logger.lines.map(({ level, fields }) => [level, fields])).toEqual([
      ["info", { count: 4 }],
      ["warn", { count: 4 }],
    ]);
  });
});

it("the report counts by key, and names columns that open with none, in a list that misses none", async () => {
  const db = openTestDatabase();
  await store(db, shop, before);
  await store(db, otherShop, dropped);
  expect(await reportKeys({ db, sealer: rotated })).toEqual({
    keys: [
      { id: newerId, state: "newest", values: 4 },
      { id: olderId, state: "older", values: 4 },
    ],
    unreadable: {},
  });
  const { keys, unreadable } = await reportKeys({ db, sealer: dropped });
  expect(keys).toContainEqual({ id: olderId, state: "dropped", values: 4 });
  expect(Object.keys(unreadable).sort()).toEqual([...new Set(allSealed(db).map(({ column }) => column))].sort());
});

it("what is no text is counted as damaged, and keeps no other value from being sealed anew", async () => {
  const db = openTestDatabase();
  await store(db, shop, before);
  await store(db, otherShop, before);
  db.raw.prepare("UPDATE shop_settings SET model_api_key = ? WHERE shop = ?").run(Buffer.from([1, 2]), shop);
  db.raw.prepare("UPDATE sessions SET access_token = 'v1.no' WHERE shop = ?").run(shop);
  expect(await resealValues({ db, sealer: rotated })).toEqual({ resealed: 6, unreadable: 2, outpaced: 0 });
  expect(await reportKeys({ db, sealer: rotated })).toMatchObject({
    keys: [
      { state: "newest", values: 6 },
      { state: "older", values: 0 },
      { state: "damaged", values: 2 },
    ],
    unreadable: { "sessions.access_token": 1, "shop_settings.model_api_key": 1 },
  });
});

describe("npm run keys", () => {
  async function run(file: string, keys: string, ...args: string[]) {
    const env = { ...process.env, DATABASE_FILE: file, ENCRYPTION_KEYS: keys };
    const child = spawn(process.execPath, ["scripts/keys.ts", ...args], { env });
    const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
    return { out, error, code };
  }

  it("shows by its exit code whether an older key is in use, reseals beside a running app, and prints no secret", async () => {
    const { file, open } = testDatabaseFile();
    const db = open();
    await store(db, shop, before);
    const status = await run(file, `${newer},${older}`, "status");
    expect([status.code, status.out]).toEqual([2, expect.stringMatching(`${olderId}  older +4 value`)]);
    const resealed = await run(file, `${newer},${older}`, "reseal", "--json");
    expect([resealed.code, JSON.parse(resealed.out)]).toMatchObject([0, { resealed: 4, keys: [{ values: 4 }, {}] }]);
    expect(new Set(allSealed(db).map(({ sealed }) => keyIdOf(sealed)))).toEqual(new Set([newerId]));
    const lost = await run(file, older, "status");
    expect([lost.code, lost.out]).toEqual([3, expect.stringContaining("sessions.access_token open with no key")]);
    expect(`${status.out}${resealed.out}${lost.out}`).not.toMatch(/v1\.|sk-|access of/);
  });
});

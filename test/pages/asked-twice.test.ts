import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { jobs, products, versions } from "../../app/db/schema/index.ts";
import { productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import type { Outcome } from "../../app/pages/answer-action.ts";
import { changeTrial } from "../../app/pages/config-trial.ts";
import { changeProduct } from "../../app/pages/product.ts";
import { changeProducts } from "../../app/pages/products.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { unaskedModels } from "../support/unasked-models.ts";

const shop = shopDomainSchema.parse("one.myshopify.com");
const user = { shop, by: "user:1" };
const productId = productIdSchema.parse("1");
const models = unaskedModels();

async function setUp() {
  const deps = { db: openTestDatabase(), clock: { now: () => 1_790_000_000_000 }, models };
  await deps.db.orm.insert(products).values({
    shop,
    id: "1",
    handle: "p",
    title: "Product",
    vendor: "A",
    productType: "",
    status: "active",
    descriptionHtml: "",
    facts: { category: null, tags: [], options: [], attributes: [], images: [] },
    variants: [],
    factsDigest: "f",
    liveDigest: "l",
    createdAt: 1,
    updatedAt: 2,
    syncedAt: 3,
  });
  return deps;
}

const key = (n: number) => `c0ffee00-0000-4000-8000-00000000000${n}`;

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

it("every action that starts a job starts it once for a request that comes twice", async () => {
  const deps = await setUp();
  const actions: ((requestKey: string) => Promise<Outcome>)[] = [
    (requestKey) => changeProducts(deps, user, form({ intent: "generate", contentType: "title", id: "1", requestKey })),
    (requestKey) => changeProducts(deps, user, form({ intent: "publish", id: "1", requestKey })),
    (requestKey) => changeTrial(deps, user, form({ config: "{}", id: "1", requestKey })),
    (requestKey) =>
      changeProduct(deps, user, productId, {
        intent: "generate",
        contentTypes: ["desc"],
        agentModel: "v1",
        requestKey,
      }),
    (requestKey) => changeProduct(deps, user, productId, { intent: "publish", contentTypes: ["desc"], requestKey }),
  ];
  const started = new Set<string>();
  for (const [n, act] of actions.entries()) {
    const first = await act(key(n));
    const second = await act(key(n));
    expect(first, String(n)).toMatchObject({ jobId: expect.any(String) });
    if ("jobId" in first) started.add(first.jobId ?? "");
    expect(second).toEqual({ message: "This was started already", jobId: "jobId" in first ? first.jobId : "" });
  }
  const rows = await deps.db.orm.select().from(jobs).where(eq(jobs.shop, shop));
  expect(rows.map(({ id }) => id).sort()).toEqual([...started].sort());
  expect(started.size).toBe(actions.length);
  // Without its key the same is asked for anew.
  expect(await actions[0]?.("")).not.toMatchObject({ message: "This was started already" });
});

it("a decision that comes twice is told as done, not as taken by somebody else", async () => {
  const deps = await setUp();
  await changeProduct(deps, user, productId, {
    intent: "edit",
    edits: [{ contentType: "desc", body: "<p>A mat.</p>" }],
  });
  const [draft] = await deps.db.orm.select().from(versions).where(eq(versions.shop, shop));
  const versionId = draft?.id ?? "";
  const approve = { intent: "approve", versionIds: [versionId], override: true };
  expect(await changeProduct(deps, user, productId, approve)).toEqual({ message: "Text approved" });
  expect(await changeProduct(deps, user, productId, approve)).toEqual({ message: "Approved already" });
  const reject = { intent: "reject", versionId };
  expect(await changeProduct(deps, user, productId, reject)).toEqual({ message: "Text rejected" });
  expect(await changeProduct(deps, user, productId, reject)).toEqual({ message: "Text rejected" });
  expect(await changeProduct(deps, user, productId, approve)).toMatchObject({ problem: expect.any(String) });
});

import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { products, versions } from "../../app/db/schema/index.ts";
import { productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { askProduct } from "../support/pages/ask.ts";
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

it("a decision that comes twice is answered as done, not as taken by somebody else", async () => {
  const deps = await setUp();
  await askProduct(deps, user, productId, {
    intent: "edit",
    edits: [{ contentType: "desc", body: "<p>A mat.</p>" }],
  });
  const [draft] = await deps.db.orm.select().from(versions).where(eq(versions.shop, shop));
  const versionId = draft?.id ?? "";
  const approve = { intent: "approve", versionIds: [versionId], override: true };
  expect(await askProduct(deps, user, productId, approve)).toEqual({ message: "Text approved" });
  expect(await askProduct(deps, user, productId, approve)).toEqual({ message: "Approved already" });
  const reject = { intent: "reject", versionId };
  expect(await askProduct(deps, user, productId, reject)).toEqual({ message: "Text rejected" });
  expect(await askProduct(deps, user, productId, reject)).toEqual({ message: "Text rejected" });
  expect(await askProduct(deps, user, productId, approve)).toMatchObject({ problem: expect.any(String) });
});

import { and, asc, eq, ne } from "drizzle-orm";
import { feedback, type TextBody, type VersionOrigin, versions } from "../../../app/db/schema/index.ts";
import { productId, shop, storeProduct, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

/** A shop with one product, functions that write versions of its texts as the model or a person does, and its feedback rows. */
export async function openFeedbackWorld() {
  const db = openTestDatabase();
  const clock = testClock();
  await storeProduct(db);
  let made = 0;
  async function write(
    body: TextBody,
    more: Partial<typeof versions.$inferInsert> & { origin?: VersionOrigin } = {},
  ): Promise<string> {
    clock.advance(1_000);
    const id = `ver_${++made}`;
    await db.orm
      .update(versions)
      .set({ state: "superseded" })
      .where(
        and(
          eq(versions.shop, more.shop ?? shop),
          eq(versions.productId, more.productId ?? productId),
          eq(versions.contentType, more.contentType ?? "title"),
          eq(versions.state, "draft"),
          ne(versions.id, id),
        ),
      );
    await db.orm.insert(versions).values({
      id,
      shop,
      productId,
      contentType: "title",
      locale: "en",
      state: "draft",
      origin: "generated",
      body,
      warnings: [],
      blocked: false,
      evidence: [],
      base: null,
      baseDigest: "b",
      factsDigest: "f",
      configDigest: "config-1",
      model: "small",
      createdAt: clock.now(),
      ...more,
    });
    return id;
  }
  const kept = (of: string = shop) =>
    db.orm.select().from(feedback).where(eq(feedback.shop, of)).orderBy(asc(feedback.createdAt), asc(feedback.id));
  return { db, clock, write, kept };
}

import { expect, it } from "vitest";
import { products, shops, shopTranslations, writeBacks } from "../../app/db/schema/index.ts";
import type { Steps } from "../../app/db/steps.ts";
import { jobIdSchema } from "../../app/lib/brand.ts";
import { readUndoPreview } from "../../app/publishing/read-undo.ts";
import { slotNamed } from "../../app/texts/slot.ts";
import { storeTarget } from "../../app/texts/target.ts";
import { shop } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const jobId = jobIdSchema.parse("job_1");

/** Does the same, and counts the statements. */
function* counting<T>(steps: Steps<T>, count: { statements: number }): Steps<T> {
  let step = steps.next();
  while (!step.done) {
    count.statements++;
    step = steps.next(yield step.value);
  }
  return step.value;
}

/** Products whose titles were published in German and French; of every fourth the French one was changed since. */
async function published(count: number) {
  const db = openTestDatabase();
  await db.orm.insert(shops).values({ shop, installedAt: 1, primaryLocale: "en" });
  for (let n = 0; n < count; n++) {
    const id = String(n + 1);
    await db.orm.insert(products).values({
      shop, id, handle: id, title: `Pan ${String(n).padStart(3, "0")}`, vendor: "", productType: "", status: "active", missing: 0,
      descriptionHtml: "", facts: { category: null, tags: [], options: [], attributes: [], images: [] },
      variants: [], factsDigest: "f", liveDigest: "l", createdAt: 1, updatedAt: 1, syncedAt: 1,
    }); // biome-ignore format: a row
    for (const locale of ["de", "fr"]) {
      const target = storeTarget(locale);
      const sent = `${locale} ${n}`;
      const value = locale === "fr" && n % 4 === 0 ? "Changed" : sent;
      await db.orm.insert(shopTranslations).values({
        ...{ shop, owner: id, locale, market: "", readAt: 1 },
        texts: { title: { value, outdated: false, updatedAt: null } },
      });
      const field = { slot: slotNamed("title"), target, versionId: "v", before: null, sent, answered: sent };
      await db.orm.insert(writeBacks).values({
        ...{ id: `wb_${id}_${locale}`, shop, productId: id, jobId, itemSeq: n, writer: "translation" as const },
        ...{ fields: [field], state: "verified" as const, createdAt: n },
      });
    }
  }
  return db;
}

it("tells what an undo of translations would do, in as many statements for many write-backs as for few", async () => {
  const few = { statements: 0 };
  await (await published(2)).do(counting(readUndoPreview({ shop, jobId }), few));
  const many = { statements: 0 };
  const preview = await (await published(40)).do(counting(readUndoPreview({ shop, jobId }), many));
  expect(preview.back).toBe(40);
  expect(preview.stays.count).toBe(10);
  expect(preview.stays.titles.slice(0, 2)).toEqual(["Pan 000", "Pan 004"]);
  expect(many.statements).toBe(few.statements);
});

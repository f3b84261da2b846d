import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Db } from "../../app/db/open.ts";
import { creditRuns, jobItems, shops } from "../../app/db/schema/index.ts";
import { generateJob } from "../../app/generation/jobs.ts";
import { uiLocales } from "../../app/i18n/locales.ts";
import { hiddenKinds } from "../../app/jobs/hidden-kinds.ts";
import { jobIdSchema } from "../../app/lib/brand.ts";
import type { Letter } from "../../app/mail/send-mail.ts";
import { writeRunMail } from "../../app/pages/mail/write-run-mail.ts";
import { shop, startAt, storeProduct } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { aJob, aVersion } from "../tasks/retention/support.ts";

const config = { SHOPIFY_ADMIN_ORIGIN: "https://admin.shopify.com", SHOPIFY_API_KEY: "key" };
const jobId = jobIdSchema.parse("job_long");
const secretText = "Washed linen with two pockets, written by the model";

/** A shop whose run wrote five products: two clean, one with warnings, one blocked, one not done. */
async function aWrittenRun(change: Parameters<typeof aJob>[1] = { id: jobId }) {
  const db = openTestDatabase();
  await storeProduct(db);
  await aJob(db, {
    ...{ kind: generateJob.kind, total: 5, done: 4, failed: 1, status: "partially_completed" },
    payload: { contentTypes: ["desc"], onlyMissing: false },
    finishedAt: startAt + 192_000,
    ...change,
  });
  await aVersion(db, { id: "ver_1", contentType: "desc", state: "draft", body: secretText, jobId, decidedAt: null });
  const results = [
    { texts: 1, blocked: 0, warnings: 0 },
    { texts: 1, blocked: 0, warnings: 0 },
    { texts: 1, blocked: 0, warnings: 2 },
    { texts: 1, blocked: 1, warnings: 0 },
  ];
  await db.orm.insert(jobItems).values(
    results.map((result, seq) => ({
      ...{ jobId: change.id, seq, shop, kind: generateJob.kind, priority: 1, subject: `p${seq}` },
      ...{ status: "done" as const, runAt: startAt, result },
    })),
  );
  await db.orm.insert(creditRuns).values({
    ...{
      shop,
      jobId,
      agentModel: "v1",
      contentTypes: "desc",
      itemCredits: 1,
      charged: 4,
      calls: 4,
      costNanos: 4_200_000,
    },
    createdAt: startAt,
  });
  return db;
}

async function letterOf(db: Db): Promise<Letter> {
  const written = await writeRunMail({ db, config }, shop, jobId);
  if (written === null || written === "goes_on") throw new Error("no letter was written");
  return written;
}

it("a mail says what became of the products, their findings, the cost, and where to go on", async () => {
  const db = await aWrittenRun();
  await db.orm.update(shops).set({ name: "Fern & Field" }).where(eq(shops.shop, shop));
  const letter = await letterOf(db);
  expect(letter.subject).toBe("Ended: Write descriptions for 5 products");
  expect(letter.text.split("\n")).toEqual([
    "A run in Fern & Field has ended.",
    "",
    "Write descriptions for 5 products",
    "",
    "Products: 4 written and 1 not done",
    "Texts: Description",
    "Findings: 2 without findings, 1 with warnings, and 1 blocked",
    "Cost: 4 credits · $0.0042",
    expect.stringMatching(/^Time: 3.?min 12.?sec$/),
    "",
    "Try again (1):",
    "https://admin.shopify.com/store/demo/apps/key/app/activity/job_long?outcome=failed",
    "",
    "Show this run:",
    "https://admin.shopify.com/store/demo/apps/key/app/activity/job_long",
    "",
    "--",
    expect.stringContaining("because your address stands"),
    "",
  ]);
  expect(letter.html).toContain("A run in Fern &amp; Field has ended.");
  expect(letter.html).toContain(
    'href="https://admin.shopify.com/store/demo/apps/key/app/activity/job_long?outcome=failed"',
  );
  // Counts and names only.
  expect(JSON.stringify(letter)).not.toContain("linen");
});

it.each(uiLocales)("the mail is in the shop's language: %s", async (locale) => {
  const db = await aWrittenRun();
  await db.orm.update(shops).set({ primaryLocale: locale }).where(eq(shops.shop, shop));
  const letter = await letterOf(db);
  expect(letter.html).toContain(`<html lang="${locale}">`);
  // A key that has no words shows as itself.
  expect(letter.text).not.toMatch(/mail\.|result\.|sentence\.|\{\{/);
  if (locale !== "en") expect(letter.text).not.toMatch(/Products|Findings|Show this run/);
});

it("names of a store and a run cannot break the mail", async () => {
  const db = await aWrittenRun({
    id: jobId,
    kind: "of-an-extension",
    title: 'Rules\r\nBcc: eve@example.com <img src="x">',
  });
  await db.orm.update(shops).set({ name: '<b>"Fern"</b>' }).where(eq(shops.shop, shop));
  const letter = await letterOf(db);
  expect(letter.html).not.toMatch(/<img|<b>/);
  expect(letter.html).toContain("&lt;img src=&quot;x&quot;&gt;");
});

it("nothing is told of work that no page shows and of another shop's, and a run that goes on again is told of later", async () => {
  const [hidden = ""] = hiddenKinds;
  const write = async (change: Parameters<typeof aJob>[1]) =>
    writeRunMail({ db: await aWrittenRun(change), config }, shop, jobId);
  expect(await write({ id: jobId, kind: hidden })).toBeNull();
  expect(await write({ id: jobId, finishedAt: null })).toBe("goes_on");
  const db = await aWrittenRun();
  await db.orm.delete(creditRuns).where(and(eq(creditRuns.shop, shop), eq(creditRuns.jobId, jobId)));
  expect((await letterOf(db)).text).not.toContain("Cost");
  expect(await writeRunMail({ db, config }, "second.myshopify.com" as typeof shop, jobId)).toBeNull();
});

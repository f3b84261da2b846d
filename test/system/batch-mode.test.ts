import { once } from "node:events";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { jobs } from "../../app/db/schema/index.ts";
import { jobIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { audit } from "../support/auditor.ts";
import { openDemo } from "../support/open-demo.ts";
import { until } from "../support/start-shelfwright.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const demo = openDemo({ env: { JOB_LEASE_MS: "2000" }, model: { batchDelayMs: 8_000 } });

describe("a run that may wait", () => {
  it("is chosen in the dialog, survives killed workers at half the price, and shows its state", async () => {
    const { system, merchant, appUrl } = demo;
    const { app, page } = merchant;
    const { sandbox } = system;
    await page.goto(appUrl("/products"));
    await app.getByRole("button", { name: "Import catalogue" }).click();
    await app.getByRole("link", { name: "Dot Grid Notebook A5" }).waitFor();
    await page.goto(appUrl("/products?q=linen"));
    await app.getByRole("link", { name: /Linen/i }).first().waitFor();
    await app
      .getByRole("checkbox", { name: /^Select all/ })
      .first()
      .check({ force: true });
    await app.getByRole("button", { name: "Write…", exact: true }).click();
    await app.getByRole("checkbox", { name: "Only where the text is missing" }).uncheck({ force: true });
    await app.getByRole("checkbox", { name: /Can wait until tomorrow/ }).check({ force: true });
    await app.getByText("up to 24 hours", { exact: true }).waitFor();
    await merchant.picture("batch-mode-dialog");
    await app.getByRole("button", { name: /^Write \d+ drafts?$/ }).click();

    const carried = () => [...sandbox.model.batches.values()][0];
    await until("the batch", () => carried() !== undefined || undefined);
    await kill();
    const [job] = await system.db.orm
      .select({ id: jobs.id, total: jobs.total })
      .from(jobs)
      .where(and(eq(jobs.shop, shop), eq(jobs.kind, "generate-content")));
    const jobId = jobIdSchema.parse(job?.id);
    await page.goto(appUrl(`/activity/${jobId}`));
    await app.getByText(/with the model’s provider, up to 24 hours/).waitFor();
    await merchant.picture("batch-mode-job-waiting");
    await system.app.startWorker();
    await until("the batch's end", () => carried()?.status === "completed" || undefined);
    await kill();
    await system.app.startWorker();
    expect(await system.finish(shop, jobId)).toBe("completed");
    await app.getByText(`Half price: ${job?.total} of ${job?.total} products answered.`, { exact: true }).waitFor();
    await merchant.picture("batch-mode-job-done");
    expect(sandbox.model.totals).toMatchObject({ paid: job?.total, paidInBatches: job?.total });
    await until("the carrier's end", () => [...sandbox.model.files].length === 0 || undefined);
    expect(await audit({ ...system, shop, crashAllowance: 0 })).toEqual([]);
    expect(merchant.complaints).toEqual([]);
  });
});

async function kill(): Promise<void> {
  const { worker } = demo.system.app;
  const ended = once(worker, "exit");
  worker.kill("SIGKILL");
  await ended;
}

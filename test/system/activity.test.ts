import { once } from "node:events";
import type { Request } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { readJob } from "../../app/jobs/read-jobs.ts";
import { type JobId, productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { openDemo } from "../support/open-demo.ts";
import { until } from "../support/start-shelfwright.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const demo = openDemo();
const { appUrl } = demo;

beforeAll(async () => {
  const { app, page } = demo.merchant;
  await page.goto(appUrl("/products"));
  await app.getByRole("button", { name: "Import catalogue" }).click();
  await app.getByRole("link", { name: "Dot Grid Notebook A5" }).waitFor();
});

function write(queries: readonly string[], by = "user:1"): Promise<JobId> {
  const productIds = queries.map((query) => productIdSchema.parse(demo.productId(query)));
  const input = { shop, productIds, contentTypes: ["title"], agentModel: "v1" as const, createdBy: by };
  return startGeneration(demo.system, input);
}

const isHeld = (request: Request) => new URL(request.url()).pathname === "/app/live";

describe("live progress", () => {
  it("a page shows a run that somebody else starts, how far it is and its end, by one held request and no reload", async () => {
    const { app, page, complaints } = demo.merchant;
    await page.goto(appUrl("/activity"));
    await app.getByRole("heading", { level: 1, name: "Activity" }).waitFor();
    const open = new Set<Request>();
    let most = 0;
    page.on("request", (request) => {
      if (!isHeld(request)) return;
      open.add(request);
      most = Math.max(most, open.size);
    });
    page.on("requestfinished", (request) => open.delete(request));
    page.on("requestfailed", (request) => open.delete(request));
    await page.reload();
    await app.getByRole("heading", { level: 1, name: "Activity" }).waitFor();
    await app.locator("html").evaluate((html) => html.setAttribute("data-same-document", ""));
    const jobId = await write(["notebook", "linen"]);
    await app.locator(`a[href*="${jobId}"]`).waitFor();
    expect(await demo.system.finish(shop, jobId)).toBe("completed");
    await app.getByText("2 written", { exact: true }).first().waitFor();
    expect(await app.locator("html[data-same-document]").count()).toBe(1);
    expect(most).toBe(1);
    expect(complaints).toEqual([]);
  });

  it("while the worker is killed a page keeps its request, and shows the end once another worker has done the rest", async () => {
    const { app, page } = demo.merchant;
    const { worker } = demo.system.app;
    const gone = once(worker, "exit");
    worker.kill("SIGKILL");
    await gone;
    const jobId = await write(["notebook"]);
    await page.goto(appUrl(`/activity/${jobId}`));
    await app.getByText("Not begun yet").waitFor();
    await demo.system.app.startWorker();
    await until("the end", async () => (await readJob(demo.system, { shop, jobId }))?.finishedAt ?? undefined);
    await app.getByText("Done", { exact: true }).first().waitFor();
  });
});

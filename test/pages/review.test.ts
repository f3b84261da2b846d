import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { creditRuns, reviewClaims, shopPeople, versions, workSettings } from "../../app/db/schema/index.ts";
import { readAsked, readNext, readProgressOf } from "../../app/pages/review/read-next.ts";
import { beginAnew, readReviewPage } from "../../app/pages/review/read-page.ts";
import { decideProduct } from "../../app/review/decide-product.ts";
import { findQueue } from "../../app/review/open-queue.ts";
import { emptyDigest } from "../../app/rules/glossary/read-glossary.ts";
import { saveGlossary } from "../../app/rules/glossary/save-glossary.ts";
import { againRequest } from "../../app/ui/review/requests.ts";
import { anewHref } from "../../app/ui/review/review-addresses.ts";
import type { NextView } from "../../app/ui/review/review-view.ts";
import { anna, aReview, idOf, mia, target, warning, write } from "../review/review-world.ts";
import { shop } from "../support/content/shop.ts";

type World = Awaited<ReturnType<typeof aReview>>;

const page = ({ deps }: World, query = "", by = anna) => readReviewPage(deps, { shop, by }, new URLSearchParams(query));
const titles = (shown: { products: { id: string }[] }) => shown.products.map(({ id }) => id);

describe("the review page", () => {
  it("opens a queue of all that waits, with whole products of it, each for one person only", async () => {
    const world = await aReview(6);
    await write(world.db, "1", {
      contentType: "desc",
      body: "<p>Soft</p>",
      warnings: [{ ...warning, content_type: "desc" }],
    });
    const hers = await page(world);
    expect(titles(hers.first)).toEqual(["1", "2", "3", "4"]);
    const [first] = hers.first.products;
    expect(first).toMatchObject({ seq: 0, held: false, draftIds: expect.any(Array) });
    expect(first?.draftIds.toSorted()).toEqual(["v_1_desc", "v_1_title"]);
    const desc = first?.texts.find(({ name }) => name === "desc");
    expect(desc).toMatchObject({
      kind: "html",
      newest: { id: "v_1_desc", state: "draft", findings: [{ code: "EXCEED_LENGTH" }] },
    });
    expect(first?.facts.length).toBeGreaterThan(0);
    expect(hers.first.progress.open).toMatchObject({ clean: 5, warnings: 1 });
    const his = await page(world, "", mia);
    expect([titles(his.first), his.first.withOthers]).toEqual([["5", "6"], 4]);
  });

  it("goes on where the person stopped, whatever the filter was, and begins anew when they want it", async () => {
    const world = await aReview(5);
    const opened = await page(world, "vendor=Fern+%26+Field");
    await readNext(
      world.deps,
      { shop, by: anna },
      new URLSearchParams({ queue: opened.queueId, from: "2", count: "2" }),
    );
    await readNext(world.deps, { shop, by: anna }, new URLSearchParams({ queue: opened.queueId, from: "4", at: "1" }));
    const again = await page(world);
    expect(titles(again.first)[0]).toBe("2");
    expect([again.queueId, again.query]).toEqual([opened.queueId, opened.query]);
  });

  it("begins a queue anew once, at an address of its own, and keeps its filter and order however often it is loaded", async () => {
    const world = await aReview(5);
    const opened = await page(world, "vendor=Fern+%26+Field");
    const asked = new URLSearchParams(anewHref({ query: opened.query, sort: "oldest", search: "" }).split("?")[1]);
    const address = await beginAnew(world.deps, { shop, by: anna }, asked);
    const search = address?.split("?")[1] ?? "";
    expect(address).not.toContain("anew");
    const begun = await page(world, search);
    expect(begun).toMatchObject({ query: opened.query, sort: "oldest" });
    expect(begun.queueId).not.toBe(opened.queueId);
    expect((await page(world, search)).queueId).toBe(begun.queueId);
    expect(await beginAnew(world.deps, { shop, by: anna }, new URLSearchParams(search))).toBeNull();
    // An old address loads what is open.
    expect((await page(world, `${search}&anew=1`)).queueId).toBe(begun.queueId);
  });

  it("lets a person look at a lane without moving them in the queue or taking products from others", async () => {
    const world = await aReview(13);
    const { queueId } = await page(world);
    await readNext(world.deps, { shop, by: anna }, new URLSearchParams({ queue: queueId, from: "8", count: "1" }));
    const hers = await page(world, "", mia);
    const claims = () =>
      world.db.orm.select().from(reviewClaims).where(eq(reviewClaims.shop, shop)).orderBy(reviewClaims.productId);
    const position = async () => (await findQueue(world.deps, { shop, person: anna, id: queueId }))?.position;
    const before = { claims: await claims(), position: await position() };
    world.clock.advance(1_000);
    const asked = { queue: queueId, look: "1", count: "10", lane: "clean" };
    const looked = (await readAsked(world.deps, { shop, by: anna }, new URLSearchParams(asked))) as NextView;
    expect({ claims: await claims(), position: await position() }).toEqual(before);
    expect(looked.products).toHaveLength(Math.min(10, 13 - hers.first.products.length));
    // What it lists and "and N more" are all that a decision about the lane would be for.
    expect([looked.progress.open.clean, looked.withOthers]).toEqual([13, hers.first.products.length]);
    expect(await readAsked(world.deps, { shop, by: mia }, new URLSearchParams(asked))).toBeNull();
  });

  it("tells what was done with products by the rules of those that wait, and not by any rules", async () => {
    const world = await aReview(3);
    const byRules = (productId: string, configDigest: string) =>
      world.db.orm
        .update(versions)
        .set({ configDigest })
        .where(and(eq(versions.shop, shop), eq(versions.productId, productId)));
    await byRules("1", "old rules");
    await byRules("2", "these rules");
    await byRules("3", "these rules");
    const { queueId } = await page(world);
    for (const id of ["1", "2"]) {
      const seen = { versionIds: [`v_${id}_title`], conflicts: [] };
      const decision = { shop, id: `decision-${id}`, by: anna, queueId, productId: idOf(id), target, seen };
      await decideProduct(world.deps, { ...decision, verdict: { kind: "approved" } });
    }
    const asked = (by: string) =>
      readAsked(world.deps, { shop, by }, new URLSearchParams({ queue: queueId, honest: "1" }));
    expect(await asked(anna)).toEqual({ decided: 1, unchanged: 1, edited: 0, rejected: 0 });
    expect(await asked(mia)).toBeNull();
  });

  it("marks a glossary's word where a text says it as a word", async () => {
    const world = await aReview(1);
    const terms = ["Ton", "Linen"].map((term) => ({ term, never: [] }));
    await saveGlossary(world.deps, { shop, by: anna, terms, digest: emptyDigest });
    await write(world.db, "1", { contentType: "desc", body: "<p>Cotton and linen.</p>" });
    expect((await page(world)).first.products[0]?.glossary).toEqual(["Linen"]);
  });

  it("calls no fact used that only a rejected text says", async () => {
    const world = await aReview(1);
    await write(world.db, "1", { contentType: "desc", body: "<p>Of 100 % LINEN.</p>", state: "rejected" });
    const [product] = (await page(world)).first.products;
    expect(product?.facts.find(({ name }) => name === "Material")?.used).toBe(false);
  });

  it("goes on with the same queue each time that the admin opens the page, whatever it adds to the address", async () => {
    const world = await aReview(3);
    const opened = await page(
      world,
      "embedded=1&hmac=a&timestamp=1&id_token=x&host=h&session=s&shop=demo.myshopify.com",
    );
    const again = await page(
      world,
      "embedded=1&hmac=b&timestamp=2&id_token=y&host=h&session=s&shop=demo.myshopify.com",
    );
    expect([again.queueId, again.query]).toEqual([opened.queueId, ""]);
  });

  it("calls a fact used whose value a text says, however its unit and case are written", async () => {
    const world = await aReview(1);
    await write(world.db, "1", { contentType: "desc", body: "<p>Of 100 % LINEN, it weighs 240g.</p>" });
    const { first } = await page(world);
    const [product] = first.products;
    const used = (name: string) => product?.facts.find((fact) => fact.name === name)?.used;
    expect(["Material", "Weight", "Length"].map(used)).toEqual([true, true, false]);
  });

  it("knows which model wrote a product's texts, also when a person changed them since", async () => {
    const world = await aReview(3);
    const run = { shop, contentTypes: "title", itemCredits: 5, createdAt: 1 };
    await world.db.orm.insert(creditRuns).values([
      { ...run, jobId: "one", agentModel: "v1" },
      { ...run, jobId: "two", agentModel: "v2" },
    ]);
    await write(world.db, "1", { id: "first", contentType: "desc", state: "superseded", jobId: "one", createdAt: 1 });
    await write(world.db, "1", { id: "second", contentType: "desc", state: "superseded", jobId: "two", createdAt: 2 });
    await write(world.db, "1", { contentType: "desc", origin: "edited", createdAt: 3 });
    await write(world.db, "2", { contentType: "desc", jobId: "one" });
    const { products } = (await page(world)).first;
    const models = Object.fromEntries(products.map(({ id, agentModel }) => [id, agentModel]));
    expect(models).toEqual({ 1: "v2", 2: "v1", 3: "v1" });
    const [written] = products.filter(({ agentModel }) => agentModel === "v2");
    expect(written && againRequest(written, "shorter")).toMatchObject({ agentModel: "v2", notes: "shorter" });
  });

  it("knows what the person may do", async () => {
    const world = await aReview(1);
    expect((await page(world)).rights).toEqual({ approve: true, publish: true });
    const limits = { mayApprove: false, mayPublish: false, mayChangeRules: true, updatedAt: 1 };
    await world.db.orm.insert(shopPeople).values({ shop, person: anna, ...limits });
    await world.db.orm.insert(workSettings).values({ shop, owner: mia, updatedAt: 1 });
    expect((await page(world)).rights).toEqual({ approve: false, publish: false });
  });

  it("shows one lane of the queue", async () => {
    const world = await aReview(3);
    await write(world.db, "2", { contentType: "desc", blocked: true, warnings: [{ ...warning, severity: "block" }] });
    const blocked = await page(world, "lane=blocked");
    expect([titles(blocked.first), blocked.lane]).toEqual([["2"], "blocked"]);
  });

  it("of a queue that was gone through, with others since, opens one of those", async () => {
    const world = await aReview(1);
    const { queueId } = await page(world);
    const seen = { versionIds: ["v_1_title"], conflicts: [] };
    const decision = { shop, id: "decision-1", by: anna, queueId, productId: idOf("1"), target, seen };
    await decideProduct(world.deps, { ...decision, verdict: { kind: "approved" } });
    expect(titles((await page(world)).first)).toEqual([]);
    world.clock.advance(1);
    await write(world.db, "1", { id: "newer", createdAt: world.clock.now() });
    const later = await page(world);
    expect(titles(later.first)).toEqual(["1"]);
    expect(later.queueId).not.toBe(queueId);
  });

  it("of a queue of which the rest was put aside, opens one of that", async () => {
    const world = await aReview(1);
    const { queueId } = await page(world);
    const seen = { versionIds: [], conflicts: [] };
    for (const id of ["decision-1", "decision-2"]) {
      const decision = { shop, id, by: anna, queueId, productId: idOf("1"), target, seen };
      await decideProduct(world.deps, { ...decision, verdict: { kind: "later" } });
      world.clock.advance(1);
    }
    const again = await page(world);
    expect([titles(again.first), again.queueId === queueId]).toEqual([["1"], false]);
  });

  it("tells of a person's own queue how far it is, and nobody of somebody else's", async () => {
    const world = await aReview(2);
    const { queueId } = await page(world);
    await write(world.db, "1", { contentType: "desc", warnings: [{ ...warning, content_type: "desc" }] });
    expect(await readProgressOf(world.deps, { shop, by: anna }, queueId)).toMatchObject({
      open: { clean: 1, warnings: 1 },
    });
    expect(await readProgressOf(world.deps, { shop, by: mia }, queueId)).toBeNull();
  });

  it("gives nobody products of somebody else's queue", async () => {
    const world = await aReview(1);
    const { queueId } = await page(world);
    expect(await readNext(world.deps, { shop, by: mia }, new URLSearchParams({ queue: queueId }))).toBeNull();
  });
});

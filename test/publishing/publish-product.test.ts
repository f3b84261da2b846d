import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { jobs, versions, workSettings } from "../../app/db/schema/index.ts";
import { JobCancelled } from "../../app/jobs/task.ts";
import { nameOf } from "../../app/publishing/field-write.ts";
import { type PublishReport, publishProduct } from "../../app/publishing/publish-product.ts";
import { keepWhoSetsGoing } from "../../app/publishing/set-going.ts";
import { startPublishing } from "../../app/publishing/start-publishing.ts";
import { shop } from "../shopify/open-store.ts";
import { at } from "../support/places.ts";
import { free, impatient, mortal, openWorld, ours, ProcessDied, type World } from "./publishing-world.ts";

const allTypes = Object.keys(ours) as string[];

function done(report: PublishReport) {
  if (report.kind !== "done") throw new Error(`the report is ${report.kind}`);
  const sort = (types: string[]) => [...types].sort();
  return {
    published: sort(report.published),
    alreadyLive: sort(report.alreadyLive),
    conflicts: sort(report.conflicts),
    problem: report.problem,
  };
}

const nothing = { published: [], alreadyLive: [], conflicts: [], problem: null };

/** Whatever happened: a published version is what the shop shows, and nothing is left open. */
async function audit(world: World): Promise<void> {
  const { texts } = await world.live();
  for (const contentType of allTypes) {
    const published = (await world.versionsOf(contentType)).filter((version) => version.state === "published");
    expect(published.length, contentType).toBeLessThanOrEqual(1);
    if (published[0]) expect(texts[contentType], contentType).toEqual(published[0].body);
  }
  expect((await world.writeBacks()).filter((row) => row.state === "writing")).toEqual([]);
}

describe("where four eyes have to see a text", () => {
  test("what the same person approved waits for a colleague, and the rest is published", async () => {
    const world = await openWorld();
    await world.db.orm.insert(workSettings).values({ shop, fourEyes: true, updatedAt: 1 });
    await world.approveAll();
    const decided = world.db.raw.prepare("UPDATE versions SET decided_by = ? WHERE shop = ? AND content_type = ?");
    decided.run("user:1", shop, "title");
    decided.run("user:2", shop, "desc");
    const rest = allTypes.filter((type) => type !== "title");
    const report = await world.publish();
    expect(done(report)).toEqual({ ...nothing, published: [...rest].sort() });
    expect(report).toMatchObject({ ownApproval: ["title"] });
    expect((await world.versionsOf("title"))[0]).toMatchObject({ state: "approved" });
    await world.db.orm.update(workSettings).set({ fourEyes: false }).where(eq(workSettings.shop, shop));
    expect(done(await world.publish())).toMatchObject({ published: ["title"] });
  });

  test("what somebody approved who set a colleague's run going again waits too, until others set it going", async () => {
    const world = await openWorld();
    const { db, productId } = world;
    await db.orm.insert(workSettings).values({ shop, fourEyes: true, updatedAt: 1 });
    await world.approve("title");
    await db.orm.update(versions).set({ decidedBy: "user:2" }).where(eq(versions.shop, shop));
    const jobId = await startPublishing(world, { shop, productIds: [productId], createdBy: "user:1" });
    const publish = () => publishProduct(world.deps, free, { shop, productId, jobId, createdBy: "user:1" });
    await keepWhoSetsGoing(world, { shop, jobId, by: "user:2" });
    await keepWhoSetsGoing(world, { shop, jobId, by: "user:3" });
    expect(await publish()).toMatchObject({ published: [], ownApproval: ["title"] });
    await db.orm.update(jobs).set({ finishedAt: 1 }).where(eq(jobs.shop, shop));
    await keepWhoSetsGoing(world, { shop, jobId, by: "user:3" });
    expect(await publish()).toMatchObject({ published: ["title"], ownApproval: [] });
  });
});

describe("approved texts", () => {
  test("are live in the shop after publishing, read back, in two calls", async () => {
    const world = await openWorld();
    await world.approveAll();
    expect(done(await world.publish())).toEqual({ ...nothing, published: [...allTypes].sort() });
    expect((await world.live()).texts).toEqual(ours);
    expect(world.writes()).toEqual(["SetMetafields", "UpdateProductTexts"]);
    for (const contentType of allTypes) {
      const [version] = await world.versionsOf(contentType);
      expect(version).toMatchObject({ state: "published", publishedAt: expect.any(Number) });
    }
    expect((await world.product()).contentState).toBe("published");
    await audit(world);
  });

  test("are kept with the values from before and what Shopify answered", async () => {
    const world = await openWorld();
    const before = (await world.live()).texts;
    await world.approveAll();
    await world.publish();
    const rows = await world.writeBacks();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ state: "verified", undoes: null, createdBy: "user:1" });
    for (const field of rows[0]?.fields ?? []) {
      const contentType = nameOf(field);
      expect(field).toMatchObject({
        before: before[contentType],
        sent: ours[contentType],
        answered: ours[contentType],
      });
    }
  });

  test("are the only fields sent", async () => {
    const world = await openWorld();
    const before = (await world.live()).texts;
    await world.approve("seo_title");
    await world.publish();
    const sent = world.store.state.log().find((entry) => entry.operationName === "UpdateProductTexts");
    expect(sent?.input).toEqual({ product: { id: world.gid, seo: { title: ours.seo_title } } });
    expect((await world.live()).texts).toEqual({ ...before, seo_title: ours.seo_title });
  });

  test("of drafts, rejected versions, other locales and other content types are left alone", async () => {
    const world = await openWorld();
    const draft = await world.approve("title");
    const rejected = await world.approve("seo_desc");
    await world.approve("seo_title", "Auf Deutsch", { locale: "de" });
    await world.approve("desc");
    const set = world.db.raw.prepare("UPDATE versions SET state = ? WHERE id = ? AND shop = ?");
    set.run("draft", draft, shop);
    set.run("rejected", rejected, shop);
    expect(done(await world.publish({ contentTypes: ["title", "seo_title", "seo_desc"] }))).toEqual(nothing);
    expect(world.writes()).toEqual([]);
  });

  test("supersede what was published before and older approved ones", async () => {
    const world = await openWorld();
    const first = await world.approve("title", "First title");
    await world.publish();
    const older = await world.approve("title", "Second title");
    const newest = await world.approve("title", "Third title");
    await world.publish();
    expect((await world.live()).texts.title).toBe("Third title");
    expect((await world.version(first)).state).toBe("superseded");
    expect((await world.version(older)).state).toBe("superseded");
    expect((await world.version(newest)).state).toBe("published");
  });

  test("that the shop shows already are published without a write", async () => {
    const world = await openWorld();
    world.edit({ title: String(ours.title), descriptionHtml: "<p>An apron of\n<strong>linen</strong>.</p>\r\n" });
    const id = await world.approve("title", ours.title, { base: "an older title" });
    await world.approve("desc", ours.desc, { base: null });
    expect(done(await world.publish())).toEqual({ ...nothing, alreadyLive: ["desc", "title"] });
    expect(world.writes()).toEqual([]);
    expect((await world.version(id)).state).toBe("published");
  });

  test("of a product that is gone are not sent", async () => {
    const world = await openWorld();
    await world.approve("title");
    world.store.state.deleteProduct(shop, world.productId);
    expect(await world.publish()).toEqual({ kind: "gone" });
    expect(world.writes()).toEqual([]);
  });
});

describe("the bullets' metafield", () => {
  test("gets a definition that the storefront may read, asked for once", async () => {
    const world = await openWorld();
    for (const bullets of [["One"], ["One", "Two"]]) {
      await world.approve("bullets", bullets);
      await world.publish();
    }
    const asked = world.store.state.log().filter((entry) => entry.operationName === "CreateMetafieldDefinition");
    expect(asked).toHaveLength(1);
    const answer = world.store.state.graphql(
      shop,
      `{ metafieldDefinitions(first: 5, ownerType: PRODUCT, namespace: "$app:content") { nodes { key type { name } access { storefront } } } }`,
    );
    expect(answer.data).toMatchObject({
      metafieldDefinitions: {
        nodes: [
          { key: "bullets", type: { name: "list.single_line_text_field" }, access: { storefront: "PUBLIC_READ" } },
        ],
      },
    });
  });

  test("of a definition that is there already is as good", async () => {
    const world = await openWorld();
    await world.approve("bullets");
    await world.publish();
    const other = { ...world.deps, definitions: mortal(world.deps, 0).deps.definitions };
    await world.approve("bullets", ["Another"]);
    expect(done(await world.publish({ deps: other })).published).toEqual(["bullets"]);
  });

  test("changed between our reading and our writing is a conflict, found by its digest", async () => {
    const world = await openWorld();
    world.editBullets(["Theirs at first"]);
    const id = await world.approve("bullets");
    await world.approve("title");
    const guards = {
      ...free,
      async assertStillWanted() {
        if (world.writes().length === 0) world.editBullets(["Theirs, just now"]);
      },
    };
    expect(done(await world.publish({ guards }))).toEqual({ ...nothing, published: ["title"], conflicts: ["bullets"] });
    expect((await world.live()).texts.bullets).toEqual(["Theirs, just now"]);
    expect(await world.conflicts()).toMatchObject([
      {
        contentType: "bullets",
        versionId: id,
        base: ["Theirs at first"],
        theirs: ["Theirs, just now"],
        ours: ours.bullets,
      },
    ]);
    await audit(world);
  });

  test("made by somebody else between our reading and our writing is a conflict too", async () => {
    const world = await openWorld();
    await world.approve("bullets");
    const guards = {
      ...free,
      async assertStillWanted() {
        world.editBullets(["Theirs"]);
      },
    };
    expect(done(await world.publish({ guards })).conflicts).toEqual(["bullets"]);
    expect((await world.live()).texts.bullets).toEqual(["Theirs"]);
  });
});

describe("a text that somebody changed in the shop", () => {
  test("is never overwritten: base, theirs and ours are kept, the other fields are written", async () => {
    const world = await openWorld();
    const base = (await world.live()).texts.title;
    await world.approveAll();
    world.edit({ title: "A title by the merchant" });
    expect(done(await world.publish())).toEqual({
      ...nothing,
      published: allTypes.filter((type) => type !== "title").sort(),
      conflicts: ["title"],
    });
    expect((await world.live()).texts).toEqual({ ...ours, title: "A title by the merchant" });
    expect(await world.conflicts()).toMatchObject([
      { contentType: "title", base, theirs: "A title by the merchant", ours: ours.title },
    ]);
    expect((await world.product()).contentState).toBe("conflict");
    expect((await world.versionsOf("title"))[0]?.state).toBe("approved");
    await audit(world);
  });

  test("is a conflict again at the next try, with the newest of theirs", async () => {
    const world = await openWorld();
    await world.approve("title");
    for (const title of ["Theirs 1", "Theirs 2"]) {
      world.edit({ title });
      expect(done(await world.publish()).conflicts).toEqual(["title"]);
    }
    expect(await world.conflicts()).toMatchObject([{ theirs: "Theirs 2" }]);
    expect(world.writes()).toEqual([]);
  });

  test("and changed back is no conflict any more", async () => {
    const world = await openWorld();
    const base = String((await world.live()).texts.title);
    await world.approve("title");
    world.edit({ title: "Theirs" });
    await world.publish();
    world.edit({ title: base });
    expect(done(await world.publish()).published).toEqual(["title"]);
    expect(await world.conflicts()).toEqual([]);
    expect((await world.product()).contentState).toBe("published");
  });

  test("where there was none is a conflict with nothing as base", async () => {
    const world = await openWorld();
    await world.approve("seo_title", ours.seo_title, { base: null });
    world.edit({ seo: { title: "Theirs" } });
    expect(done(await world.publish()).conflicts).toEqual(["seo_title"]);
    expect(await world.conflicts()).toMatchObject([{ base: null, theirs: "Theirs" }]);
  });

  test("that is our own last text is no conflict for a version made before it", async () => {
    const world = await openWorld();
    const base = (await world.live()).texts.title;
    await world.approve("title", "First of ours");
    await world.publish();
    await world.approve("title", "Second of ours", { base });
    expect(done(await world.publish()).published).toEqual(["title"]);
    expect((await world.live()).texts.title).toBe("Second of ours");
  });

  test("after our last write is a conflict for a version made before it", async () => {
    const world = await openWorld();
    const base = (await world.live()).texts.title;
    await world.approve("title", "First of ours");
    await world.publish();
    world.edit({ title: "Theirs" });
    await world.approve("title", "Second of ours", { base });
    expect(done(await world.publish()).conflicts).toEqual(["title"]);
    expect((await world.live()).texts.title).toBe("Theirs");
  });

  test("right after our write, before it was read back, is a conflict", async () => {
    const world = await openWorld();
    await world.approve("title");
    const inner = world.deps.admin;
    const admin: typeof inner = (name) => {
      const api = inner(name);
      return {
        shop: name,
        async run(operation, variables, options) {
          const data = await api.run(operation, variables, options);
          if (operation.name === "UpdateProductTexts") world.edit({ title: "Theirs at once" });
          return data;
        },
      };
    };
    expect(done(await world.publish({ deps: { ...world.deps, admin } })).conflicts).toEqual(["title"]);
    expect(await world.writeBacks()).toMatchObject([{ state: "conflict" }]);
    await audit(world);
  });
});

describe("a text that Shopify does not take", () => {
  test("fails with Shopify's own words; texts by the other call are published", async () => {
    const world = await openWorld();
    const tooLong = await world.approve("title", "x".repeat(256));
    await world.approve("bullets");
    const report = done(await world.publish());
    expect(report.published).toEqual(["bullets"]);
    expect(report.problem).toContain("Title is too long (maximum is 255 characters)");
    expect((await world.version(tooLong)).state).toBe("approved");
    expect(await world.writeBacks()).toMatchObject([
      { state: "verified", fields: [at("bullets")], message: expect.stringContaining("too long") },
    ]);
    await audit(world);
  });

  test("leaves a failed write-back when nothing of it was written", async () => {
    const world = await openWorld();
    await world.approve("title", "x".repeat(256));
    expect(done(await world.publish()).published).toEqual([]);
    expect(await world.writeBacks()).toMatchObject([{ state: "failed", message: expect.stringContaining("too long") }]);
  });

  test("does not hold up the texts that go with it in the same call, however many are refused", async () => {
    const world = await openWorld();
    await world.approve("title", "x".repeat(256));
    await world.approve("desc", `<p>${"x".repeat(524_288)}</p>`);
    await world.approve(
      "bullets",
      Array.from({ length: 129 }, (_, i) => `Line ${i}`),
    );
    await world.approve("seo_title");
    await world.approve("seo_desc");
    const report = done(await world.publish());
    expect(report.published).toEqual(["seo_desc", "seo_title"]);
    expect(report.problem).toContain(
      "Not published: Title. Shopify refused the text: Title is too long (maximum is 255 characters) Shorten the text and publish it again.",
    );
    expect(report.problem).toContain("Not published: Description. Shopify refused the text: Body (HTML) is too big");
    expect(report.problem).toContain("Not published: Bullets. Shopify refused the text: Value has too many entries");
    await audit(world);
  });

  test("without saying which one is found by sending each alone", async () => {
    const world = await openWorld();
    await world.approve("title", "x".repeat(256));
    await world.approve("seo_title");
    const { admin } = world.deps;
    const nameless: typeof admin = (name) => ({
      shop: name,
      async run(operation, variables, options) {
        const data = await admin(name).run(operation, variables, options);
        for (const error of (data as { productUpdate?: { userErrors: { field?: unknown }[] } }).productUpdate
          ?.userErrors ?? [])
          error.field = null;
        return data;
      },
    });
    const report = done(await world.publish({ deps: { ...world.deps, admin: nameless } }));
    expect(report).toMatchObject({ published: ["seo_title"], problem: expect.stringContaining("Title is too long") });
  });
});

describe("our own write", () => {
  test("comes back as a webhook that finds nothing new", async () => {
    const world = await openWorld();
    await world.approveAll();
    await world.publish();
    const before = await world.product();
    expect(await world.refresh()).toBe("unchanged");
    const after = await world.product();
    expect({ ...after, syncedAt: 0 }).toEqual({ ...before, syncedAt: 0, wholeAt: before.updatedAt });
    expect(before).toMatchObject({ title: ours.title, descriptionHtml: ours.desc, bullets: ours.bullets });
  });

  test("is found by search under its new title", async () => {
    const world = await openWorld();
    await world.approve("title", "Zephyrine apron");
    await world.publish();
    const found = world.db.raw
      .prepare(
        "SELECT p.id FROM product_search s JOIN products p ON p.row_id = s.rowid WHERE product_search MATCH 'zephyrine' AND p.shop = ?",
      )
      .pluck()
      .all(shop);
    expect(found).toEqual([world.productId]);
  });

  test("published twice is written once", async () => {
    const world = await openWorld();
    await world.approveAll();
    await world.publish();
    const count = world.writes().length;
    expect(done(await world.publish())).toEqual(nothing);
    expect(await world.refresh()).toBe("unchanged");
    expect(world.writes()).toHaveLength(count);
  });
});

describe("a write whose answer never came", () => {
  test.each(["lost_answer", "reset", "http_502", "html_answer"])(
    "because of %s ends as one publication",
    async (kind) => {
      const world = await openWorld();
      await world.approveAll();
      world.store.state.faults.set({ rules: [{ match: { operation: "UpdateProductTexts" }, kind, times: 1 }] });
      let report: PublishReport | undefined;
      for (let attempt = 0; attempt < 3 && !report; attempt++) {
        try {
          report = await world.publish();
        } catch (error) {
          expect(error).toMatchObject({ name: "OperationalError", retryable: true });
        }
      }
      if (!report) throw new Error("it never ended");
      expect((await world.live()).texts).toEqual(ours);
      for (const type of allTypes) expect((await world.versionsOf(type))[0]?.state, type).toBe("published");
      // The text before the write is known, however the write ended.
      const before = (await world.writeBacks()).flatMap((row) => (row.state === "verified" ? row.fields : []));
      expect(before.map((field) => nameOf(field)).sort()).toEqual([...allTypes].sort());
      await audit(world);
    },
  );

  test("is read again at once and found to have happened: no second write", async () => {
    const world = await openWorld();
    await world.approve("title");
    world.store.state.faults.set({
      rules: [{ match: { operation: "UpdateProductTexts" }, kind: "lost_answer", times: 1 }],
    });
    expect(done(await world.publish())).toEqual({ ...nothing, published: ["title"] });
    expect(world.writes()).toHaveLength(1);
    await audit(world);
  });

  test("because of a time-out, with the old text still there, stays unknown and is settled by the next attempt", async () => {
    const world = await openWorld();
    await world.approve("title");
    world.store.state.faults.set({ rules: [{ match: { operation: "UpdateProductTexts" }, kind: "stall", times: 1 }] });
    await expect(world.publish({ deps: impatient(world) })).rejects.toMatchObject({
      code: "shopify_timeout",
      retryable: true,
    });
    expect(await world.writeBacks()).toMatchObject([{ state: "writing" }]);
    expect(done(await world.publish())).toEqual({ ...nothing, published: ["title"] });
    expect((await world.writeBacks()).map((row) => row.state)).toEqual(["verified", "failed"]);
    await audit(world);
  });

  test("and arrived late is found by the next attempt: published, with the old text kept", async () => {
    const world = await openWorld();
    const before = (await world.live()).texts.title;
    await world.approve("title");
    world.store.state.faults.set({ rules: [{ match: { operation: "UpdateProductTexts" }, kind: "stall", times: 1 }] });
    await expect(world.publish({ deps: impatient(world) })).rejects.toMatchObject({ code: "shopify_timeout" });
    world.edit({ title: String(ours.title) });
    expect(done(await world.publish())).toEqual({ ...nothing, published: ["title"] });
    expect(await world.writeBacks()).toMatchObject([{ state: "verified", fields: [{ before, answered: ours.title }] }]);
    expect(world.writes()).toHaveLength(1);
    await audit(world);
  });

  test("and meanwhile changed by somebody else is a conflict", async () => {
    const world = await openWorld();
    await world.approve("title");
    world.store.state.faults.set({ rules: [{ match: { operation: "UpdateProductTexts" }, kind: "stall", times: 1 }] });
    await expect(world.publish({ deps: impatient(world) })).rejects.toMatchObject({ code: "shopify_timeout" });
    world.edit({ title: "Theirs" });
    expect(done(await world.publish())).toEqual({ ...nothing, conflicts: ["title"] });
    expect(await world.conflicts()).toMatchObject([{ theirs: "Theirs", ours: ours.title }]);
    expect((await world.live()).texts.title).toBe("Theirs");
    await audit(world);
  });

  test("with the shop out of reach afterwards is settled when the shop is back", async () => {
    const world = await openWorld();
    await world.approve("title");
    world.store.state.faults.set({
      rules: [
        { match: { operation: "UpdateProductTexts" }, kind: "lost_answer", times: 1 },
        { match: { operation: "ReadProductTexts" }, kind: "http_503", after: 1, times: 1 },
      ],
    });
    await expect(world.publish()).rejects.toMatchObject({ code: "shopify_unavailable" });
    expect(await world.writeBacks()).toMatchObject([{ state: "writing" }]);
    expect(done(await world.publish())).toEqual({ ...nothing, published: ["title"] });
    expect(world.writes()).toHaveLength(1);
    await audit(world);
  });
});

describe("a process that dies", () => {
  test("at any step leaves work that the next one ends: each text written once or found, nothing lost", async () => {
    const whole = await openWorld();
    await whole.approveAll();
    const counted = mortal(whole.deps, 0);
    await whole.publish({ deps: counted.deps });
    expect(counted.steps()).toBeGreaterThan(10);
    for (let dieAt = 1; dieAt <= counted.steps(); dieAt++) {
      const world = await openWorld();
      const before = (await world.live()).texts;
      await world.approveAll();
      await expect(world.publish({ deps: mortal(world.deps, dieAt).deps }), `step ${dieAt}`).rejects.toThrow(
        ProcessDied,
      );
      await world.publish();
      expect((await world.live()).texts, `step ${dieAt}`).toEqual(ours);
      for (const type of allTypes) {
        expect((await world.versionsOf(type))[0]?.state, `step ${dieAt}: ${type}`).toBe("published");
      }
      const verified = (await world.writeBacks()).filter((row) => row.state === "verified");
      for (const field of verified.flatMap((row) => row.fields)) {
        expect(field.before, `step ${dieAt}: ${nameOf(field)}`).toEqual(before[nameOf(field)]);
      }
      expect(verified.flatMap((row) => row.fields)).toHaveLength(allTypes.length);
      await audit(world);
    }
  });
});

describe("a job that was cancelled", () => {
  test("before the first call writes nothing and leaves no trace", async () => {
    const world = await openWorld();
    await world.approveAll();
    const guards = {
      ...free,
      async assertStillWanted() {
        throw new JobCancelled();
      },
    };
    await expect(world.publish({ guards })).rejects.toBeInstanceOf(JobCancelled);
    expect(world.writes()).toEqual([]);
    expect(await world.writeBacks()).toEqual([]);
  });

  test("between two calls keeps what was written, and writes nothing more", async () => {
    const world = await openWorld();
    await world.approveAll();
    const guards = {
      ...free,
      async assertStillWanted() {
        if (world.writes().length > 0) throw new JobCancelled();
      },
    };
    await expect(world.publish({ guards })).rejects.toBeInstanceOf(JobCancelled);
    expect(world.writes()).toEqual(["SetMetafields"]);
    expect((await world.versionsOf("bullets"))[0]?.state).toBe("published");
    expect((await world.versionsOf("title"))[0]?.state).toBe("approved");
    await audit(world);
  });

  test("or whose lease went to another worker stores no write-back", async () => {
    const world = await openWorld();
    await world.approve("title");
    const guards = {
      ...free,
      // biome-ignore lint/correctness/useYield: it throws instead
      *assertLease(): Generator<never, void, unknown> {
        throw new JobCancelled();
      },
    };
    await expect(world.publish({ guards })).rejects.toBeInstanceOf(JobCancelled);
    expect(world.writes()).toEqual([]);
    expect(await world.writeBacks()).toEqual([]);
  });
});

test("a worker that comes back after its lease was lost changes nothing that the other one settled", async () => {
  const world = await openWorld();
  await world.approve("title");
  const inner = world.deps.admin;
  let stopped = true;
  const admin: typeof inner = (name) => {
    const api = inner(name);
    return {
      shop: name,
      async run(operation, variables, options) {
        const data = await api.run(operation, variables, options);
        if (operation.name === "UpdateProductTexts" && stopped) {
          stopped = false;
          await world.publish();
          world.edit({ title: "Theirs, afterwards" });
        }
        return data;
      },
    };
  };
  await world.publish({ deps: { ...world.deps, admin } });
  expect(await world.writeBacks()).toMatchObject([{ state: "verified" }]);
  expect((await world.versionsOf("title"))[0]?.state).toBe("published");
  expect(await world.conflicts()).toEqual([]);
});

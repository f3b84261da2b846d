import { describe, expect, test } from "vitest";
import { shopPeople, workSettings } from "../../app/db/schema/index.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { listConflicts } from "../../app/publishing/list-conflicts.ts";
import { type ResolveConflict, resolveConflict } from "../../app/publishing/resolve-conflict.ts";
import { saveEdits } from "../../app/publishing/save-edits.ts";
import { approveVersions } from "../../app/versions/approve-versions.ts";
import { shop } from "../shopify/open-store.ts";
import { inEnglish } from "../support/places.ts";
import { openWorld, type World } from "./publishing-world.ts";

async function conflicting(): Promise<{ world: World; versionId: string }> {
  const world = await openWorld();
  const versionId = await world.approve("title", "Our linen apron title");
  world.edit({ title: "Their apron" });
  await world.publish();
  return { world, versionId };
}

function resolve(world: World, decision: ResolveConflict["decision"]) {
  const { productId } = world;
  return resolveConflict(world, { shop, productId, contentType: "title", target: inEnglish, decision, by: "user:7" });
}

function edit(world: World, body: string) {
  const { productId } = world;
  const edits = [{ contentType: "title", body }];
  return saveEdits(world, { shop, productId, target: inEnglish, by: "user:7", edits });
}

describe("a conflict", () => {
  test("is listed three-way, by product and for the whole shop, for no other shop", async () => {
    const { world, versionId } = await conflicting();
    const one = { contentType: "title", versionId, theirs: "Their apron", ours: "Our linen apron title" };
    expect((await listConflicts(world, { shop, productId: world.productId })).rows).toMatchObject([one]);
    expect(await listConflicts(world, { shop })).toMatchObject({ rows: [one], nextCursor: null });
    const other = shopDomainSchema.parse("second.myshopify.com");
    expect((await listConflicts(world, { shop: other })).rows).toEqual([]);
  });

  test("is not decided by an edit of a person who may not approve: it is a draft, and the conflict waits", async () => {
    const { world, versionId } = await conflicting();
    const limits = { mayApprove: false, mayPublish: false, mayChangeRules: false, updatedAt: 1 };
    await world.db.orm.insert(shopPeople).values({ shop, person: "user:7", ...limits });
    await world.db.orm.insert(workSettings).values({ shop, owner: "user:1", updatedAt: 1 });
    const [before] = await world.conflicts();
    expect(await edit(world, "A third text")).toMatchObject({ outcome: "saved" });
    expect(await world.conflicts()).toEqual([before]);
    expect(await world.version(versionId)).toMatchObject({ state: "approved" });
    const states = (await world.versionsOf("title")).map(({ state, body }) => `${state} ${body}`);
    expect(states.sort()).toEqual(["approved Our linen apron title", "draft A third text"]);
  });

  test("decided for theirs rejects our version and leaves the shop alone", async () => {
    const { world, versionId } = await conflicting();
    expect(await resolve(world, { kind: "theirs" })).toEqual({ kind: "resolved" });
    expect(await world.version(versionId)).toMatchObject({ state: "rejected", decidedBy: "user:7" });
    expect(await world.conflicts()).toEqual([]);
    expect((await world.product()).title).toBe("Their apron");
    await world.publish();
    expect((await world.live()).texts.title).toBe("Their apron");
    expect(world.writes()).toEqual([]);
  });

  test("decided for ours makes theirs the base; the next publication writes ours", async () => {
    const { world, versionId } = await conflicting();
    expect(await resolve(world, { kind: "ours" })).toEqual({ kind: "resolved" });
    expect(await world.version(versionId)).toMatchObject({ state: "approved", base: "Their apron" });
    expect((await world.product()).contentState).toBe("approved");
    await world.publish();
    expect((await world.live()).texts.title).toBe("Our linen apron title");
    expect(await world.writeBacks()).toMatchObject([{ fields: [{ before: "Their apron" }] }]);
  });

  test("decided for ours is found anew when the shop's text changes again before the publication", async () => {
    const { world } = await conflicting();
    await resolve(world, { kind: "ours" });
    world.edit({ title: "Their second thought" });
    await world.publish();
    expect((await world.live()).texts.title).toBe("Their second thought");
    expect(await world.conflicts()).toMatchObject([{ base: "Their apron", theirs: "Their second thought" }]);
  });

  test("decided by an edit leaves a new draft on the base of theirs, which waits for approval", async () => {
    const { world, versionId } = await conflicting();
    const body = "Both of us: an apron of linen";
    expect(await edit(world, body)).toMatchObject({ outcome: "saved" });
    expect((await world.version(versionId)).state).toBe("superseded");
    const [edited] = await world.versionsOf("title");
    expect(edited).toMatchObject({ state: "draft", origin: "edited", body, base: "Their apron" });
    await world.publish();
    expect(world.writes()).toEqual([]);
    const versionIds = [edited?.id ?? ""];
    await approveVersions(world, { shop, versionIds, by: "user:7", onlyClean: false, override: true });
    await world.publish();
    expect((await world.live()).texts.title).toBe(body);
  });

  test("decided by an edit without text stays", async () => {
    const { world, versionId } = await conflicting();
    expect(await edit(world, "  ")).toMatchObject({ outcome: "invalid" });
    expect(await world.conflicts()).toHaveLength(1);
    expect((await world.version(versionId)).state).toBe("approved");
  });

  test("decided twice is settled the second time", async () => {
    const { world, versionId } = await conflicting();
    await resolve(world, { kind: "ours" });
    expect(await resolve(world, { kind: "theirs" })).toEqual({ kind: "settled" });
    expect((await world.version(versionId)).state).toBe("approved");
  });
});

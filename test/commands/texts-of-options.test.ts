import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { storedParts } from "../../app/catalog/translations/product-parts.ts";
import { readLanguages } from "../../app/catalog/translations/read-languages.ts";
import { approveTexts } from "../../app/commands/texts/approve-texts.ts";
import { checkText } from "../../app/commands/texts/check-text.ts";
import { keepOriginal } from "../../app/commands/texts/keep-original.ts";
import { publishTexts } from "../../app/commands/texts/publish-texts.ts";
import { rejectText } from "../../app/commands/texts/reject-text.ts";
import { undoPublication } from "../../app/commands/texts/undo-publication.ts";
import { writeText } from "../../app/commands/texts/write-text.ts";
import { versions } from "../../app/db/schema/index.ts";
import { localeSchema } from "../../app/lib/brand.ts";
import { createPublishTask } from "../../app/tasks/publish.ts";
import { createUndoTask } from "../../app/tasks/undo.ts";
import { aWorker } from "../jobs/support.ts";
import { openTranslationWorld } from "../publishing/translations/translation-world.ts";
import { shop } from "../shopify/open-store.ts";

const locale = localeSchema.parse("de");
const why = { reason: "Bleibt gleich" };
const sitting = { continues: false, ends: true };

/** A product with an option, and what a person can do with its German name. */
async function open() {
  const world = await openTranslationWorld({ catalogue: "sample", fewestImages: 1 });
  const { db, clock, productId } = world;
  await readLanguages({ db, clock, admin: world.admin(shop) }, { shop });
  await world.refresh();
  const parts = (await db.do(storedParts(shop, [productId]))).get(productId);
  const [contentType = ""] = Object.keys(parts?.texts ?? {}).filter((name) => name.startsWith("ProductOption/"));
  const caller = { shop, by: "user:1" };
  const deps = { db, clock };
  const worker = aWorker({ ...deps, tasks: [createPublishTask(world.deps), createUndoTask(world.deps)] });
  return {
    ...world,
    contentType,
    write: (body: string, seen: string | null = null) =>
      writeText.run(deps, caller, { productId, contentType, locale, body, seen, sitting }),
    keep: (language: string, { seen = null, name = contentType }: { seen?: string | null; name?: string } = {}) =>
      keepOriginal.run(deps, caller, {
        productId,
        contentType: name,
        locale: localeSchema.parse(language),
        seen,
        ...why,
      }),
    check: (body: string) => checkText.run(deps, caller, { productId, contentType, locale, body }),
    approve: (id: string) => approveTexts.run(deps, caller, { productId, versionIds: [id], override: false }),
    reject: (versionId: string) => rejectText.run(deps, caller, { productId, versionId }),
    publishIn: (language: typeof locale | undefined) =>
      publishTexts.run(deps, caller, { productId, locale: language, contentTypes: [contentType] }),
    undoIt: () => undoPublication.run(deps, caller, { productId, locale }),
    async work() {
      do clock.advance(60_000);
      while ((await worker.tick()) > 0);
    },
  };
}

function draftOf(written: Awaited<ReturnType<Awaited<ReturnType<typeof open>>["write"]>>): string {
  if (written.kind !== "saved") throw new Error(written.kind);
  return written.draft.id;
}

it("the name of an option is written beside its original, approved, published and taken back", async () => {
  const { contentType, held, write, check, approve, publishIn, undoIt, work } = await open();
  expect(contentType).toMatch(/^ProductOption\/\d+\.name$/);
  expect(await check("Farbe")).toMatchObject({ kind: "checked", blocked: false });
  expect(await approve(draftOf(await write("Farbe")))).toMatchObject({ kind: "approved", approved: 1 });
  expect(await publishIn(locale)).toMatchObject({ kind: "started" });
  await work();
  expect(held(contentType)).toBe("Farbe");
  expect(await undoIt()).toMatchObject({ kind: "started" });
  await work();
  expect(held(contentType)).toBeNull();
});

it("a draft of it is rejected, and a second writer is told of the first one's words", async () => {
  const { write, reject } = await open();
  const first = draftOf(await write("Farbe"));
  expect(await write("Farbton")).toMatchObject({ kind: "elsewhere", newest: { id: first, body: "Farbe" } });
  expect(await reject(first)).toEqual({ kind: "rejected" });
  expect(await write("Farbton")).toMatchObject({ kind: "saved" });
});

it("in the shop's own language it is no text of ours", async () => {
  const { db, clock, productId, contentType, publishIn } = await open();
  const asked = { productId, contentType, body: "Shade", seen: null, sitting };
  expect(await writeText.run({ db, clock }, { shop, by: "user:1" }, asked)).toMatchObject({
    kind: "invalid",
    problem: { code: "content_type_gone" },
  });
  expect(await publishIn(undefined)).toEqual({ kind: "unknown_content_type" });
});

it("a name that stays the same is approved as it is by one word, whatever a check says, and Shopify takes it", async () => {
  const { contentType, held, source, keep, publishIn, work, db } = await open();
  const original = source(contentType).value;
  expect(await keep("en")).toEqual({ kind: "not_found" });
  expect(await keep("de", { seen: "ver_nobody_saw" })).toEqual({ kind: "stale" });
  expect(await keep("de")).toEqual({ kind: "approved" });
  const [row] = await db.orm.select().from(versions).where(eq(versions.shop, shop));
  expect(row).toMatchObject({ state: "approved", origin: "edited", body: original, locale: "de" });
  expect(await publishIn(locale)).toMatchObject({ kind: "started" });
  await work();
  expect(held(contentType)).toBe(original);
});

it("what a check finds of a text that stays the same is kept with the person's word", async () => {
  const { keep, db, edit, refresh } = await open();
  edit({ title: "Linen shirt with two pockets and buttons of shell" });
  await refresh();
  expect(await keep("de", { name: "title" })).toEqual({ kind: "approved" });
  const [row] = await db.orm.select().from(versions).where(eq(versions.shop, shop));
  const echo = row?.warnings.find(({ code }) => code === "ECHO");
  expect(echo).toMatchObject({ severity: "block", decision: { kind: "keep", by: "user:1", ...why } });
  expect(row?.blocked).toBe(false);
});

import { and, desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { decideFinding } from "../../app/commands/texts/decide-finding.ts";
import { useFix } from "../../app/commands/texts/use-fix.ts";
import { keptFindings, versions } from "../../app/db/schema/index.ts";
import { productIdSchema } from "../../app/lib/brand.ts";
import { readProductPage } from "../../app/pages/product/read-page.ts";
import { readResultsPage } from "../../app/pages/rules/read-results-page.ts";
import { approveVersions } from "../../app/versions/approve-versions.ts";
import { editVersion } from "../../app/versions/edit-version.ts";
import { readKeptFindings } from "../../app/versions/findings/read-kept-findings.ts";
import { otherShop, productId, shop } from "../support/content/shop.ts";
import { inEnglish } from "../support/places.ts";
import { anna, aShop } from "./world.ts";

/** A shop with a draft of the SEO title that a check blocks. */
async function aBlockedDraft(body = "Linen Shirt TBD for Summer") {
  const world = await aShop();
  const { deps, clock } = world;
  const write = async (text: string) => {
    clock.advance(1_000);
    const saved = await editVersion(deps, {
      ...{ shop, productId, contentType: "seo_title", target: inEnglish, body: text, by: anna.by },
    });
    if (saved.outcome !== "saved") throw new Error(`not saved: ${saved.outcome}`);
    return saved.version;
  };
  const draft = await write(body);
  const finding = draft.warnings.find(({ code }) => code === "PLACEHOLDER");
  if (finding?.id === undefined) throw new Error("nothing was found");
  const decide = (more: { keep?: boolean; reason?: string; versionId?: string; findingId?: string } = {}, by = anna) =>
    decideFinding.run(deps, by, {
      ...{ productId, versionId: draft.id, findingId: finding.id ?? "", keep: true, reason: "Our brand is called so" },
      ...more,
    });
  const newest = async () => {
    const [row] = await deps.db.orm
      .select()
      .from(versions)
      .where(and(eq(versions.shop, shop), eq(versions.contentType, "seo_title")))
      .orderBy(desc(versions.createdAt));
    return row;
  };
  return { ...world, write, draft, finding, decide, newest };
}

describe("keeping a finding", () => {
  it("with a reason lets the version be approved with all others, and shows who kept it and why", async () => {
    const { deps, draft, decide } = await aBlockedDraft();
    const approve = () => approveVersions(deps, { ...anna, versionIds: [draft.id], onlyClean: true });
    expect(await approve()).toEqual({ approved: 0, blocked: 1 });
    expect(await decide()).toEqual({ kind: "kept" });
    const page = await readProductPage(deps, shop, productId, "user:2");
    const shown = page?.texts.find(({ type }) => type.name === "seo_title")?.newest;
    expect(shown?.blocked).toBe(false);
    expect(shown?.warnings).toContainEqual(
      expect.objectContaining({
        code: "PLACEHOLDER",
        severity: "block",
        decision: expect.objectContaining({ by: "colleague", reason: "Our brand is called so" }),
      }),
    );
    expect(await approve()).toEqual({ approved: 1, blocked: 0 });
  });

  it("asks for a reason where the finding blocks, and for none where it warns", async () => {
    const { deps, has, decide, newest } = await aBlockedDraft();
    expect(await decide({ reason: "  " })).toEqual({ kind: "reason_missing" });
    expect(await newest()).toMatchObject({ blocked: true });
    const light = { productId, versionId: has.draft, findingId: has.finding, keep: true };
    expect(await decideFinding.run(deps, anna, light)).toEqual({ kind: "kept" });
  });

  it("holds for later versions that say the same, and not for other words", async () => {
    const { decide, write } = await aBlockedDraft();
    await decide();
    expect(await write("Washed Linen Shirt TBD for Summer")).toMatchObject({ blocked: false });
    expect(await write("Washed Linen Shirt TODO for Summer")).toMatchObject({ blocked: true });
  });

  it("is taken back, and blocks again", async () => {
    const { deps, decide, newest, write } = await aBlockedDraft();
    await decide();
    expect(await newest()).toMatchObject({ blocked: false });
    expect(await decide({ keep: false })).toEqual({ kind: "taken_back" });
    const after = await newest();
    expect(after?.blocked).toBe(true);
    expect(JSON.stringify(after?.warnings)).not.toContain("Our brand");
    expect(await deps.db.do(readKeptFindings({ shop, productId, target: inEnglish }))).toEqual([]);
    expect(await write("Linen Shirt TBD, for Summer")).toMatchObject({ blocked: true });
  });

  it("twice is as good as once, and the last reason holds", async () => {
    const { deps, decide } = await aBlockedDraft();
    await decide();
    expect(await decide({ reason: "The label says so" })).toEqual({ kind: "kept" });
    const kept = await deps.db.do(readKeptFindings({ shop, productId, target: inEnglish }));
    expect(kept).toMatchObject([{ contentType: "seo_title", decision: { reason: "The label says so", by: anna.by } }]);
  });

  it("changes nothing of a text that was replaced, another product's, or one that has no such finding", async () => {
    const { deps, decide, write, newest } = await aBlockedDraft();
    expect(await decide({ findingId: "none" })).toEqual({ kind: "no_finding" });
    expect(await decide({}, { shop: otherShop, by: "user:2" })).toEqual({ kind: "not_found" });
    const gone = { productId: productIdSchema.parse("404"), versionId: "ver", findingId: "x", keep: true };
    expect(await decideFinding.run(deps, anna, gone)).toEqual({ kind: "not_found" });
    await write("Linen Shirt TBD for the Summer");
    expect(await decide()).toEqual({ kind: "superseded" });
    expect(await newest()).toMatchObject({ blocked: true });
    expect(await deps.db.orm.$count(keptFindings, eq(keptFindings.shop, shop))).toBe(0);
  });

  it("is refused for code in a text, which no person can decide", async () => {
    const { deps, write } = await aBlockedDraft();
    const { id: versionId, warnings } = await write("Linen Shirt {{ product.title }} for Summer");
    const findingId = warnings.find(({ code }) => code === "UNSAFE_HTML")?.id ?? "";
    const asked = { productId, versionId, findingId, keep: true, reason: "I want it" };
    expect(await decideFinding.run(deps, anna, asked)).toEqual({ kind: "fixed" });
  });

  it("counts as a false alarm of its check on the Acceptance page, for as long as it is kept", async () => {
    const { deps, clock, decide } = await aBlockedDraft();
    const alarms = async (period: string, of = shop) =>
      (await readResultsPage(deps, of, new URLSearchParams({ period }), { feedbackDays: 365 })).falseAlarms;
    expect(await alarms("30")).toEqual([]);
    await decide();
    expect(await alarms("30")).toEqual([{ check: "Placeholders", kept: 1 }]);
    clock.advance(10 * 86_400_000);
    expect(await alarms("7")).toEqual([]);
    expect(await alarms("all", otherShop)).toEqual([]);
    await decide({ keep: false });
    expect(await alarms("30")).toEqual([]);
  });
});

describe("using the fact's words", () => {
  const use = async ({ deps, has }: Awaited<ReturnType<typeof aShop>>, findingId = has.finding) =>
    useFix.run(deps, anna, { productId, versionId: has.draft, findingId });

  it("makes a new draft with them in the place of the finding's, checked like an edit", async () => {
    const world = await aShop();
    expect(await use(world)).toEqual({ kind: "fixed" });
    const [newest] = await world.deps.db.orm
      .select()
      .from(versions)
      .where(and(eq(versions.shop, shop), eq(versions.contentType, "desc")))
      .orderBy(desc(versions.createdAt));
    expect(newest).toMatchObject({
      body: "<p>A shirt of soft linen.</p>",
      state: "draft",
      origin: "edited",
      parentId: world.has.draft,
      createdBy: anna.by,
    });
    expect(newest?.warnings).toContainEqual(expect.objectContaining({ code: "BELOW_LENGTH" }));
  });

  it("changes nothing when a newer text came, or the finding has no such words", async () => {
    const world = await aShop();
    expect(await use(world, "none")).toEqual({ kind: "no_fix" });
    await use(world);
    expect(await use(world)).toEqual({ kind: "stale" });
    expect(
      await useFix.run(
        world.deps,
        { shop: otherShop, by: "user:2" },
        {
          ...{ productId, versionId: world.has.draft, findingId: world.has.finding },
        },
      ),
    ).toEqual({ kind: "not_found" });
  });
});

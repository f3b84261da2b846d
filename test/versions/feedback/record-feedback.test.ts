import { describe, expect, it } from "vitest";
import { approveVersions } from "../../../app/versions/approve-versions.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { rejectVersion } from "../../../app/versions/reject-version.ts";
import { otherShop, productId, shop, storeProduct } from "../../support/content/shop.ts";
import { inEnglish } from "../../support/places.ts";
import { openFeedbackWorld } from "./support.ts";

describe("deciding about a text", () => {
  it("keeps an approval of the model's text as it is", async () => {
    const { db, clock, write, kept } = await openFeedbackWorld();
    const id = await write("Linen shirt");
    await approveVersions({ db, clock }, { shop, versionIds: [id], by: "anna", onlyClean: true });
    expect(await kept()).toMatchObject([
      {
        kind: "approved",
        versionId: id,
        initial: "Linen shirt",
        corrected: null,
        exemplary: true,
        configDigest: "config-1",
        model: "small",
        productType: "Shirts",
        vendor: "Fern & Field",
        createdBy: "anna",
      },
    ]);
  });

  it("keeps a hand edit as a correction from the model's text to the approved one, over several edits", async () => {
    const { db, clock, write, kept } = await openFeedbackWorld();
    const id = await write("Linen shirt");
    const edit = (body: string) =>
      editVersion({ db, clock }, { shop, productId, contentType: "title", target: inEnglish, body, by: "anna" });
    await edit("Linen shirt Ravello");
    expect(await kept()).toEqual([]);
    const last = await edit("Washed linen shirt Ravello");
    if (last.outcome !== "saved") throw new Error(last.outcome);
    await approveVersions({ db, clock }, { shop, versionIds: [last.version.id], by: "anna", onlyClean: true });
    expect(await kept()).toMatchObject([
      {
        kind: "corrected",
        versionId: id,
        initial: "Linen shirt",
        corrected: "Washed linen shirt Ravello",
        exemplary: true,
      },
    ]);
  });

  it("keeps that another wording of the model's was chosen over the first, with both texts, once it is approved", async () => {
    const { db, clock, write, kept } = await openFeedbackWorld();
    const wordings = ["Linen shirt", "Shirt of linen"].map((body) => ({ body, warnings: [] }));
    const id = await write("Linen shirt", { wordings });
    const edit = (body: string) =>
      editVersion({ db, clock }, { shop, productId, contentType: "title", target: inEnglish, body, by: "anna" });
    const chosen = await edit("Shirt of linen");
    expect(await kept()).toEqual([]);
    if (chosen.outcome !== "saved") throw new Error(chosen.outcome);
    await approveVersions({ db, clock }, { shop, versionIds: [chosen.version.id], by: "anna", onlyClean: true });
    expect(await kept()).toMatchObject([
      { kind: "preferred", versionId: id, initial: "Linen shirt", corrected: "Shirt of linen", exemplary: true },
    ]);
  });

  it("keeps no preference where all wordings were rejected, and none where the chosen one was written on", async () => {
    const { db, clock, write, kept } = await openFeedbackWorld();
    const wordings = ["Linen shirt", "Shirt of linen"].map((body) => ({ body, warnings: [] }));
    await write("Linen shirt", { wordings });
    const edit = async (body: string) => {
      const to = { shop, productId, contentType: "title", target: inEnglish, body, by: "anna" };
      const edited = await editVersion({ db, clock }, to);
      if (edited.outcome !== "saved") throw new Error(edited.outcome);
      return edited.version.id;
    };
    await rejectVersion({ db, clock }, { shop, versionId: await edit("Shirt of linen"), by: "anna" });
    expect((await kept()).map(({ kind }) => kind)).toEqual(["rejected"]);
    await write("Linen shirt", { wordings });
    await edit("Shirt of linen");
    const versionIds = [await edit("Shirt of washed linen")];
    await approveVersions({ db, clock }, { shop, versionIds, by: "anna", onlyClean: true });
    expect((await kept()).map(({ kind }) => kind)).toEqual(["rejected", "corrected"]);
  });

  it("takes an edit that ends where it began as an approval", async () => {
    const { db, clock, write, kept } = await openFeedbackWorld();
    const id = await write("Linen shirt");
    const back = await write("Linen shirt", { origin: "edited", parentId: id });
    await approveVersions({ db, clock }, { shop, versionIds: [back], by: "anna", onlyClean: true });
    expect(await kept()).toMatchObject([{ kind: "approved", versionId: id }]);
  });

  it("makes no example of a text that a check warns of, though a person approved it as it was", async () => {
    const { db, clock, write, kept } = await openFeedbackWorld();
    const warning = { content_type: "title", code: "ALL_CAPS", description: "x", severity: "warn" as const };
    const id = await write("LINEN SHIRT", { warnings: [warning] });
    await approveVersions({ db, clock }, { shop, versionIds: [id], by: "anna", onlyClean: true });
    expect(await kept()).toMatchObject([{ kind: "approved", versionId: id, exemplary: false }]);
  });

  it("makes no example of a text that a check blocks, though a person let it pass", async () => {
    const { db, clock, write, kept } = await openFeedbackWorld();
    const parentId = await write("Linen shirt");
    const id = await write("Shirt for 900 years", { origin: "edited", parentId, blocked: true });
    await approveVersions({ db, clock }, { shop, versionIds: [id], by: "anna", onlyClean: false, override: true });
    expect(await kept()).toMatchObject([{ kind: "corrected", exemplary: false }]);
  });

  it("keeps a rejection with its reason, about the model's text", async () => {
    const { db, clock, write, kept } = await openFeedbackWorld();
    const parentId = await write("Linen shirt");
    const versionId = await write("Linen shirts", { origin: "edited", parentId });
    await rejectVersion({ db, clock }, { shop, versionId, by: "anna", reason: "  Too plain " });
    await rejectVersion({ db, clock }, { shop, versionId, by: "anna", reason: "again" });
    expect(await kept()).toMatchObject([
      { kind: "rejected", versionId: parentId, initial: "Linen shirt", comment: "Too plain", exemplary: false },
    ]);
  });

  it("keeps nothing about what a person wrote from nothing, or what an undo brought back", async () => {
    const { db, clock, write, kept } = await openFeedbackWorld();
    const own = await write("By hand", { origin: "edited" });
    await approveVersions({ db, clock }, { shop, versionIds: [own], by: "anna", onlyClean: true });
    const undone = await write("Back again", { origin: "undo", parentId: own });
    await rejectVersion({ db, clock }, { shop, versionId: undone, by: "anna" });
    expect(await kept()).toEqual([]);
  });

  it("does not follow a parent into another shop", async () => {
    const { db, clock, write, kept } = await openFeedbackWorld();
    await storeProduct(db, { shop: otherShop });
    const theirs = await write("Their secret title", { shop: otherShop });
    const id = await write("Ours", { origin: "edited", parentId: theirs });
    await approveVersions({ db, clock }, { shop, versionIds: [id], by: "anna", onlyClean: true });
    expect(await kept()).toEqual([]);
    expect(await kept(otherShop)).toEqual([]);
  });
});

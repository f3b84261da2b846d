import { describe, expect, it } from "vitest";
import { localeTerms } from "../../../app/db/schema/index.ts";
import { promptTerms } from "../../../app/generation/translate/prompt-terms.ts";
import { digestOf } from "../../../app/lib/digest.ts";
import type { LocaleTerm } from "../../../app/rules/terms/locale-term.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { approveVersions } from "../../../app/versions/approve-versions.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { shop } from "../../support/content/shop.ts";
import { type Atelier, atelier, draftsIn, firstOf, putLive, start, translate } from "./translate-world.ts";

type Given = Partial<LocaleTerm> & Pick<LocaleTerm, "kind">;

async function putTerms({ db }: Pick<Atelier, "db">, locale: string, given: readonly Given[]) {
  const terms = given.map((term) => ({ source: "", target: "", note: "", ...term }));
  const row = { terms, digest: digestOf(terms), updatedAt: 1, updatedBy: "anna" };
  await db.orm
    .insert(localeTerms)
    .values({ shop, locale, ...row })
    .onConflictDoUpdate({ target: [localeTerms.shop, localeTerms.locale], set: row });
}

const found = (draft: { warnings: { code: string; description: string }[] } | undefined) =>
  draft?.warnings.map(({ code, description }) => `${code}: ${description}`);

describe("a shop's terms of a language", () => {
  it("go to the model where a source holds them, and the checks find nothing in what keeps to them", async () => {
    const world = await atelier({ locales: ["de", "ja"] });
    await putTerms(world, "de", [
      { kind: "forced", source: "washed linen", target: "Waschleinen" },
      { kind: "forced", source: "cast iron", target: "Gusseisen" },
      { kind: "statement", source: "Guaranteed for 2 years.", target: "2 Jahre Garantie!" },
    ]);
    await putTerms(world, "ja", [{ kind: "kept", source: "Ravello" }]);
    await translate(world);
    expect(world.sandbox.state.calls.length).toBe(1);
    const drafts = await draftsIn(world);
    expect(String(drafts.get("de desc")?.body)).toContain("Waschleinen");
    expect(String(drafts.get("de desc")?.body)).toContain("2 Jahre Garantie!");
    // The sandbox joins words and no sentences: how long they are says nothing of terms.
    const ofWords = [...drafts.values()].flatMap((draft) => found(draft) ?? []);
    expect(ofWords.filter((one) => !one.startsWith("LENGTH_DIFFERS"))).toEqual([]);
  });

  it("are asked for again where an answer does not keep to them, and stay a finding where none does", async () => {
    const world = await atelier({ locales: ["de"] });
    await putTerms(world, "de", [{ kind: "forced", source: "shirt", target: "Oberhemd" }]);
    world.sandbox.state.queue({ answers: [{ content: { de: { title: "Leinenbluse Ravello" } }, times: 3 }] });
    await translate(world, { contentTypes: ["title"] });
    expect(world.sandbox.state.calls.length).toBe(3);
    const title = (await draftsIn(world)).get("de title");
    expect(found(title)).toEqual([
      expect.stringContaining('GLOSSARY: title does not write "Oberhemd" for "Shirt" of its source'),
    ]);
    expect(title?.warnings[0]?.details).toEqual({ kind: "asked_term", term: "Oberhemd", words: "Shirt" });
    expect(title?.blocked).toBe(true);
  });

  it("hold for what a person writes", async () => {
    const world = await atelier({ locales: ["de"] });
    await putTerms(world, "de", [
      { kind: "kept", source: "Ravello" },
      { kind: "forbidden", target: "billig" },
    ]);
    const edit = { shop, productId: firstOf(world), contentType: "title", target: storeTarget("de"), by: "anna" };
    const edited = await editVersion(world, { ...edit, body: "Ein billig genähtes Leinenhemd" });
    const codes = edited.outcome === "saved" ? edited.version.warnings.map(({ code }) => code).sort() : [];
    expect(codes).toEqual(["FORBIDDEN_WORD", "GLOSSARY"]);
  });
});

it("a model is told the terms alone whose source the texts hold", () => {
  const of = (kind: LocaleTerm["kind"], source: string, target: string) => ({ kind, source, target, note: "x" });
  const terms = [
    of("forced", "cast iron", "Gusseisen"),
    of("forced", "copper", "Kupfer"),
    of("statement", "Made to last.", "Gemacht für immer."),
    of("kept", "Fernwork", ""),
    of("forbidden", "cheap", "billig"),
    of("forbidden", "", "schlecht"),
  ];
  const sources = [
    { name: "title", body: "Fernwork pan of cast iron" },
    { name: "desc", body: "<p>Cheap? No. <b>Made</b> to last.</p>" },
  ];
  expect(promptTerms({ terms, config: {} }, "en", sources)).toEqual({
    write: { "cast iron": "Gusseisen" },
    statements: { "Made to last.": "Gemacht für immer." },
    keep: ["Fernwork"],
    never: { cheap: "billig" },
  });
  expect(promptTerms({ terms, config: {} }, "en", [{ name: "title", body: "A lamp" }])).toEqual({});
});

describe("changed terms", () => {
  const run = { contentTypes: ["title", "desc"], which: "against_terms" as const };

  it("make exactly those translations again whose source holds the word and that do not keep to it", async () => {
    const world = await atelier({ locales: ["de", "ja"] });
    await translate(world);
    expect(await start(world, run)).toBeNull();
    await putTerms(world, "de", [{ kind: "forced", source: "pocket", target: "Brusttasche" }]);
    const { items } = await translate(world, run);
    expect(items[0]?.message).toBe("1 text translated into 1 language");
    const drafts = await draftsIn(world);
    expect(String(drafts.get("de desc")?.body)).toContain("Brusttasche");
    expect(await start(world, run)).toBeNull();
  });

  it("spare what a person wrote unless it is wanted, and what is missing", async () => {
    const world = await atelier({ locales: ["de", "ja"] });
    await putLive(world, "de", { title: { value: "Leinenbluse Ravello" } });
    await putTerms(world, "de", [{ kind: "forced", source: "shirt", target: "Hemd" }]);
    await putTerms(world, "ja", [{ kind: "forced", source: "shirt", target: "シャツ" }]);
    expect(await start(world, run)).toBeNull();
    await translate(world, { ...run, includeEdited: true });
    expect([...(await draftsIn(world)).keys()]).toEqual(["de title"]);
  });

  it("keep what was approved of the same source from being taken again", async () => {
    const world = await atelier({ locales: ["de"] });
    await translate(world, { contentTypes: ["title"] });
    const ids = [...(await draftsIn(world)).values()].map(({ id }) => id);
    await approveVersions(world, { shop, versionIds: ids, by: "anna", onlyClean: false });
    await putTerms(world, "de", [{ kind: "forced", source: "linen shirt", target: "Oberhemd" }]);
    await translate(world, { ...run, contentTypes: ["title"] });
    const title = (await draftsIn(world)).get("de title");
    expect(String(title?.body)).toContain("Oberhemd");
    expect(world.sandbox.state.calls.length).toBe(2);
  });
});

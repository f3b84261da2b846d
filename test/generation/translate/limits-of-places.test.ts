import { describe, expect, it } from "vitest";
import { translatableTexts } from "../../../app/db/schema/index.ts";
import { metafieldTexts } from "../../../app/generation/translate/asked-texts.ts";
import { planTranslation } from "../../../app/generation/translate/plan-translation.ts";
import { localeSchema } from "../../../app/lib/brand.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { approveVersions } from "../../../app/versions/approve-versions.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { shop, startAt } from "../../support/content/shop.ts";
import { type Atelier, atelier, draftsIn, firstOf, translate } from "./translate-world.ts";

const care = "Metafield/31.value";
const material = "Metafield/32.value";
const long = "Mit feuchtem Tuch abwischen";
const short = "Feucht abwischen";

/** A product with a detail of at most 20 characters, and one that takes two words only. */
async function open(answers: string[], asked: string[] = []): Promise<Atelier> {
  const meanwhile = async (body: string) => void asked.push(body);
  const world = await atelier({ locales: ["de"], meanwhile });
  const line = "SINGLE_LINE_TEXT_FIELD";
  const texts = {
    [care]: { value: "Wipe with damp cloth", type: line, limits: { max: 20, min: 3 } },
    [material]: { value: "Linen", type: line, limits: { choices: ["Linen", "Cotton"] } },
  };
  await world.db.orm.insert(translatableTexts).values({ shop, owner: "1001", texts, readAt: startAt });
  world.sandbox.state.queue({ answers: answers.map((text_1) => ({ content: { de: { text_1 } } })) });
  return world;
}

const wish = { contentTypes: [metafieldTexts], which: "missing" as const, includeEdited: false };

describe("a text whose place takes 20 characters", () => {
  it("is asked for with that limit, and again where the answer is longer, before anybody approves it", async () => {
    const asked: string[] = [];
    const world = await open([long, short], asked);
    await translate(world, { contentTypes: [metafieldTexts] });
    expect(asked[0]).toContain(String.raw`\"character_limits\":{\"text_1\":20}`);
    expect(asked[1]).toContain("has 27 characters, the shop takes at most 20");
    const draft = (await draftsIn(world)).get(`de ${care}`);
    expect(draft).toMatchObject({ body: short, blocked: false, warnings: [] });
  });

  it("stays blocked when no answer keeps to it", async () => {
    const world = await open([long, long, long]);
    await translate(world, { contentTypes: [metafieldTexts] });
    const draft = (await draftsIn(world)).get(`de ${care}`);
    expect(draft?.warnings).toMatchObject([
      {
        ...{ code: "CHANNEL_RULE", severity: "block", fixed: true },
        details: { kind: "place_too_long", chars: 27, limit: 20 },
      },
    ]);
    const asked = { shop, versionIds: [draft?.id ?? ""], by: "anna", onlyClean: false };
    expect(await approveVersions(world, asked)).toEqual({ approved: 0, blocked: 1 });
  });

  it("is held to it when a person writes it", async () => {
    const world = await open([]);
    const edit = { shop, productId: firstOf(world), contentType: care, target: storeTarget("de"), by: "anna" };
    const codesOf = async (body: string) => {
      const edited = await editVersion(world, { ...edit, body });
      return edited.outcome === "saved" ? edited.version.warnings.map(({ details }) => details?.kind) : edited.outcome;
    };
    expect(await codesOf(long)).toEqual(["place_too_long"]);
    expect(await codesOf(short)).toEqual([]);
    expect(await codesOf("Ja")).toContain("place_too_short");
  });
});

describe("a text that the shop takes two words for", () => {
  it("is not offered for translation, which is said, and a person may choose among them", async () => {
    const world = await open([]);
    const plan = await planTranslation(world, {
      shop,
      productIds: world.productIds,
      wish: { ...wish, locales: [localeSchema.parse("de")] },
    });
    expect(plan).toMatchObject({ asked: 1, leftOut: { fixed_choices: 1 } });
    const edit = { shop, productId: firstOf(world), contentType: material, target: storeTarget("de"), by: "anna" };
    const edited = await editVersion(world, { ...edit, body: "Leinen" });
    expect(edited).toMatchObject({ outcome: "saved", version: { blocked: true } });
    expect(JSON.stringify(edited)).toContain('"kind":"not_a_choice","choices":"\\"Linen\\", \\"Cotton\\""');
    expect(await editVersion(world, { ...edit, body: "Cotton" })).toMatchObject({ version: { blocked: false } });
  });
});

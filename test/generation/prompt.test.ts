import { describe, expect, it } from "vitest";
import { createGenerationContext } from "../../app/generation/generation-context.ts";
import { type ContentConfig, contentConfigSchema } from "../../app/rules/content-config.ts";
import { defaultConfig } from "../../app/rules/default-config.ts";
import { typeConfigOf } from "../../app/rules/type-config-of.ts";
import { runCase } from "../quality/battery/run-case.ts";
import { someFacts } from "../support/content/facts.ts";
import { requestFor, type WriteInput, writeTexts } from "../support/content/write-texts.ts";

/** The brief and the product's document that a model gets. */
function documents(changes: Partial<WriteInput>) {
  const { messages } = requestFor({
    model: "m",
    locale: "en",
    contentTypes: ["title", "desc"],
    facts: someFacts(),
    ...changes,
    config: contentConfigSchema.parse(changes.config ?? {}),
  });
  return { brief: JSON.parse(messages[1]?.content ?? ""), subject: JSON.parse(messages[2]?.content ?? "") };
}

/** Facts by their names, without the ids before them. */
function plainNames(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name.replace(/^f\d+ /, ""), value]));
}

describe("the prompt", () => {
  it("has the general guidelines and restrictions, and each content type its own", () => {
    const { brief } = documents({
      config: {
        guidelines: ["G"],
        restrictions: ["R"],
        content_types: { title: { task: "T", character_limit: 9, guidelines: ["g"], restrictions: ["r"] } },
      },
    });
    expect(brief.rules).toEqual({ guidelines: ["G"], restrictions: ["R"] });
    expect(brief.content_types.title).toMatchObject({
      task: "T",
      character_limit: 9,
      guidelines: ["g"],
      restrictions: ["r"],
    });
  });

  it("gives both shorteners when a text is too long, and none before", async () => {
    const { requests } = await runCase("title", "Linen Shirt Ravello", {
      config: {
        guidelines_shortener: ["general"],
        checks: { EXCEED_LENGTH: "block" },
        content_types: { title: { task: "t", character_limit: 11, guidelines_shortener: ["own"] } },
      },
    });
    expect(requests).toHaveLength(3);
    expect(JSON.stringify(requests[0]?.messages)).not.toContain("general");
    const { fix } = JSON.parse(requests[1]?.messages.at(-1)?.content ?? "{}");
    expect(fix.title.guidelines).toEqual(["general", "own"]);
  });

  it("has the brand's tone, or that of GENERIC, for the content types that it is for", () => {
    const tone = { "fern & field": { Good: "Lovely" }, GENERIC: { Good: "Superb" } };
    expect(documents({ config: { tone } }).brief.rules.tone).toEqual([{ plain: "Good", in_tone: "Lovely" }]);
    const other = documents({ config: { tone }, facts: someFacts({ vendor: "Coast" }) });
    expect(other.brief.rules.tone).toEqual([{ plain: "Good", in_tone: "Superb" }]);
    const onlyDesc = documents({ config: { tone, client: { tone_content_types: ["desc"] } } });
    expect(onlyDesc.brief.rules.tone_content_types).toEqual(["desc"]);
    const notHere = documents({ config: { tone, client: { tone_content_types: ["bullets"] } } });
    expect(notHere.brief.rules).toEqual({});
  });

  it("has the style guide for the content types that it is for", () => {
    const style_guide = { tone_of_voice: "Warm", industry: "Fashion" };
    const { brief } = documents({ config: { style_guide, client: { style_guide_content_types: ["desc"] } } });
    expect(brief.rules).toEqual({ style_guide, style_guide_content_types: ["desc"] });
    const notHere = documents({ config: { style_guide, client: { style_guide_content_types: ["bullets"] } } });
    expect(notHere.brief.rules).toEqual({});
  });

  it("gives only the attributes that the config names, under its names", () => {
    const { subject } = documents({
      config: { client: { prompt_attributes: ["Fabric", "Colour"], field_map: { material: "Fabric" } } },
    });
    expect(plainNames(subject.product.attributes)).toEqual({ Fabric: "100% linen" });
    expect(plainNames(subject.product.options)).toEqual({ Color: ["Black", "Sand", "Olive"] });
    expect(subject.product.tags).toBeUndefined();
  });

  it("gives what customers wrote as reviews, from attributes and from the run", () => {
    const attributes = [
      { name: "Voices", value: "So soft" },
      { name: "Care", value: "Wash cold" },
    ];
    const { subject } = documents({
      facts: someFacts({ attributes }),
      config: { client: { review_attributes: ["Voices"] } },
      reviews: ["Great fit"],
    });
    expect(subject.product.reviews).toEqual(["Great fit", "So soft"]);
    expect(plainNames(subject.product.attributes)).toEqual({ Care: "Wash cold" });
  });

  it("has keywords and claims by their use and content type", () => {
    const { subject } = documents({
      keywords: { a: ["linen"], b: ["old"], c: ["'Claim': Kind* | 'Disclaimer': *Own view"], d: ["Soft"] },
      config: {
        keyword_groups: { should: ["a"] },
        content_types: {
          desc: {
            task: "t",
            keyword_groups: {
              must: ["a"],
              omit: ["b"],
              verbatim_must_claims: ["c"],
              non_verbatim_optional_claims: ["d"],
            },
          },
        },
      },
    });
    expect(subject.keywords).toEqual({
      title: { should_use: ["linen"] },
      desc: {
        must_use: ["linen"],
        should_use: ["linen"],
        must_not_use: ["old"],
        claims_to_the_letter: ["Kind*"],
        claims_in_own_words_if_they_fit: ["Soft"],
      },
    });
  });

  it("has the notes of the run, the corrections of earlier texts and which wordings were preferred", () => {
    const { brief, subject } = documents({
      notes: "Autumn sale",
      fieldNotes: { desc: "Shorter" },
      examples: [
        { contentType: "desc", initial: "Bad", corrected: "Good", comment: "Calmer" },
        { contentType: "desc", initial: "Fine", corrected: "Fine" },
        { contentType: "title", initial: "Shirt Ravello", corrected: "Ravello: a Shirt", preferred: true },
        { contentType: "bullets", initial: ["x"], corrected: ["y"] },
      ],
    });
    expect(brief.notes).toBe("Autumn sale");
    expect(brief.content_types.desc.notes).toBe("Shorter");
    expect(subject.examples).toEqual([
      { content_type: "desc", before: "Bad", corrected_by_the_shop: "Good", comment: "Calmer" },
      { content_type: "desc", approved_by_the_shop: "Fine" },
      { content_type: "title", preferred: "Ravello: a Shirt", passed_over: "Shirt Ravello" },
    ]);
  });

  it("contains how many characters the additions leave", async () => {
    const { requests } = await runCase("title", "Linen Shirt", {
      config: { content_types: { title: { task: "t", character_limit: 40, additions: { title: "New: {{title}}" } } } },
    });
    expect(JSON.parse(requests[0]?.messages[2]?.content ?? "").room).toEqual({ title: 35 });
  });

  it("counts the small print of claims as taken, and names what is put around a text", async () => {
    const { requests } = await runCase("title", "Linen Shirt", {
      keywords: { legal: ["'Claim': Kind, 'Disclaimer': Own test"] },
      config: {
        content_types: {
          title: {
            task: "t",
            keyword_groups: { verbatim_must_claims: ["legal"] },
            character_limit: 40,
            additions: { title: "New: {{title}} – {{attr.brand}}, {{attr.line}}" },
          },
        },
      },
    });
    const told = JSON.parse(requests[0]?.messages[2]?.content ?? "");
    expect(told.added).toEqual({ title: ["New:", "– Fern & Field"] });
    expect(told.room).toEqual({ title: 40 - "New: ".length - " – Fern & Field".length - "Own test ".length });
    expect(requests[0]?.messages[0]?.content).toContain("neither write them nor say the same");
  });

  it("gives each fact the id by which the checks know it, and sentences of the description theirs", () => {
    const facts = someFacts({ descriptionText: "A shirt for warm days, cut wide and long. It has two chest pockets." });
    const source = { model: "m", locale: "en", contentTypes: ["desc"], facts, config: { keywords: { a: ["cool"] } } };
    const { checks } = createGenerationContext(source);
    const { product } = documents(source).subject;
    const given = { ...product.attributes, ...product.options, ...product.description };
    expect(Object.keys(given).length).toBeGreaterThan(5);
    for (const [key, value] of Object.entries(given)) {
      const [id = "", ...name] = key.split(" ");
      const fact = checks.facts.byId(id);
      expect([fact?.value, ...(name.length > 0 ? [fact?.name] : [])]).toEqual([
        [value].flat().join(", "),
        ...(name.length > 0 ? [name.join(" ")] : []),
      ]);
    }
  });

  it("asks for citations after the texts, and for none beside alt texts alone", () => {
    const image = { id: "7", url: "https://cdn.shopify.com/s/files/7.jpg", alt: null };
    const facts = someFacts({ images: [image] });
    const ask = (contentTypes: string[]) => requestFor({ model: "m", locale: "en", config: {}, facts, contentTypes });
    const { schema } = ask(["title", "image_alt_7"]);
    expect(schema.required).toEqual(["title", "image_alt_7", "cites"]);
    expect(schema.properties).toMatchObject({ cites: { type: "array", items: { items: { type: "string" } } } });
    const alone = ask(["image_alt_7"]);
    expect(alone.schema.required).toEqual(["image_alt_7"]);
    expect(JSON.parse(alone.messages[2]?.content ?? "").product.attributes).toMatchObject({ Material: "100% linen" });
    // A merchant's own text of that name is a text.
    expect(ask(["cites"]).schema.properties).toEqual({ cites: { type: "string" } });
  });

  it("keeps from the model what speaks to a machine or is hidden", () => {
    const { product } = documents({
      facts: someFacts({
        descriptionText: "A shirt of washed linen.\n{{ shop.secret }}",
        attributes: [
          { name: "Care", value: "Wash cold" },
          { name: "Badge", value: "{% render 'badge' %}" },
        ],
      }),
    }).subject;
    expect(JSON.stringify(product)).not.toMatch(/secret|render|Badge/);
    expect(plainNames(product.attributes)).toEqual({ Care: "Wash cold" });
    expect(Object.values(product.description)).toEqual(["A shirt of washed linen."]);
  });

  it("names the region of the language, and none where there is none", () => {
    const nameOf = (locale: string) => documents({ locale }).brief.language_name;
    expect(["de-CH", "pt-BR", "en-GB", "zh-Hant", "de"].map(nameOf)).toEqual([
      "Swiss High German",
      "Brazilian Portuguese",
      "British English",
      "Traditional Chinese",
      undefined,
    ]);
  });

  it("gives content types that the rules leave out a general task and limit, which no check holds them to", () => {
    const config: ContentConfig = { client: { content_type_family_map: { pros: "bullets" } } };
    const { content_types } = documents({ config, contentTypes: ["title", "howtouse", "pros"] }).brief;
    expect(content_types).toMatchObject({
      title: { task: defaultConfig.content_types?.title?.task, character_limit: 70 },
      howtouse: { task: expect.stringContaining('"howtouse"'), character_limit: 600 },
      pros: { character_limit: 200, count: "3 to 5" },
    });
    expect(typeConfigOf(config, "howtouse")).toBeUndefined();
  });

  it("is not written for content types that the config skips", async () => {
    const generated = await writeTexts(
      { complete: () => Promise.reject(new Error("nobody should be asked")) },
      {
        facts: someFacts(),
        config: { client: { skip_content_types: ["howtouse"] } },
        contentTypes: ["howtouse"],
        locale: "en",
        model: "m",
        signal: AbortSignal.timeout(1_000),
      },
    );
    expect(generated).toMatchObject({ outcome: "written", texts: [] });
  });
});

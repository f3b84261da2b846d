import { describe, expect, it } from "vitest";
import { groupCalls } from "../../../app/generation/write-texts.ts";
import { fixText } from "../../../app/quality/fixes/fix-text.ts";
import { runChecks, type WrittenText } from "../../../app/quality/run-checks.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { someFacts } from "../../support/content/facts.ts";

const first = "image_alt_100";

function checked(
  text: string,
  more: { locale?: string; others?: Record<string, string>; unseen?: boolean; facts?: object; config?: object } = {},
) {
  const written: [string, WrittenText][] = [
    [first, { body: text, raw: text, unseen: more.unseen }],
    ...Object.entries(more.others ?? {}).map(([name, body]): [string, WrittenText] => [name, { body, raw: body }]),
  ];
  const result = runChecks({
    texts: new Map(written),
    only: [first],
    facts: { ...someFacts(), ...more.facts },
    config: { ...defaultConfig, ...more.config },
    locale: more.locale ?? "en",
  }).get(first);
  if (!result) throw new Error("the text was not checked");
  return result;
}

const codes = (text: string, more = {}) => checked(text, more).warnings.map(({ code }) => code);

describe("alt texts", () => {
  it.each([
    ["en", "Black linen shirt with two chest pockets, seen from the front"],
    ["de", "Leinenhemd in Schwarz mit zwei Brusttaschen, von vorn gesehen"],
    ["en", "Linen shirt hanging beside a photo of the sea"],
    ["en", "Shirt, folded"],
  ])("that say what is to be seen pass (%s): %s", (locale, text) => {
    expect(codes(text, { locale })).toEqual([]);
  });

  it.each([
    ["en", "Image of a black linen shirt"],
    ["en", "A photo showing a black linen shirt"],
    ["en", "Picture: black linen shirt"],
    ["de", "Bild von einem Leinenhemd"],
    ["de", "Produktfoto eines Leinenhemds"],
    ["fr", "Photo d'une chemise en lin noir"],
    ["es", "Imagen de una camisa de lino negra"],
    ["it", "Foto di una camicia di lino nera"],
    ["nl", "Afbeelding van een zwart linnen overhemd"],
  ])("that begin with what a screen reader reads out anyway are found (%s): %s", (locale, text) => {
    expect(codes(text, { locale })).toContain("ALT_TEXT");
  });

  it("may begin so where the product itself is called that", () => {
    const facts = { title: "Photo of the sea", descriptionText: "A print: Photo of the sea." };
    expect(codes("Photo of the sea, framed", { facts })).toEqual([]);
  });

  it.each(["Linen shirt IMG_2041.jpg", "black-linen-shirt-front.png", "DSC_10234 linen shirt"])(
    "that hold a file name are found: %s",
    (text) => {
      expect(codes(text)).toContain("ALT_TEXT");
    },
  );

  it.each([
    "Linen shirt, black shirt, summer shirt for men",
    "linen shirt, mens shirt, black top, summer, beach, casual",
  ])("that are there for search engines are found: %s", (text) => {
    expect(codes(text)).toContain("ALT_TEXT");
  });

  it("of two images that say the same are found, and only asked again where the pictures were seen", () => {
    const others = { image_alt_200: "black linen shirt", title: "Black linen shirt" };
    const config = { ...defaultConfig, checks: { DUPLICATE: "block" } } as const;
    const seen = checked("Black linen shirt", { others, config });
    expect(seen.warnings).toMatchObject([{ code: "DUPLICATE", description: expect.stringContaining("image_alt_200") }]);
    expect(seen.findings).toHaveLength(1);
    const unseen = checked("Black linen shirt", { others, config, unseen: true });
    expect(unseen.warnings.map(({ code }) => code)).toEqual(["DUPLICATE", "IMAGE_UNSEEN"]);
    expect(unseen.findings).toEqual([]);
  });

  it("say when the model did not see the picture, which blocks nothing and can be turned off", () => {
    expect(checked("Black linen shirt", { unseen: true })).toMatchObject({
      blocked: false,
      warnings: [{ code: "IMAGE_UNSEEN", severity: "warn" }],
    });
    const config = { content_types: { image_alt: { task: "Describe", checks: { IMAGE_UNSEEN: "off" } } } };
    expect(codes("Black linen shirt", { unseen: true, config })).toEqual([]);
  });

  it("keep the limit of image_alt, and Shopify's own", () => {
    const strict = { ...defaultConfig, checks: { EXCEED_LENGTH: "block" } } as const;
    expect(checked("word ".repeat(26).trim(), { config: strict }).findings[0]).toMatch(
      /exceeds length by \d+ characters .*limit 125/,
    );
    const config = { content_types: { image_alt: { task: "Describe", character_limit: 40 } } };
    expect(codes("A black linen shirt with a collar, two chest pockets", { config })).toContain("EXCEED_LENGTH");
    expect(checked("wörd ".repeat(110)).blocked).toBe(true);
  });

  it("are held to the facts and the language as any text", () => {
    expect(codes("Linen shirt of 900 g in a certified organic bag")).toContain("UNSUPPORTED_FACT");
    expect(codes("Ein schwarzes Hemd aus Leinen, das auf einem hellen Holztisch liegt und glatt ist")).toContain(
      "WRONG_LANGUAGE",
    );
    expect(fixText(first, "<b>Linen</b> shirt<script>alert(1)</script>")).toBe("Linen shirt");
  });
});

describe("calls for a product's texts", () => {
  const pictures = Array.from({ length: 10 }, (_, i) => `image_alt_${i}`);
  const shape = (picturesApart: boolean, names: string[]) =>
    groupCalls(
      names.map((contentType) => ({ contentType })),
      { picturesApart },
    ).map(({ number, wanted }) => [number, wanted.length]);

  it("take the first pictures along, and the others eight at a time", () => {
    expect(shape(false, ["title", "desc", ...pictures])).toEqual([
      [0, 10],
      [1, 2],
    ]);
    expect(shape(false, pictures)).toEqual([
      [0, 8],
      [1, 2],
    ]);
    expect(shape(false, ["title"])).toEqual([[0, 1]]);
  });

  it("leave the first call to the other texts where pictures are asked for apart", () => {
    expect(shape(true, ["title", ...pictures])).toEqual([
      [0, 1],
      [1, 8],
      [2, 2],
    ]);
    expect(shape(true, pictures)).toEqual([
      [1, 8],
      [2, 2],
    ]);
  });
});

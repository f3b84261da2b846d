import { parseXml, XmlElement } from "@rgrove/parse-xml";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { shippedTemplates } from "../../app/feeds/templates/all-templates.ts";
import { fileOf, product, rowsOf, scope, shipped, variant } from "./feed-world.ts";

const tsv = (text: string) =>
  parse(text, { columns: true, delimiter: "\t", relax_quotes: false }) as Record<string, string>[];

const forbiddenIn = (rows: ReturnType<typeof rowsOf>) => rows.flatMap(({ leftOut }) => leftOut);

describe("each shipped template", () => {
  it.each([...shippedTemplates.keys()])("%s lets a whole product out and says nothing against it", (id) => {
    const bullets = ["Washed twice, soft from the first night", "Keeps cool in summer, warm in winter"];
    const rows = rowsOf(id, [product({ texts: { bullets } })]);
    expect(forbiddenIn(rows)).toEqual([]);
    expect(fileOf(shipped(id), rows)).toContain("Linen bed sheet");
  });

  it.each(
    [...shippedTemplates]
      .filter(([, { columns }]) =>
        columns.some(({ required, source }) => required && source.from === "variant" && source.field === "url"),
      )
      .map(([id]) => id),
  )("%s leaves out a product that has no page, and says so", (id) => {
    const [row] = rowsOf(id, [product({ url: null })]);
    expect(row?.leftOut).toContainEqual(expect.objectContaining({ code: "no_page" }));
  });

  it.each(
    [...shippedTemplates]
      .filter(([, { columns }]) =>
        columns.some(({ required, shape }) => required && (shape === "money" || shape === "amount")),
      )
      .map(([id]) => id),
  )("%s gives no price of the shop under another currency's name", (id) => {
    const [row] = rowsOf(id, [product()], { currency: "IDR" });
    expect(row?.leftOut).toContainEqual(expect.objectContaining({ code: "other_currency", detail: "IDR" }));
  });
});

describe("Google's file", () => {
  it("marks a text that a model wrote and leaves a person's as it is, never both of one", () => {
    const rows = rowsOf("google", [
      product({ texts: { title: { body: 'The "soft" sheet, 160 cm', by: "model" } } }),
      product({ id: "12", variants: [variant({ id: "92" })] }),
    ]);
    const [ours, theirs] = tsv(fileOf(shipped("google"), rows));
    expect([ours?.title, ours?.structured_title]).toEqual([
      "",
      'trained_algorithmic_media:"The ""soft"" sheet, 160 cm"',
    ]);
    expect([theirs?.title, theirs?.structured_title]).toEqual(["Linen bed sheet", ""]);
    expect([ours?.description, ours?.structured_description]).toEqual(["Washed linen, 160 g/m².", ""]);
  });

  it("of texts alone marks each by who wrote it, and leaves out a row that would carry nothing", () => {
    const rows = rowsOf("google-supplemental", [
      product({
        texts: {
          title: { body: "Ein Laken", by: "model", from: "translation" },
          bullets: ["Weich, kühl", "Aus Leinen"],
        },
      }),
      product({ id: "12", variants: [variant({ id: "92" })], texts: { title: "", desc: "" } }),
    ]);
    const [row, ...more] = tsv(fileOf(shipped("google-supplemental"), rows));
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      structured_title: 'trained_algorithmic_media:"Ein Laken"',
      structured_description: 'default:"Washed linen, 160 g/m²."',
      product_highlight: '"Weich, kühl","Aus Leinen"',
      product_detail: "General:Material:100 % linen",
    });
    expect(rows[1]?.leftOut).toEqual([expect.objectContaining({ code: "nothing_to_carry" })]);
    expect(shipped("google-supplemental").columns.map(({ name }) => name)).not.toContain("title");
  });

  it("names what variants share and what tells them apart", () => {
    const sizes = ["160 × 200", "180 × 200"].map((value, at) =>
      variant({ id: `9${at}`, options: [{ name: "Size", value }] }),
    );
    const rows = rowsOf("google-supplemental", [product({ variants: sizes })]);
    expect(tsv(fileOf(shipped("google-supplemental"), rows))).toMatchObject([
      { id: "90", item_group_title: "Linen bed sheet", variant_option: "Size:160 × 200" },
      { id: "91", item_group_title: "Linen bed sheet", variant_option: "Size:180 × 200" },
    ]);
  });

  it("as XML has sub-elements for a marked text", () => {
    const rows = rowsOf("google-xml", [product({ texts: { title: { body: 'Body & More ]]> "x" <3', by: "model" } } })]);
    const items = itemsOf(fileOf(shipped("google-xml"), rows));
    expect(items).toHaveLength(1);
    expect(textAt(items[0], "g:structured_title", "g:content")).toBe('Body & More ]]> "x" <3');
    expect(textAt(items[0], "g:structured_title", "g:digital_source_type")).toBe("trained_algorithmic_media");
    expect(textAt(items[0], "g:title")).toBeNull();
  });

  it("leaves an invalid GTIN empty and says so, and a title that breaks a rule of Google's out", () => {
    const rows = rowsOf("google", [
      product({ variants: [variant({ barcode: "4006381333932" })] }),
      product({ id: "12", texts: { title: "T".repeat(151) } }),
    ]);
    expect(rows[0]?.notices).toEqual([
      expect.objectContaining({ code: "not_gtin", column: "gtin", detail: "4006381333932" }),
    ]);
    expect(rows[0]?.leftOut).toEqual([]);
    expect(rows[1]?.leftOut).toContainEqual(expect.objectContaining({ code: "none_of", column: "title" }));
    expect(rows[1]?.notices).toContainEqual(expect.objectContaining({ code: "too_long", detail: "150" }));
  });
});

describe("OpenAI's file", () => {
  it("has the names of 2026, both flags in small letters, and a line a variant", () => {
    const rows = rowsOf("openai-jsonl", [product({ variants: [variant({}), variant({ id: "92" })] })], {
      itemId: "sku",
    });
    const lines = fileOf(shipped("openai-jsonl"), rows)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      item_id: "SHEET-1",
      is_eligible_search: true,
      is_eligible_checkout: false,
      price: "89.00 USD",
      availability: "in_stock",
      target_countries: "US",
      store_country: "US",
    });
    const [row] = tsv(fileOf(shipped("openai-tsv"), rowsOf("openai-tsv", [product()])));
    expect([row?.is_eligible_search, row?.is_eligible_checkout]).toEqual(["true", "false"]);
    expect(Object.keys(row ?? {})).not.toContain("enable_search");
  });

  it("is not let out for checkout without the seller's terms", () => {
    const settings = { ...scope.settings, is_eligible_checkout: "true" };
    const [row] = rowsOf("openai-jsonl", [product()], { settings });
    expect(row?.leftOut).toContainEqual(
      expect.objectContaining({ code: "needed_with", column: "seller_privacy_policy" }),
    );
  });
});

describe("Amazon's patches", () => {
  it("name each attribute, with language and marketplace, and number the messages", () => {
    const rows = rowsOf("amazon-listings", [
      product({ texts: { bullets: ["Soft", "Cool"] } }),
      product({ id: "12", variants: [variant({ sku: "SHEET-2" })] }),
    ]);
    const file = JSON.parse(fileOf(shipped("amazon-listings"), rows));
    expect(file.header).toEqual({ sellerId: "A2SELLER", version: "2.0", issueLocale: "en" });
    expect(file.messages.map(({ messageId, sku }: { messageId: number; sku: string }) => [messageId, sku])).toEqual([
      [1, "SHEET-1"],
      [2, "SHEET-2"],
    ]);
    expect(file.messages[0].patches).toContainEqual({
      op: "replace",
      path: "/attributes/bullet_point",
      value: ["Soft", "Cool"].map((value) => ({ value, language_tag: "en", marketplace_id: "ATVPDKIKX0DER" })),
    });
  });

  it("as a sheet has a column a bullet", () => {
    const rows = rowsOf("amazon-sheet", [product({ texts: { bullets: ["Soft", "Cool"] } })]);
    expect(tsv(fileOf(shipped("amazon-sheet"), rows))[0]).toMatchObject({
      bullet_point1: "Soft",
      bullet_point2: "Cool",
      bullet_point5: "",
    });
  });
});

function itemsOf(xml: string): XmlElement[] {
  const channel = parseXml(xml).root?.children.find((node): node is XmlElement => node instanceof XmlElement);
  return (channel?.children ?? []).filter(
    (node): node is XmlElement => node instanceof XmlElement && node.name === "item",
  );
}

function textAt(element: XmlElement | undefined, ...path: string[]): string | null {
  let at: XmlElement | undefined = element;
  for (const name of path) {
    at = at?.children.find((node): node is XmlElement => node instanceof XmlElement && node.name === name);
  }
  return at?.text ?? null;
}

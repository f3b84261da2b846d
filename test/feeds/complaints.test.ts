import { parseXml, XmlElement } from "@rgrove/parse-xml";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { columnToday, withTodaysNames } from "../../app/feeds/spec-editions.ts";
import { fileOf, product, rowsOf, scope, shipped, templateOf, variant } from "./feed-world.ts";

const read = (text: string, delimiter: string) =>
  parse(text, { columns: true, delimiter, relax_quotes: false }) as Record<string, string>[];

/** Faults of other feeds, as their users reported them. */
describe("what merchants complained of elsewhere", () => {
  it("invisible signs, a bell, a byte order mark, Windows' line ends, tabs and half characters leave no trace", () => {
    const desc = "<p>A\u200b\u0007\ufeffB\r\nC\tD \ud800E</p><p>F</p>";
    const products = [1, 2, 3].map((id) =>
      product({ id: String(id), texts: { desc, title: "T\u200b\u0007\ufeff\t\ud800x" } }),
    );
    for (const id of ["google", "openai-tsv"]) {
      const rows = read(fileOf(shipped(id), rowsOf(id, products)), "\t");
      expect(rows.map(({ title, description }) => [title, description])).toEqual(Array(3).fill(["T x", "AB C D E F"]));
    }
    const xml = fileOf(shipped("google-xml"), rowsOf("google-xml", products));
    expect(xml.isWellFormed()).toBe(true);
    const channel = parseXml(xml).root?.children.find((node): node is XmlElement => node instanceof XmlElement);
    expect(channel?.children.filter((node) => node instanceof XmlElement && node.name === "item")).toHaveLength(3);
  });

  it("“Body & More” breaks no XML, entities are letters, and a formula is none", () => {
    const title = "Body & More ]]> Cerv&eacute;lo";
    const xml = fileOf(shipped("google-xml"), rowsOf("google-xml", [product({ texts: { title } })]));
    expect(parseXml(xml).text).toContain("Body & More ]]> Cervélo");
    const cells = ["=1+1", "+SUM(A1)", "-SUM(A1)", "@x", "＝1", "-5", "+3.5"].map((sku, at) =>
      product({ id: String(at), variants: [variant({ sku })] }),
    );
    const rows = read(fileOf(shipped("generic-csv"), rowsOf("generic-csv", cells)), ",");
    expect(rows.map(({ sku }) => sku)).toEqual(["'=1+1", "'+SUM(A1)", "'-SUM(A1)", "'@x", "'＝1", "-5", "+3.5"]);
  });

  it("a product without a page is left out instead of leading to “#”", () => {
    const [row] = rowsOf("google", [product({ url: null })]);
    expect(row?.leftOut).toEqual([{ code: "no_page", column: "link", detail: "" }]);
  });

  it("prices of a market whose currency is another one are not given under its name", () => {
    const rows = rowsOf("meta", [product()], { country: "ID", currency: "IDR", shopCurrency: "JPY" });
    expect(rows[0]?.leftOut).toContainEqual({ code: "other_currency", column: "price", detail: "IDR" });
    const [own] = rowsOf("meta", [product({ variants: [variant({ price: "1200.00" })] })], {
      currency: "JPY",
      shopCurrency: "JPY",
    });
    expect(own?.values.get("price")).toBe("1200 JPY");
  });

  it("a row whose translation is missing is left out or carries the original, as the merchant chose, and is counted", () => {
    const products = [
      product({
        id: "1",
        texts: { title: { body: "Laken", from: "translation" }, desc: { body: "Leinen.", from: "translation" } },
      }),
      product({
        id: "2",
        texts: { title: { body: "Sheet", from: "source" }, desc: { body: "Linen.", from: "source" } },
      }),
    ];
    const without = rowsOf("google", products, { locale: "de", untranslated: "leave_out" });
    expect(without.map(({ leftOut }) => leftOut[0]?.code)).toEqual([undefined, "not_translated"]);
    const withSource = rowsOf("google", products, { locale: "de", untranslated: "source" });
    expect(withSource.map(({ leftOut, untranslated }) => [leftOut.length, untranslated])).toEqual([
      [0, false],
      [0, true],
    ]);
    expect(withSource[1]?.values.get("title")).toBe("Sheet");
  });

  it("an optional text without a translation leaves its column empty, not the row out", () => {
    const texts = {
      title: { body: "Laken", from: "translation" as const },
      desc: { body: "Leinen.", from: "translation" as const },
      bullets: { body: ["Soft", "Cool"], from: "source" as const },
    };
    const [row] = rowsOf("google", [product({ texts })], { locale: "de" });
    expect([row?.leftOut, row?.values.get("product_highlight")]).toEqual([[], ""]);
    expect(row?.notices).toContainEqual({ code: "not_translated", column: "product_highlight", detail: "bullets" });
  });

  it("a template that was stored before OpenAI renamed its columns writes today's names", () => {
    const text = { from: "text", content_type: "title" } as const;
    const old = templateOf({
      name: "Ours",
      channel: "openai",
      spec: { name: "openai", version: "2025-09" },
      per: "variant",
      format: { kind: "tsv" },
      columns: [
        { name: "id", source: { from: "variant", field: "id" } },
        { name: "link", source: { from: "variant", field: "url" } },
        { name: "enable_search", source: { from: "constant", value: "true" } },
        { name: "title", source: text },
      ],
      demands: [{ demand: "with", column: "enable_search", is: "true", needs: ["link"] }],
    });
    const today = withTodaysNames(old);
    expect(today.columns.map(({ name }) => name)).toEqual(["item_id", "url", "is_eligible_search", "title"]);
    expect(today.demands).toEqual([{ demand: "with", column: "is_eligible_search", is: "true", needs: ["url"] }]);
    expect(withTodaysNames(today)).toBe(today);
    expect(fileOf(today, [], scope)).toBe("item_id\turl\tis_eligible_search\ttitle\n");
    expect(columnToday("openai", "image_link")).toBe("image_url");
  });
});

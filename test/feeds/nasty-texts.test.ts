import { parseXml, XmlElement } from "@rgrove/parse-xml";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { makeRows } from "../../app/feeds/make-rows.ts";
import type { FeedTemplateInput } from "../../app/feeds/template.ts";
import { cleanText } from "../../app/feeds/values/clean-text.ts";
import { safeCell } from "../../app/feeds/values/safe-cell.ts";
import { fileOf, product, scope, templateOf } from "./feed-world.ts";

const pieces = [
  "a", "Z", "ß", "日本", "😀", "👨‍👩‍👧", "é", "e\u0301", " ", "  ", "\n", "\r\n", "\t", "\r", '"', '""', "'", ",", ";", "|", "\\", "\\n",
  "=1+1", "+", "-", "@", "＝", "<", ">", "&", "]]>", "<![CDATA[", "<!--", "-->", "<?xml?>", "&#0;", "{", "}", "[", "\u0000", "\u0007", "\u001f",
  "\u200b", "\u200d", "\ufeff", "\ufffe", "\uffff", "\ud800", "\udc00", "\u2028", "\u2029", "\u0085", "\u202e", "\u00a0", "\u00ad", "%", "0",
]; // biome-ignore format: a list of signs

/** Always the same numbers, so that a red run can be run again. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

const random = numbers(7);
const draw = (below: number) => (random.next().value as number) % below;
const nasty = () => `x${Array.from({ length: draw(25) }, () => pieces[draw(pieces.length)]).join("")}`;
const texts = Array.from({ length: 400 }, () => [nasty(), nasty().slice(1) || "y"] as const);
const template = (format: FeedTemplateInput["format"]) =>
  templateOf({
    name: "Nasty",
    channel: "store",
    per: "product",
    format,
    columns: [
      { name: "id", source: { from: "product", field: "id" } },
      { name: "sku", source: { from: "product", field: "vendor" } },
      { name: "words", source: { from: "text", content_type: "note", html: true } },
    ],
  });
const rowsFor = (one: ReturnType<typeof template>) =>
  texts.flatMap(([vendor, note], at) => makeRows(one, product({ id: String(at), vendor, texts: { note } }), scope));
const clean = texts.map(([vendor, note], at) => ({
  id: String(at),
  sku: cleanText(vendor).replace(/\n+/g, " "),
  words: cleanText(note),
}));

describe("a file of nasty texts read by somebody else's parser", () => {
  it("as CSV has each row and each text to the letter", () => {
    const one = template({ kind: "csv" });
    const read = parse(fileOf(one, rowsFor(one)), { columns: true });
    expect(read).toEqual(clean.map(({ id, sku, words }) => ({ id, sku: safeCell(sku), words: safeCell(words) })));
  });

  it("as TSV has a line a row", () => {
    const one = template({ kind: "tsv" });
    const file = fileOf(one, rowsFor(one));
    expect(file.split("\n")).toHaveLength(texts.length + 2);
    const oneLine = (text: string) => safeCell(text.replace(/\s*\n\s*/g, " "));
    expect(parse(file, { columns: true, delimiter: "\t" })).toEqual(
      clean.map(({ id, sku, words }) => ({ id, sku: safeCell(sku), words: oneLine(words) })),
    );
  });

  it("as XML has each row and each text to the letter", () => {
    const one = template({ kind: "xml", prefix: "g", namespace: "http://base.google.com/ns/1.0" });
    const channel = parseXml(fileOf(one, rowsFor(one))).root?.children.find((node) => node instanceof XmlElement);
    const items = (channel as XmlElement).children.filter(
      (node): node is XmlElement => node instanceof XmlElement && node.name === "item",
    );
    const read = items.map(({ children }) =>
      Object.fromEntries(
        children.flatMap((node) => (node instanceof XmlElement ? [[node.name.slice(2), node.text]] : [])),
      ),
    );
    expect(read).toEqual(clean.map((row) => Object.fromEntries(Object.entries(row).filter(([, text]) => text !== ""))));
  });

  it.each(["jsonl", "json"] as const)("as %s has each row and each text to the letter", (kind) => {
    const one = template({ kind });
    const file = fileOf(one, rowsFor(one));
    const read =
      kind === "json"
        ? JSON.parse(file).products
        : file
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line));
    expect(read).toEqual(clean.map((row) => Object.fromEntries(Object.entries(row).filter(([, text]) => text !== ""))));
    expect(file.isWellFormed()).toBe(true);
  });
});

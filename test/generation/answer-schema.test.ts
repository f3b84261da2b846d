import { describe, expect, it } from "vitest";
import { readAnswer } from "../../app/generation/answer-schema.ts";
import { wrapAnswer } from "../../sandbox/model/server/wrap-answer.ts";
import { askedTexts } from "../support/content/write-texts.ts";
import { fewestCpuMs } from "../support/cpu-ms.ts";

const texts = { title: "Linen Shirt", seo_title: "Linen Shirt, cool", bullets: ["Cool in summer", "Soft on skin"] };
const names = Object.keys(texts);
const read = (json: unknown) => Object.fromEntries(readAnswer(json, askedTexts(names)));

describe("the texts of an answer", () => {
  it.each([
    "none", "array_around", "result_around", "texts_around", "schema_around", "keys_as_words", "bullets_lines", "bullets_json",
    "bullets_numbered", "bullets_dots", "bullets_nulls", "bullets_objects", "bullets_keyed", "title_list", "fields_as_objects",
  ] as const)("are read when a model writes them in the way %s", (wrapping) => {
    expect(read(JSON.parse(wrapAnswer(JSON.stringify(texts), wrapping)))).toEqual(texts);
  }); // biome-ignore format: a table

  it.each([
    ["one\ntwo", ["one", "two"]],
    ["* one\r\n\r\n* two", ["one", "two"]],
    ["1) one\n2) two", ["one", "two"]],
    ["– one\n– two", ["one", "two"]],
    ["- one", ["one"]],
    ["✓ one ✓ two", ["one", "two"]],
    ['["one", null, {"text":"two"}]', ["one", "two"]],
    [[["one", "two"]], ["one", "two"]],
    [{ items: ["one", "two"] }, ["one", "two"]],
    [{ "0": "one", "1": "two" }, ["one", "two"]],
    ["-5 °C is fine\n-20 °C as well", ["-5 °C is fine", "-20 °C as well"]],
    ["1.5 l\n2.5 l", ["1.5 l", "2.5 l"]],
    [[], []],
  ])("bullets as %j are a list", (value, expected) => {
    expect(read({ ...texts, bullets: value }).bullets).toEqual(expected);
  });

  it.each([
    ["one, two and three"],
    ["Features:\n- one\n- two"],
    ["- one\n  goes on\n- two"],
    [["one", 2]],
    [["one", { title: "two", detail: "more" }]],
    [["one", ["two", "three"]]],
    [{ a: "one", b: "two" }],
    [{ "3": "one", "7": "two" }],
    ["[one, two]"],
    [7],
    [null],
    [Array.from({ length: 101 }, () => "x")],
  ])("bullets as %j could mean several things and are asked for again", (value) => {
    expect(read({ ...texts, bullets: value }).bullets).toBeUndefined();
  });

  it.each([[["a", "b"]], [{ a: "x" }], [{ text: "a", value: "b" }], [7], [null], [["x", null]], [{ type: "string" }]])(
    "a title as %j is asked for again",
    (value) => expect(read({ ...texts, title: value }).title).toBeUndefined(),
  );

  it.each([
    ["two that differ", [{ title: "a" }, { title: "b" }]],
    ["two inside", { first: texts, second: { ...texts, title: "b" } }],
    ["nothing of it", { other: 1 }],
    ["six levels", { a: { b: { c: { d: { e: texts } } } } }],
    ["no object", "Linen"],
    ["schemas under the names", Object.fromEntries(names.map((name) => [name, { type: "string", text: "x" }]))],
  ])("an answer with %s gives nothing", (_what, json) => {
    expect(Object.values(read(json)).filter((text) => text !== undefined)).toEqual([]);
  });

  it("are taken together from a list of objects that share no name", () => {
    expect(read(Object.entries(texts).map(([name, value]) => ({ [name]: value })))).toEqual(texts);
  });

  it("the name itself goes before one that is only like it", () => {
    expect(read({ "SEO Title": "x", ...texts })).toEqual(texts);
    expect(
      Object.fromEntries(
        readAnswer({ seotitle: "a", seo_title: "b", SeoTitle: "c" }, askedTexts(["seo_title", "seotitle"])),
      ),
    ).toEqual({
      seo_title: "b",
      seotitle: "a",
    });
  });

  it("keys of a prototype are no texts, at whatever depth", () => {
    const json: unknown = JSON.parse('{"__proto__":{"title":"x"},"constructor":"y"}');
    expect(Object.fromEntries(readAnswer(json, askedTexts(["constructor", "toString"])))).toEqual({
      constructor: "y",
      toString: undefined,
    });
    expect(({} as Record<string, unknown>).title).toBeUndefined();
  });

  it("take bounded time in an answer of a megabyte", async () => {
    const wide = { a: Array.from({ length: 100_000 }, (_, i) => ({ [`k${i}`]: {} })) };
    const answers = [wide, { bullets: "\n-".repeat(100_000) }, { bullets: `•${" •".repeat(100_000)}` }];
    expect(await fewestCpuMs(() => answers.map((json) => read(json)), { below: 1_000 })).toBeLessThan(1_000);
  });
});

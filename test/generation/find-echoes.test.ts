import { describe, expect, it } from "vitest";
import { answerSchemaOf, readAnswer } from "../../app/generation/answer-schema.ts";
import type { ModelRequest } from "../../app/model/port.ts";
import { readCompletion } from "../../app/model/read-completion.ts";
import { askedTexts } from "../support/content/write-texts.ts";

const names = ["title", "seo_title"];
const product = { title: "SHIRT-01", seo_title: "old", vendor: "Fern" };
const texts = { title: "Linen Shirt", seo_title: "Linen Shirt, cool" };

function requestOf(sent: object, wanted: readonly string[] = names): ModelRequest {
  return {
    model: "m",
    messages: [
      { role: "system", content: "Write the texts." },
      { role: "user", content: JSON.stringify(sent) },
    ],
    schemaName: "texts",
    schema: answerSchemaOf(askedTexts(wanted)),
    maxOutputTokens: 500,
  };
}

/** The texts that are read from what a model wrote. */
function read(content: string, sent: object = { product }, wanted: readonly string[] = names) {
  const request = requestOf(sent, wanted);
  const answer = readCompletion({ choices: [{ message: { content }, finish_reason: "stop" }] }, request);
  if (answer.kind !== "json") return answer.kind;
  return Object.fromEntries(readAnswer(answer.json, askedTexts(wanted), request));
}

const json = JSON.stringify;

describe("a model that repeats the request before it answers", () => {
  it.each([
    ["the product in front", `${json(product)}\n${json(texts)}`],
    ["the message in front", `${json({ product })}\nHere it is: ${json(texts)}`],
    ["the schema in front", `${json(answerSchemaOf(askedTexts(names)))}\n${json(texts)}`],
    ["a part of the product in front", `${json({ title: product.title, seo_title: product.seo_title })}\n${json(texts)}`],
    ["the product behind", `${json(texts)}\n${json(product)}`],
    ["the product's fields around", json({ ...product, result: texts })],
    ["the product's title around", json({ title: product.title, texts })],
    ["the product beside", json({ product, texts })],
    ["the schema around", json({ ...answerSchemaOf(askedTexts(names)), answer: texts })],
    ["the product deeper", json({ context: { product }, ...texts })],
    ["a list of both", json([product, texts])],
    ["another order of fields", `${json({ vendor: "Fern", seo_title: "old", title: "SHIRT-01" })} ${json(texts)}`],
  ])("is read by its answer, with %s", (_what, content) => {
    expect(read(content)).toEqual(texts);
  }); // biome-ignore format: a table

  it.each([
    ["the product alone", json(product)],
    ["the message alone", json({ product })],
    ["the schema alone", json(answerSchemaOf(askedTexts(names)))],
    ["the schema's fields alone", json({ title: { type: "string" }, seo_title: { type: "string" } })],
  ])("gives no text with %s", (_what, content) => {
    const said = read(content);
    expect(typeof said === "string" ? [] : Object.values(said).filter((text) => text !== undefined)).toEqual([]);
  });
});

describe("a text that stays as it was", () => {
  const short = { title: "Linen Shirt" };

  it.each([
    ["alone", json(short), { product: short }],
    ["wrapped", json({ result: short }), { product: short }],
    ["in prose", `Nothing to mend: ${json(short)}`, { product: short }],
    ["in a list", json([short]), { product: short }],
    ["of a product with more", json(short), { product: { ...short, vendor: "Fern" } }],
  ])("is an answer %s", (_how, content, sent) => {
    expect(read(content, sent, ["title"])).toEqual(short);
  });

  it("is one of several texts in a list", () => {
    const kept = [{ title: "Linen Shirt" }, { seo_title: "Linen Shirt, cool" }];
    expect(read(json(kept), { product: short })).toEqual(texts);
  });
});

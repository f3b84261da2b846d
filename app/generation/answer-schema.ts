import type { TextBody } from "../db/schema/index.ts";
import { echoesOf, noEchoes } from "../model/find-echoes.ts";
import type { ModelRequest } from "../model/port.ts";
import { isImageAlt } from "../texts/slot.ts";
import { findFields } from "./find-fields.ts";
import { citesName } from "./read-cites.ts";
import type { Shape } from "./read-field.ts";
import type { TextRules } from "./text-rules.ts";

/** A text that an answer is to hold. */
export type AskedText = Pick<TextRules, "contentType" | "traits">;

/**
 * JSON Schema of an answer that holds exactly these texts, in the strict subset that providers take.
 * @param options.cites the facts as well that they lean on, as pairs of words and a fact's id
 */
export function answerSchemaOf(
  texts: readonly AskedText[],
  { cites = false }: { cites?: boolean | undefined } = {},
): Record<string, unknown> {
  const properties = Object.fromEntries([
    ...texts.map(({ contentType, traits }) => [contentType, traits.family === "bullets" ? listOf(string) : string]),
    // After the texts: a model knows then what it wrote.
    ...(cites ? [[citesName, listOf(listOf(string))]] : []),
  ]);
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

const string = { type: "string" };

function listOf(items: Record<string, unknown>): Record<string, unknown> {
  return { type: "array", items };
}

/** Whether facts are asked for beside these texts: an alt text tells what a picture shows. */
export function asksCites(texts: readonly Pick<AskedText, "contentType">[]): boolean {
  const names = texts.map(({ contentType }) => contentType);
  return !names.includes(citesName) && !names.every(isImageAlt);
}

/** Room for the texts of an answer and what they cite, and for the thinking that some providers count as output. */
export function outputTokensOf(wanted: readonly TextRules[]): number {
  const chars = wanted.map(({ own, traits }) => (own?.character_limit ?? 2_000) * (traits.count ?? 1));
  return 4_000 + chars.reduce((sum, each) => sum + each, 0) * 2;
}

/**
 * The texts of an answer, also of one that is wrapped or shaped in another way but can mean only this. Other keys are
 * ignored: what was not asked for reaches nothing.
 * @param request what the answer may repeat without meaning it
 * @returns for each wanted content type its text, or undefined where it is absent or of the wrong shape
 */
export function readAnswer(
  json: unknown,
  texts: readonly AskedText[],
  request?: ModelRequest,
): Map<string, TextBody | undefined> {
  const shapes = new Map<string, Shape>(
    texts.map(({ contentType, traits }) => [contentType, traits.family === "bullets" ? "texts" : "text"]),
  );
  const found = findFields(json, shapes, request ? echoesOf(request) : noEchoes);
  return new Map([...shapes.keys()].map((contentType) => [contentType, found?.get(contentType)]));
}

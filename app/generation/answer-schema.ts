import type { TextBody } from "../db/schema/index.ts";
import { echoesOf, noEchoes } from "../model/find-echoes.ts";
import type { ModelRequest } from "../model/port.ts";
import { isImageAlt } from "../texts/slot.ts";
import { findFields } from "./find-fields.ts";
import { citesName } from "./read-cites.ts";
import type { Shape } from "./read-field.ts";
import { wordingsName } from "./read-wordings.ts";
import type { TextRules } from "./text-rules.ts";

/** A text that an answer is to hold. */
export type AskedText = Pick<TextRules, "contentType" | "traits">;
type OfferedText = AskedText & Partial<Pick<TextRules, "others">>;

/**
 * JSON Schema of an answer that holds exactly these texts, in the strict subset that providers take.
 * @param options.cites the facts as well that they lean on, as pairs of words and a fact's id
 * @param options.wordings further wordings as well of those that several are wanted of. Their number is told in the brief: not
 *   every provider takes a schema that bounds a list
 */
export function answerSchemaOf(
  texts: readonly OfferedText[],
  { cites = false, wordings = false }: { cites?: boolean | undefined; wordings?: boolean | undefined } = {},
): Record<string, unknown> {
  const offered = wordings ? texts.filter(({ others = 0 }) => others > 0) : [];
  return objectOf([
    ...texts.map(
      ({ contentType, traits }): Property => [contentType, traits.family === "bullets" ? listOf(string) : string],
    ),
    // After the texts: a model knows then what it wrote.
    ...(offered.length > 0
      ? ([
          [wordingsName, objectOf(offered.map(({ contentType }) => [contentType, listOf(string)]))],
        ] satisfies Property[])
      : []),
    ...(cites ? ([[citesName, listOf(listOf(string))]] satisfies Property[]) : []),
  ]);
}

type Property = [name: string, schema: Record<string, unknown>];

function objectOf(named: readonly Property[]): Record<string, unknown> {
  const properties = Object.fromEntries(named);
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

/** Whether further wordings are asked for beside these texts: not where a merchant's own text has the name of their field. */
export function asksWordings(texts: readonly Pick<OfferedText, "contentType" | "others">[]): boolean {
  return texts.some(({ others = 0 }) => others > 0) && !texts.some(({ contentType }) => contentType === wordingsName);
}

/** Room for the texts of an answer and what they cite, and for the thinking that some providers count as output. */
export function outputTokensOf(wanted: readonly TextRules[]): number {
  const chars = wanted.map(
    ({ own, traits, others }) => (own?.character_limit ?? 2_000) * (traits.count ?? 1) * (1 + others),
  );
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

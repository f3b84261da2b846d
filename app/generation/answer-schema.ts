import type { TextBody } from "../db/schema/index.ts";
import { isRecord } from "../lib/json.ts";
import { echoesOf, noEchoes } from "../model/find-echoes.ts";
import type { ModelRequest } from "../model/port.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { traitsOf } from "../texts/content-types.ts";
import { findFields } from "./find-fields.ts";
import { readText, readTexts } from "./read-field.ts";

/** JSON Schema of an answer that holds exactly these content types, in the strict subset that providers take. */
export function answerSchemaOf(contentTypes: readonly string[], config?: ContentConfig): Record<string, unknown> {
  const properties = Object.fromEntries(
    contentTypes.map((contentType) => [
      contentType,
      traitsOf(contentType, config).family === "bullets"
        ? { type: "array", items: { type: "string" } }
        : { type: "string" },
    ]),
  );
  return { type: "object", properties, required: [...contentTypes], additionalProperties: false };
}

/**
 * The texts of an answer, also of one that is wrapped or shaped in another way but can mean only this. Other keys are
 * ignored: what was not asked for reaches nothing.
 * @param request what the answer may repeat without meaning it
 * @returns for each wanted content type its text, or undefined where it is absent or of the wrong shape
 */
export function readAnswer(
  json: unknown,
  contentTypes: readonly string[],
  config?: ContentConfig,
  request?: ModelRequest,
): Map<string, TextBody | undefined> {
  const read = (contentType: string, value: unknown) =>
    traitsOf(contentType, config).family === "bullets" ? readTexts(value) : readText(value);
  const fields = findFields(json, contentTypes, {
    fits: (contentType, value) => !isSchema(value) && read(contentType, value) !== undefined,
    echoes: request ? echoesOf(request) : noEchoes,
  });
  return new Map(contentTypes.map((contentType) => [contentType, read(contentType, fields?.get(contentType))]));
}

/** The schema of a text instead of one, as in an answer that repeats what was asked for. */
function isSchema(value: unknown): boolean {
  return isRecord(value) && (value.type === "string" || value.type === "array" || value.type === "object");
}

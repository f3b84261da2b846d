import type { TextBody } from "../db/schema/index.ts";
import { echoesOf, noEchoes } from "../model/find-echoes.ts";
import type { ModelRequest } from "../model/port.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { traitsOf } from "../texts/content-types.ts";
import { findFields } from "./find-fields.ts";
import { readField, type Shape } from "./read-field.ts";

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
  const shapes = new Map<string, Shape>(
    contentTypes.map((contentType) => [
      contentType,
      traitsOf(contentType, config).family === "bullets" ? "texts" : "text",
    ]),
  );
  const fields = findFields(json, shapes, request ? echoesOf(request) : noEchoes);
  return new Map([...shapes].map(([contentType, shape]) => [contentType, readField(shape, fields?.get(contentType))]));
}

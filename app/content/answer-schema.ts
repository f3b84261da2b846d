import { z } from "zod";
import type { TextBody } from "../db/schema/index.ts";
import type { ContentConfig } from "./content-config.ts";
import { traitsOf } from "./content-types.ts";

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

const anyObject = z.record(z.string(), z.unknown());
const oneText = z.string().max(200_000);
const bulletTexts = z.array(z.string().max(20_000)).max(100);

/**
 * The texts of an answer that have the right shape. Other keys are ignored: what was not asked for reaches nothing.
 * @returns for each wanted content type its text, or undefined where it is absent or of the wrong shape
 */
export function readAnswer(
  json: unknown,
  contentTypes: readonly string[],
  config?: ContentConfig,
): Map<string, TextBody | undefined> {
  const object = anyObject.safeParse(json);
  const texts = new Map<string, TextBody | undefined>();
  for (const contentType of contentTypes) {
    const value = object.success && Object.hasOwn(object.data, contentType) ? object.data[contentType] : undefined;
    const schema = traitsOf(contentType, config).family === "bullets" ? bulletTexts : oneText;
    const parsed = schema.safeParse(value);
    texts.set(contentType, parsed.success ? parsed.data : undefined);
  }
  return texts;
}

import { z } from "zod";
import type { OwnAttribute } from "../catalog/own-attributes.ts";
import type { TextBody } from "../db/schema/index.ts";
import { cleanUnicode } from "../quality/fixes/clean-unicode.ts";
import { type ShopContentType, typeNamed } from "../rules/content-types/list-content-types.ts";
import { imageAlt } from "../texts/slot.ts";
import { isEmptyBody } from "../texts/text-body.ts";

const maxNoteChars = 2_000;
const attributePrefix = "global_attr.";

/** The contract's names for our content types; our own names hold as well. */
const aliases: Record<string, string> = {
  description: "desc",
  key_features: "bullets",
  seo_description: "seo_desc",
  meta_title: "seo_title",
  meta_description: "seo_desc",
};

/** A field's value: what to do, or the new content itself. A bare string is an instruction; an empty one means: write anew. */
export type FieldValue = string | { mode: "instruction" | "content"; value: string | string[] };

const valueSchema = z.union([
  z.string(),
  z.object({ mode: z.enum(["instruction", "content"]), value: z.union([z.string(), z.array(z.string())]) }),
]);

/** What is wrong with one field of a request for regeneration, which is named as it was sent; or with its notes, or the whole. */
export type FieldRefusal =
  | { code: "notes_too_long"; limit: number }
  | { code: "no_field" }
  /** neither a text nor an object with mode and value */
  | { code: "field_not_understood"; field: string }
  /** `known`: names of those that there are */
  | { code: "unknown_field"; field: string; known: string[] }
  | { code: "attribute_not_one_text"; field: string }
  /** an alt text belongs to one image */
  | { code: "field_names_no_image"; field: string }
  /** under different names */
  | { code: "field_given_twice"; field: string }
  | { code: "content_empty"; field: string }
  | { code: "instruction_not_one_text"; field: string }
  | { code: "instruction_too_long"; field: string; limit: number };

/** What a request for regeneration comes down to. */
export interface RegenerationPlan {
  /** content type → what to do with it, "" for nothing in particular */
  instructions: Map<string, string>;
  /** content type → the text that a person gave */
  contents: Map<string, TextBody>;
  attributes: OwnAttribute[];
  notes: string;
}

/** @returns the plan, or what is wrong with the fields */
export function planRegeneration(
  fields: Readonly<Record<string, unknown>>,
  notes: string,
  types: readonly ShopContentType[],
): { plan: RegenerationPlan } | { problems: FieldRefusal[] } {
  const plan: RegenerationPlan = {
    instructions: new Map(),
    contents: new Map(),
    attributes: [],
    notes: cleaned(notes),
  };
  const problems: FieldRefusal[] = [];
  if (plan.notes.length > maxNoteChars) problems.push({ code: "notes_too_long", limit: maxNoteChars });
  for (const [name, raw] of Object.entries(fields)) {
    const problem = addField(plan, types, name, raw);
    if (problem) problems.push(problem);
  }
  if (Object.keys(fields).length === 0) problems.push({ code: "no_field" });
  return problems.length > 0 ? { problems } : { plan };
}

function addField(
  plan: RegenerationPlan,
  types: readonly ShopContentType[],
  field: string,
  raw: unknown,
): FieldRefusal | null {
  const parsed = valueSchema.safeParse(raw);
  if (!parsed.success) return { code: "field_not_understood", field };
  const { mode, value } =
    typeof parsed.data === "string" ? { mode: "instruction" as const, value: parsed.data } : parsed.data;
  if (field.startsWith(attributePrefix)) {
    if (typeof value !== "string") return { code: "attribute_not_one_text", field };
    // Whatever the mode: an attribute holds a person's own words, so the model is not asked for it.
    plan.attributes.push({ name: field.slice(attributePrefix.length), value });
    return null;
  }
  const contentType = aliases[field] ?? field;
  const type = typeNamed(types, contentType);
  if (!type) {
    const more = types.filter(({ added }) => added !== null).map(({ name }) => name);
    const known = ["title", "description", "key_features", "seo_title", "seo_description", ...more];
    return { code: "unknown_field", field, known };
  }
  if (mode === "content" && contentType === imageAlt) return { code: "field_names_no_image", field };
  if (plan.instructions.has(contentType) || plan.contents.has(contentType)) return { code: "field_given_twice", field };
  if (mode === "content") {
    const body = contentOf(type, value);
    if (isEmptyBody(body)) return { code: "content_empty", field };
    plan.contents.set(contentType, body);
    return null;
  }
  if (typeof value !== "string") return { code: "instruction_not_one_text", field };
  const instruction = cleaned(value);
  if (instruction.length > maxNoteChars) return { code: "instruction_too_long", field, limit: maxNoteChars };
  plan.instructions.set(contentType, instruction);
  return null;
}

/** Given content in the form its type has: bullets one a line, plain paragraphs as HTML where the type is HTML. */
function contentOf({ family, html }: ShopContentType, value: string | string[]): TextBody {
  if (family === "bullets") return linesOf(value);
  const text = typeof value === "string" ? value : value.join("\n");
  if (!html || /<\/?[a-z][^<>]*>/i.test(text)) return text;
  return linesOf(text)
    .map((line) => `<p>${line.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")}</p>`)
    .join("");
}

function linesOf(value: string | string[]): string[] {
  const lines = typeof value === "string" ? value.split("\n") : value;
  return lines.map((line) => line.replace(/^\s*[•*–-]\s+/u, "").trim()).filter((line) => line !== "");
}

function cleaned(text: string): string {
  return cleanUnicode(text).trim();
}

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

/** What a request for regeneration comes down to. */
export interface RegenerationPlan {
  /** content type → what to do with it, "" for nothing in particular */
  instructions: Map<string, string>;
  /** content type → the text that a person gave */
  contents: Map<string, TextBody>;
  attributes: OwnAttribute[];
  notes: string;
}

/** @returns the plan, or what is wrong with the fields, in words for the person who sent them */
export function planRegeneration(
  fields: Readonly<Record<string, unknown>>,
  notes: string,
  types: readonly ShopContentType[],
): { plan: RegenerationPlan } | { problems: string[] } {
  const plan: RegenerationPlan = {
    instructions: new Map(),
    contents: new Map(),
    attributes: [],
    notes: cleaned(notes),
  };
  const problems: string[] = [];
  if (plan.notes.length > maxNoteChars) problems.push(`Keep the notes within ${maxNoteChars} characters`);
  for (const [name, raw] of Object.entries(fields)) {
    const problem = addField(plan, types, name, raw);
    if (problem) problems.push(problem);
  }
  if (Object.keys(fields).length === 0) problems.push("At least one field must be specified for regeneration");
  return problems.length > 0 ? { problems } : { plan };
}

function addField(
  plan: RegenerationPlan,
  types: readonly ShopContentType[],
  name: string,
  raw: unknown,
): string | null {
  const parsed = valueSchema.safeParse(raw);
  if (!parsed.success) return `${name}: give a text, or an object with mode and value`;
  const field = typeof parsed.data === "string" ? { mode: "instruction" as const, value: parsed.data } : parsed.data;
  if (name.startsWith(attributePrefix)) {
    if (typeof field.value !== "string") return `${name}: an attribute's value is one text`;
    // Whatever the mode: an attribute holds a person's own words, so the model is not asked for it.
    plan.attributes.push({ name: name.slice(attributePrefix.length), value: field.value });
    return null;
  }
  const contentType = aliases[name] ?? name;
  const type = typeNamed(types, contentType);
  if (!type) {
    const more = types.filter(({ added }) => added !== null).map((one) => one.name);
    const known = ["title", "description", "key_features", "seo_title", "seo_description", ...more].join(", ");
    return `${name} is no field that can be regenerated: use ${known} or global_attr.<name>`;
  }
  if (field.mode === "content" && contentType === imageAlt) {
    return `${name}: each image has an alt text of its own, so name the image: image_alt_<number>`;
  }
  if (plan.instructions.has(contentType) || plan.contents.has(contentType))
    return `${name} is given twice under different names`;
  if (field.mode === "content") {
    const body = contentOf(type, field.value);
    if (isEmptyBody(body)) return `${name}: the new content is empty`;
    plan.contents.set(contentType, body);
    return null;
  }
  if (typeof field.value !== "string") return `${name}: an instruction is one text`;
  const instruction = cleaned(field.value);
  if (instruction.length > maxNoteChars) return `${name}: keep the instruction within ${maxNoteChars} characters`;
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

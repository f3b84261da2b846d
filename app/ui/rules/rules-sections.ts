import { valueAt } from "./config-draft.ts";
import { type ConfigField, generalFields } from "./config-fields.ts";
import type { ConfigDraft } from "./config-view.ts";

/** The parts of a set of rules, as the editor leads through them. */
export const sections = [
  "texts",
  "voice",
  "dos",
  "words",
  "keywords",
  "claims",
  "facts",
  "checks",
  "languages",
  "where",
] as const;
export type Section = (typeof sections)[number];

const paths: Record<Exclude<Section, "texts" | "languages" | "where">, readonly string[]> = {
  voice: ["style_guide", "client.style_guide_content_types", "tone", "client.tone_content_types"],
  dos: ["guidelines", "restrictions", "guidelines_shortener"],
  words: ["client.forbidden_words", "word_map"],
  keywords: ["keywords", "keyword_groups.must", "keyword_groups.should", "keyword_groups.omit"],
  claims: ["keyword_groups.verbatim_must_claims", "keyword_groups.non_verbatim_optional_claims"],
  facts: [
    "client.prompt_attributes",
    "client.field_map",
    "client.review_attributes",
    "client.variant_data_fields",
    "client.validation_entities",
    "client.false_words_entity_map",
  ],
  checks: ["checks"],
};
const ofTexts = ["content_types", "client.skip_content_types", "client.content_type_family_map"];

/** The fields of a section, in their order. */
export function fieldsOf(section: Exclude<Section, "texts" | "languages" | "where">): ConfigField[] {
  return generalFields.filter(({ path }) => paths[section].some((one) => isUnder(path.join("."), one)));
}

/** The section that a field stands in, by its address in the file: content_config.word_map.cosy → words. */
export function sectionOf(address: string): Section {
  const path = address.replace(/^content_config\./, "");
  if (path === "label" || path === "name" || path === "description") return "where";
  if (ofTexts.some((one) => isUnder(path, one))) return "texts";
  if (isUnder(path, "translations")) return "languages";
  const found = sections.find(
    (section) =>
      section !== "texts" &&
      section !== "languages" &&
      section !== "where" &&
      paths[section].some((one) => isUnder(path, one)),
  );
  return found ?? "texts";
}

/** How many things a section holds, for its line in the list; 0 where a number would say nothing. */
export function countIn(section: Section, draft: ConfigDraft): number {
  if (section === "where" || section === "voice") return 0;
  if (section === "texts") return sizeOf(valueAt(draft, ["content_types"]));
  if (section === "languages") return sizeOf(valueAt(draft, ["translations"]));
  return fieldsOf(section).reduce((sum, { path }) => sum + sizeOf(valueAt(draft, path)), 0);
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.filter((line) => String(line).trim() !== "").length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
}

function isUnder(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}.`);
}

export function isSection(value: string | null): value is Section {
  return sections.some((one) => one === value);
}

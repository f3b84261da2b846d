import type { i18n } from "i18next";
import { labelOfCheck } from "./check-names.ts";
import {
  type ConfigField,
  contentTypeFields,
  generalFields,
  translationFields,
  wordsOfField,
} from "./config-fields.ts";

/** A content type as its shop calls it. */
export interface NamedType {
  name: string;
  label: string;
}

/** What reads a field's name: words of a language, and the names of the shop's texts in it. */
export interface FieldReader {
  t: i18n["t"];
  types: readonly NamedType[];
}

const families = ["title", "string", "bullets"] as const;

/**
 * What the editor calls a field of the rules, by its address in the file: content_config.content_types.desc.task →
 * "Description: Task". What has no name there is called by its last word.
 */
export function fieldName(address: string, reader: FieldReader): string {
  const { t } = reader;
  const { type, label, field, rest } = find(address, reader);
  const own = label ?? besideFields(t, address) ?? lastOf(address);
  const named = type === null ? own : t("rules:place.of", { type, field: own });
  return field === null ? named : within(named, { kind: field.kind, rest }, reader);
}

function besideFields(t: i18n["t"], address: string): string | undefined {
  if (address === "label" || address === "name") return t("rules:name");
  return address === "description" ? t("rules:description") : undefined;
}

/** A value of a field in the words of the editor. @param address of the field */
export function fieldValue(address: string, value: string, reader: FieldReader): string {
  if (address.startsWith("client.content_type_family_map.")) {
    const family = families.find((one) => one === value);
    return family ? reader.t(`rules:types.kind.${family}`) : value;
  }
  if (find(address, reader).field?.kind !== "types") return value;
  return value.replace(/[^\n]+/g, (name) => labelOfType(name, reader.types));
}

interface Found {
  /** the content type that it is of */
  type: string | null;
  label: string | null;
  field: Pick<ConfigField, "kind"> | null;
  /** of the address behind the field's own */
  rest: string[];
}

function find(address: string, { t, types }: FieldReader): Found {
  const path = address.replace(/^content_config\./, "").split(".");
  const [first = "", type = ""] = path;
  if (first === "client" && type === "content_type_family_map") {
    const label = t("rules:types.kindOfText");
    return { type: labelOfType(path[2] ?? "", types), label, field: { kind: "text" }, rest: [] };
  }
  const ofType = first === "content_types" && type !== "";
  const ofLanguage = first === "translations" && type !== "";
  const fields = ofType ? contentTypeFields(type) : ofLanguage ? translationFields(type) : generalFields;
  const field = fields.find((one) => one.path.every((part, at) => path[at] === part)) ?? null;
  return {
    type: ofType ? labelOfType(type, types) : ofLanguage ? type : null,
    label: field && wordsOfField(t, field).label,
    field,
    rest: field ? path.slice(field.path.length) : [],
  };
}

/** Where in a list or map: "line 3", a key as the merchant wrote it, a check by its name. */
function within(
  field: string,
  { kind, rest: [key, line] }: { kind: ConfigField["kind"]; rest: string[] },
  { t, types }: FieldReader,
): string {
  const isIn = (what: string, place: string) => t("rules:place.in", { field: what, place });
  const lineOf = (index: string) => t("rules:place.line", { number: Number(index) + 1 });
  if (key === undefined) return field;
  if (kind === "severities") return isIn(field, labelOfCheck(t, key));
  if (kind === "types") return isIn(field, labelOfType(key, types));
  const placed = isIn(field, /^\d+$/.test(key) && kind === "lines" ? lineOf(key) : key);
  return line !== undefined && /^\d+$/.test(line) ? isIn(placed, lineOf(line)) : placed;
}

/** Rules may name a content type that the shop does not have (yet): its name is read as words. */
export function labelOfType(name: string, types: readonly NamedType[]): string {
  const words = name.replace(/_+/g, " ").trim();
  return types.find((type) => type.name === name)?.label ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function lastOf(address: string): string {
  return address.split(".").at(-1) ?? address;
}

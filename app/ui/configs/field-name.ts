import { checkNames } from "./check-names.ts";
import { type ConfigField, contentTypeFields, fieldGroups } from "./config-fields.ts";

/** A content type as its shop calls it. */
export interface NamedType {
  name: string;
  label: string;
}

const generalFields = fieldGroups.flatMap(({ fields }) => fields);
const besides: Record<string, string> = { label: "Name", name: "Name", description: "Description" };
const families: Record<string, string> = { title: "One line", string: "Longer text", bullets: "Bullets" };

/**
 * What the editor calls a field of the rules, by its address in the file: content_config.content_types.desc.task →
 * "Description: Task". What has no name there is called by its last word.
 */
export function fieldName(address: string, types: readonly NamedType[]): string {
  const { prefix, field, rest } = find(address, types);
  if (!field) return besides[address] ?? `${prefix}${lastOf(address)}`;
  return `${prefix}${field.label}${within(field, rest, types)}`;
}

/** A value of a field in the words of the editor. @param address of the field */
export function fieldValue(address: string, value: string, types: readonly NamedType[]): string {
  if (address.startsWith("client.content_type_family_map.")) return families[value] ?? value;
  if (find(address, types).field?.kind !== "types") return value;
  return value.replace(/[^\n]+/g, (name) => labelOfType(name, types));
}

function find(address: string, types: readonly NamedType[]) {
  const path = address.replace(/^content_config\./, "").split(".");
  const [first = "", type = ""] = path;
  if (first === "client" && type === "content_type_family_map") {
    return { prefix: `${labelOfType(path[2] ?? "", types)}: `, field: kindOfText, rest: [] };
  }
  const ofType = first === "content_types" && type !== "";
  const fields = ofType ? contentTypeFields(type) : generalFields;
  const field = fields.find((one) => one.path.every((part, at) => path[at] === part));
  return {
    prefix: ofType ? `${labelOfType(type, types)}: ` : "",
    field,
    rest: field ? path.slice(field.path.length) : [],
  };
}

const kindOfText = { label: "Kind of text", kind: "text" } as const satisfies Partial<ConfigField>;

/** Where in a list or map: "line 3", a key as the merchant wrote it, a check by its name. */
function within({ kind }: Pick<ConfigField, "kind">, [key, line]: string[], types: readonly NamedType[]): string {
  if (key === undefined) return "";
  if (kind === "severities") return `, ${checkNames.find(({ code }) => code === key)?.label ?? key}`;
  if (kind === "types") return `, ${labelOfType(key, types)}`;
  const place = /^\d+$/.test(key) && kind === "lines" ? `line ${Number(key) + 1}` : key;
  return `, ${place}${line !== undefined && /^\d+$/.test(line) ? `, line ${Number(line) + 1}` : ""}`;
}

/** Rules may name a content type that the shop does not have (yet): its name is read as words. */
export function labelOfType(name: string, types: readonly NamedType[]): string {
  const words = name.replace(/_+/g, " ").trim();
  return types.find((type) => type.name === name)?.label ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function lastOf(address: string): string {
  return address.split(".").at(-1) ?? address;
}

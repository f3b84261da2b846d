import { isMap } from "./config-draft.ts";
import type { ConfigDetailView } from "./config-view.ts";
import { type FieldReader, fieldName, fieldValue } from "./field-name.ts";

/** All that is set in a config, in the words of its editor: "Description: Task" and its value. */
export function valuesOf(
  { name, description, config }: Pick<ConfigDetailView, "name" | "description" | "config">,
  reader: FieldReader,
): [string, string][] {
  const values: [string, string][] = [
    [reader.t("rules:name"), name],
    [reader.t("rules:description"), description],
  ];
  const walk = (value: unknown, path: string) => {
    if (isMap(value)) for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    else {
      const text = Array.isArray(value) ? value.map(String).join("\n") : String(value);
      values.push([fieldName(path, reader), fieldValue(path, text, reader).replaceAll("\n", "; ")]);
    }
  };
  walk(config, "content_config");
  return values;
}

import { gid, isoTime, type MetaobjectRecord } from "../records.ts";
import { slugify } from "../text.ts";
import { model } from "./context.ts";

export const metaobjectModel = model<MetaobjectRecord>({
  id: (m) => gid("Metaobject", m.id),
  type: (m) => m.type,
  handle: (m) => slugify(m.displayName, String(m.id)),
  displayName: (m) => m.displayName,
  fields: (m) => m.fields.map(fieldOf),
  updatedAt: (m) => isoTime(m.updatedAt),
});

function fieldOf({ key, value, type, validations = [] }: MetaobjectRecord["fields"][number]) {
  const fieldType = type.toLowerCase().replace(/^list_/, "list.");
  const rules = validations.map((rule) => ({ ...rule, type: rule.name.startsWith("m") ? "number_integer" : "json" }));
  return {
    key,
    value,
    type: fieldType,
    definition: { key, name: key, description: null, required: false, validations: rules },
  };
}

import { gid, isoTime, type MetaobjectRecord } from "../records.ts";
import { slugify } from "../text.ts";
import { model } from "./context.ts";

export const metaobjectModel = model<MetaobjectRecord>({
  id: (m) => gid("Metaobject", m.id),
  type: (m) => m.type,
  handle: (m) => m.handle ?? slugify(m.displayName, String(m.id)),
  displayName: (m) => m.displayName,
  definition: (m) => ({
    type: m.type,
    capabilities: {
      translatable: { enabled: m.translatable ?? true },
      publishable: { enabled: false },
      renderable: { enabled: false },
      onlineStore: { enabled: false },
    },
  }),
  fields: (m) => m.fields.map(fieldOf),
  field: (m, { key }) => fieldNamed(m, String(key)),
  updatedAt: (m) => isoTime(m.updatedAt),
});

/** Null where it was never filled in. */
function fieldNamed({ fields, references = {} }: MetaobjectRecord, key: string) {
  const reference = references[key];
  if (reference !== undefined) {
    const type = `${reference.startsWith("[") ? "list." : ""}product_taxonomy_value_reference`;
    return { key, value: reference, type };
  }
  const field = fields.find((one) => one.key === key);
  return field ? fieldOf(field) : null;
}

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

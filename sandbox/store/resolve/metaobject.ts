import { gid, isoTime, type MetaobjectRecord } from "../records.ts";
import { slugify } from "../text.ts";
import { model } from "./context.ts";

export const metaobjectModel = model<MetaobjectRecord>({
  id: (m) => gid("Metaobject", m.id),
  type: (m) => m.type,
  handle: (m) => slugify(m.displayName, String(m.id)),
  displayName: (m) => m.displayName,
  updatedAt: (m) => isoTime(m.updatedAt),
});

import { parseGid, type TranslationRecord } from "../records.ts";

/** The translations of one shop. A resource without any takes no room. */
export interface TranslationTable {
  of(resourceId: string): readonly TranslationRecord[];
  find(resourceId: string, row: RowKey): TranslationRecord | undefined;
  /** In place of the one with the same key, locale and market. */
  put(resourceId: string, record: TranslationRecord): void;
  /** @returns what was removed */
  remove(resourceId: string, matches: (record: TranslationRecord) => boolean): TranslationRecord[];
  removeEverywhere(matches: (record: TranslationRecord) => boolean): void;
  /** The resource of the given type that has this handle in a locale. */
  handleHolder(type: string, locale: string, handle: string): string | undefined;
}

export type RowKey = Pick<TranslationRecord, "key" | "locale" | "marketId">;

const none: readonly TranslationRecord[] = [];

export function createTranslationTable(): TranslationTable {
  const rows = new Map<string, TranslationRecord[]>();
  const handles = new Map<string, string>();
  const handleKey = (type: string | undefined, locale: string, handle: string) => `${type} ${locale} ${handle}`;
  const isSame = (a: RowKey, b: RowKey) => a.key === b.key && a.locale === b.locale && a.marketId === b.marketId;

  function forget(resourceId: string, { key, locale, value }: TranslationRecord): void {
    if (key !== "handle") return;
    const known = handleKey(parseGid(resourceId)?.type, locale, value);
    if (handles.get(known) === resourceId) handles.delete(known);
  }

  function remove(resourceId: string, matches: (record: TranslationRecord) => boolean): TranslationRecord[] {
    const all = rows.get(resourceId) ?? [];
    const removed = all.filter(matches);
    if (removed.length === 0) return removed;
    for (const record of removed) forget(resourceId, record);
    const left = all.filter((record) => !matches(record));
    if (left.length > 0) rows.set(resourceId, left);
    else rows.delete(resourceId);
    return removed;
  }

  return {
    of: (resourceId) => rows.get(resourceId) ?? none,
    find: (resourceId, row) => rows.get(resourceId)?.find((record) => isSame(record, row)),
    put(resourceId, record) {
      remove(resourceId, (other) => isSame(other, record));
      rows.set(resourceId, [...(rows.get(resourceId) ?? []), record]);
      if (record.key !== "handle") return;
      handles.set(handleKey(parseGid(resourceId)?.type, record.locale, record.value), resourceId);
    },
    remove,
    removeEverywhere(matches) {
      for (const resourceId of [...rows.keys()]) remove(resourceId, matches);
    },
    handleHolder: (type, locale, handle) => handles.get(handleKey(type, locale, handle)),
  };
}

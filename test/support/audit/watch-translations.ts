import type { TranslationTable } from "../../../sandbox/store/translate/translation-table.ts";

/** Where a shop keeps one translation. */
export interface TranslationPlace {
  /** a gid */
  resourceId: string;
  key: string;
  locale: string;
  /** a gid; null = for all markets */
  marketId: string | null;
}

/** Whoever made it: the app, or a person in the shop. */
export interface TranslationChange extends TranslationPlace {
  /** the value that stood there; null = none */
  before: string | null;
  after: string | null;
}

/** Keeps every change of a shop's translations from now on, in order. @returns the list, which grows */
export function watchTranslations(table: TranslationTable): readonly TranslationChange[] {
  const changes: TranslationChange[] = [];
  const { put, remove } = table;
  table.put = (resourceId, record) => {
    const { key, locale, marketId, value } = record;
    const before = table.find(resourceId, record)?.value ?? null;
    changes.push({ resourceId, key, locale, marketId, before, after: value });
    put(resourceId, record);
  };
  table.remove = (resourceId, matches) => {
    const removed = remove(resourceId, matches);
    for (const { key, locale, marketId, value } of removed)
      changes.push({ resourceId, key, locale, marketId, before: value, after: null });
    return removed;
  };
  return changes;
}

export function placeKey({ resourceId, key, locale, marketId }: TranslationPlace): string {
  return JSON.stringify([resourceId, key, locale, marketId]);
}

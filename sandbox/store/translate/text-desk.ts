import type { ShopState } from "../shop-state.ts";
import { problemOfRow } from "./check-translation.ts";
import { savedHandle } from "./handle-translation.ts";
import { translatableContent } from "./translatable-content.ts";

/** What a person does in the admin to texts and translations. No app is told of any of it. */
export interface TextDesk {
  /** Changes texts of a page, article, policy, menu … by their keys. @throws RangeError when there is no such text */
  changeText(domain: string, resourceId: string, change: Record<string, string>): void;
  /** Writes one translation; an empty value removes it. @returns what is wrong with it, if anything is */
  translate(domain: string, resourceId: string, row: HandRow): string | undefined;
}

export interface HandRow {
  key: string;
  locale: string;
  /** gid; null for everywhere */
  marketId: string | null;
  value: string;
}

export function createTextDesk(deps: { find(domain: string): ShopState }): TextDesk {
  return {
    changeText(domain, resourceId, change) {
      const record = deps.find(domain).texts.get(resourceId);
      if (!record) throw new RangeError(`There is no ${resourceId}.`);
      for (const [key, value] of Object.entries(change)) {
        const text = record.texts.find((one) => one.key === key);
        if (!text) throw new RangeError(`${resourceId} has no ${key}.`);
        text.value = value;
      }
    },
    translate(domain, resourceId, row) {
      const shop = deps.find(domain);
      const content = translatableContent(shop, resourceId);
      if (!content) return `There is no ${resourceId}.`;
      const { key, locale, marketId } = row;
      if (row.value === "") {
        shop.translations.remove(
          resourceId,
          (old) => old.key === key && old.locale === locale && old.marketId === marketId,
        );
        return undefined;
      }
      const digest = content.find((one) => one.key === key)?.digest ?? "";
      const problem = problemOfRow(shop, resourceId, content, { ...row, translatableContentDigest: digest });
      if (problem) return problem.message;
      const value = key === "handle" ? savedHandle(row.value) : row.value;
      shop.translations.put(resourceId, { key, locale, marketId, value, digest, updatedAt: shop.now() });
      return undefined;
    },
  };
}

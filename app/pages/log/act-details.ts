import type { i18n } from "i18next";
import type { ActDetails } from "../../db/schema/index.ts";
import type english from "../../i18n/en/log.ts";

type Names = keyof (typeof english)["detail"]["name"];
type Words = Pick<i18n, "t" | "exists">;

/** `{approved: 3, changed: {modelV1: [null, "m"]}}` → "texts approved: 3 · model for v1: none → m" */
export function detailsInWords(words: Words, details: ActDetails): string {
  const { t } = words;
  const line = (name: string, value: string) => t("log:detail.line", { name: wordsFor(words, name), value });
  const shown = (value: unknown): string =>
    value === null || value === ""
      ? t("log:detail.none")
      : typeof value === "object"
        ? JSON.stringify(value)
        : String(value);
  return Object.entries(details)
    .flatMap(([name, value]) => {
      if (name === "versions" || name === "version" || name === "before" || name === "after" || name === "only")
        return [];
      // One is what the line itself is about: an import, or the product that it names.
      if (name === "items" && value === 1) return [];
      if (name !== "changed" || typeof value !== "object" || value === null) return [line(name, shown(value))];
      return Object.entries(value).map(([field, change]) =>
        line(field, Array.isArray(change) ? `${shown(change[0])} → ${shown(change[1])}` : shown(change)),
      );
    })
    .join(" · ")
    .slice(0, 500);
}

/** A name without words of its own is taken apart: "dailyCostCap" → "daily cost cap". */
function wordsFor({ t, exists }: Words, name: string): string {
  if (/^\w+$/.test(name) && exists(`log:detail.name.${name}`)) return t(`log:detail.name.${name as Names}`);
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|_/g, " ").toLowerCase();
}

import type { TFunction } from "i18next";

const known = ["title", "description", "bullets", "seo_title", "seo_description", "alt_text"] as const;

/** A text as merchants read it; one that the shop added by the name that it gave. */
export function nameOfText(t: TFunction<"home">, text: string, label: string | null): string {
  const name = known.find((one) => one === text);
  return name ? t(`texts.${name}`) : (label ?? text);
}

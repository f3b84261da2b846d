import type { i18n } from "i18next";
import type english from "../i18n/en/texts.ts";

/** Rules that ship with the app, by their names in its program. */
export type PresetName = keyof typeof english.presets;

const names: Record<PresetName, true> = {
  ...{ general: true, apparel: true, beauty: true, electronics: true, food: true, home: true },
};

export const presetNames = Object.keys(names) as readonly PresetName[];

/** @param name as the program calls rules; null for a shop's own */
export function presetNamed(name: string | null | undefined): PresetName | null {
  return name != null && Object.hasOwn(names, name) ? (name as PresetName) : null;
}

/** What rules are called: a preset in the reader's language, a shop's own as the shop calls them. */
export function rulesLabel(t: i18n["t"], { preset, label }: { preset: PresetName | null; label: string }): string {
  return preset ? t(`texts:presets.${preset}`) : label;
}

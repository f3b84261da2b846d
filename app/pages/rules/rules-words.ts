import type { i18n } from "i18next";
import { presetById, presets } from "../../rules/configs/presets.ts";
import { type PresetName, presetNamed, rulesLabel } from "../../ui/preset-words.ts";

/** Which preset these rules are; null for a shop's own. */
export function presetOf(rulesId: string): PresetName | null {
  return presetNamed(presetById(rulesId)?.name);
}

const presetDescriptions: ReadonlySet<string | null> = new Set(presets.map(({ description }) => description));

/** Name and description of rules in the reader's language. A preset's description is not true of what was copied or imported of it. */
export function rulesWords<Rules extends { id: string; label: string; description: string | null }>(
  t: i18n["t"],
  { id, label, description }: Rules,
): { label: string; description: string | null } {
  const preset = presetOf(id);
  return preset === null
    ? { label, description: presetDescriptions.has(description) ? null : description }
    : { label: rulesLabel(t, { preset, label }), description: t(`rules:presets.${preset}.about`) };
}

/** Rules that are known by their name alone: those of a text that was written long ago. */
export function labelInWords(t: i18n["t"], label: string): string {
  const preset = presetNamed(presets.find((one) => one.label === label)?.name);
  return rulesLabel(t, { preset, label });
}

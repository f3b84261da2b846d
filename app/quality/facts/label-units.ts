import { readQuantities } from "../quantities/read-quantities.ts";
import type { Unit } from "../quantities/units.ts";

/** `Length (cm)`, `Länge [mm]`, `Length, cm`, `Length in cm`. */
const labelled = /(?:[([]\s*([^()[\]]{1,12}?)\s*[)\]]|,\s*(\S{1,8})|\s(?:in|en|i|w|v)\s(\S{1,12}))\s*$/u;

/** The unit that a label gives the bare numbers of its values; null when it names none. */
export function unitOfLabel(name: string): Unit | null {
  const found = labelled.exec(name);
  const spelling = found?.[1] ?? found?.[2] ?? found?.[3];
  if (spelling === undefined) return null;
  // "Size (12)" and "Length (W x H)" name no unit: the whole of it must be one.
  const [quantity, ...more] = readQuantities(`1 ${spelling}`);
  const unit = quantity?.units.find((one) => one !== null) ?? null;
  return more.length === 0 && quantity?.text.length === spelling.length + 2 ? unit : null;
}

/** What a letter of `W x D x H` means; German, French, Italian, Spanish, Dutch and Polish letters among them. */
const meanings: Readonly<Record<string, string>> = {
  W: "width",
  B: "width",
  l: "width",
  H: "height",
  D: "depth",
  T: "depth",
  P: "depth",
  G: "depth",
};
const order = /(?<![\p{L}\p{N}])([LlWwBbDdTtHhPpGg])((?:\s?[x×*/]\s?[LlWwBbDdTtHhPpGg]){1,2})(?![\p{L}\p{N}])/u;

/**
 * What each number of a value measures by the order that its label names: `Dimensions (W x D x H)` → width, depth, height.
 * Null where the label names no order, or one that can be read in two ways.
 */
export function rolesOfLabel(name: string): string[] | null {
  const found = order.exec(name);
  if (!found) return null;
  const letters: string[] = `${found[1]}${found[2]}`.match(/\p{L}/gu) ?? [];
  const upper = letters.map((letter) => letter.toUpperCase());
  const small = letters.includes("l") && letters.includes("L");
  const roles = letters.map((letter) => {
    if (letter.toUpperCase() !== "L") return meanings[letter.toUpperCase()] ?? null;
    if (small) return letter === "l" ? "width" : "length";
    // Largeur and larghezza before a profondeur, profondità; Länge, length beside a width.
    if (upper.includes("P")) return "width";
    return "length";
  });
  const known = roles.filter((role) => role !== null);
  return known.length === letters.length && new Set(known).size === known.length ? known : null;
}

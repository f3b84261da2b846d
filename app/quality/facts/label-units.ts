import type { Readers } from "./readers.ts";

/** `Length (cm)`, `Länge [mm]`, `Length, cm`, `Longueur en cm`. */
const labelled = /(?:[([]\s*([^()[\]]{1,12}?)\s*[)\]]|,\s*(\S{1,8})|\s(?:in|en|i|w|v|em|auf|på)\s(\S{1,12}))\s*$/u;
/** Numbers and what divides them, without a unit of their own. */
const bare = /^[\p{N}\s.,;/x×*–-]+$/u;

/**
 * A value with the unit that its label names: `Length (cm)`, `74` → `74 cm`. As it is where it has a unit of its own, and where
 * the label names none.
 * @param locale BCP-47 of the product's data
 */
export function withUnitOfLabel(
  value: string,
  name: string,
  { readers, locale }: { readers: Readers; locale: string },
): string {
  if (!bare.test(value)) return value;
  const found = labelled.exec(name);
  const spelling = found?.[1] ?? found?.[2] ?? found?.[3];
  if (spelling === undefined) return value;
  // "Size (12)" and "Dimensions (W x H)" name no unit: the whole of it must be one.
  const [unit, ...more] = readers.quantities(`1 ${spelling}`, { locale });
  const isUnit =
    unit?.kind === "quantity" &&
    more.length === 0 &&
    unit.quantity.units.some((one) => one !== null) &&
    unit.quantity.text.length === spelling.length + 2;
  return isUnit ? `${value} ${spelling}` : value;
}

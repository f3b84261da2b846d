/** What is measured; numbers are compared within one dimension only. */
export type Dimension =
  | "mass"
  | "length"
  | "area"
  | "volume"
  | "time"
  | "power"
  | "voltage"
  | "current"
  | "charge"
  | "energy"
  | "food_energy"
  | "frequency"
  | "data"
  | "temperature"
  | "percent"
  | "money"
  | "light"
  | "illuminance"
  | "sound"
  | "gain"
  | "pressure"
  | "rotation"
  | "speed"
  | "mass_rate"
  | "volume_rate"
  | "data_rate"
  | "resistance"
  | "capacitance"
  | "inductance"
  | "torque"
  | "concentration"
  | "grammage"
  | "image"
  | "image_density"
  | "density"
  | "force"
  | "angle"
  | "fineness"
  | "carat";

export interface Unit {
  dimension: Dimension;
  /** to the dimension's base */
  factor: number;
  offset?: number;
  /** across systems a rounded conversion counts as the same */
  system: "metric" | "imperial";
  /** of money: the ISO code, or the sign or word where it means several currencies, e.g. `$` */
  currency?: string;
}

/** The value in the dimension's base unit. */
export function inBase(value: number, unit: Unit): number {
  return (value + (unit.offset ?? 0)) * unit.factor;
}

export type { Dimension, Unit } from "../facts/units.ts";
export type { Quantity } from "../facts/read-quantities.ts";

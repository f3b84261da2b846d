import type { ScannedNumber } from "./scan-numbers.ts";
import type { Unit } from "./unit.ts";
import type { UnitAt } from "./unit-at.ts";

/** A number of a text with its unit, before it is linked with its neighbours. */
export interface FoundNumber {
  start: number;
  end: number;
  values: number[];
  to: number[] | undefined;
  step: number;
  spelled: boolean;
  units: (Unit | null)[];
  unitName: string;
  /** with its unit written right at it */
  hasUnit: boolean;
  code: string | undefined;
  times: number | undefined;
  chain: Chain | undefined;
  /** by a label such as `W` in `W60` */
  label: string | null;
  /** as written before it, "" for none */
  sign: string;
}

/** Sizes that belong together, as `30 × 40 cm`. */
export interface Chain {
  text: string;
  at: number;
  start: number;
  end: number;
  length: number;
}

/** A number with what is read right behind it. */
export function foundNumber(number: ScannedNumber, unit: UnitAt): FoundNumber {
  return {
    start: number.start,
    end: unit.end,
    values: number.values,
    to: undefined,
    step: number.step,
    spelled: number.spelled,
    units: unit.units,
    unitName: unit.name,
    hasUnit: true,
    code: undefined,
    times: undefined,
    chain: undefined,
    label: null,
    sign: "",
  };
}

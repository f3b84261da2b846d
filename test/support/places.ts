import { slotNamed } from "../../app/texts/slot.ts";
import { storeTarget } from "../../app/texts/target.ts";

/** The own target of the shops that tests open without saying another language. */
export const inEnglish = storeTarget("en");

/** Where a field of a write-back was written. @param name of the slot */
export function at(name: string) {
  return { slot: slotNamed(name), target: inEnglish };
}

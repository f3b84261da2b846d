import { modelFaultKinds } from "./model/model-state.ts";
import type { FaultRule } from "./shared/faults.ts";
import { storeFaultKinds } from "./store/state.ts";

export interface FaultsBySide {
  store: { rules: FaultRule[] };
  model: { rules: FaultRule[] };
}

/**
 * Turns the demo's `--faults` text into rules: `store:http_500=0.1,model:http_429=0.2`. The number is the share of calls,
 * from 0 to 1; without one every call is hit.
 * @throws RangeError that names the entry which is wrong and what may stand there
 */
export function parseFaultFlag(text: string): FaultsBySide {
  const faults: FaultsBySide = { store: { rules: [] }, model: { rules: [] } };
  for (const entry of text.split(",").flatMap((part) => part.trim() || [])) {
    const [, side, kind, share] = /^(\w+):(\w+)(?:=(.*))?$/.exec(entry) ?? [];
    if ((side !== "store" && side !== "model") || kind === undefined) {
      throw new RangeError(`--faults: "${entry}" is not like store:http_500=0.1 or model:refusal=0.2.`);
    }
    const known: readonly string[] = side === "store" ? storeFaultKinds : modelFaultKinds;
    if (!known.includes(kind)) {
      throw new RangeError(`--faults: the ${side} does not know "${kind}". Use one of: ${known.join(", ")}.`);
    }
    const rate = share === undefined ? 1 : Number(share);
    if (share === "" || !(rate >= 0 && rate <= 1)) {
      throw new RangeError(`--faults: "${share}" in "${entry}" has to be a share from 0 to 1.`);
    }
    faults[side].rules.push({ kind, rate });
  }
  return faults;
}

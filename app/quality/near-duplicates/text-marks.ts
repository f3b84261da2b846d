import { ofProduct, type Slot } from "../../texts/slot.ts";
import { sameTarget, storeTarget, type TargetColumns } from "../../texts/target.ts";
import { joined, mixed, type TextProfile } from "./text-profile.ts";

/** Keys that texts worth comparing have in common. */
export interface TextMarks {
  whole: number;
  /** null for texts that are only compared as a whole */
  bands: readonly number[] | null;
}

/** What must be the same for two texts to be compared. */
export interface MarkScope {
  shop: string;
  target: TargetColumns;
  slot: Slot;
}

/**
 * Six keys of four samples each: of texts that share 75 % of their runs of words, 90 % have a key in common; of those that
 * share 80 %, 96 %; of those that share 90 %, 99.8 %; of those that share 20 %, 1 % (1 − (1 − s⁴)⁶).
 */
export const bandCount = 6;
const bandSamples = 4;

/** MinHash: each sample is the least hash of all runs of words under an order of its own. */
const factors = Uint32Array.from({ length: bandCount * bandSamples }, (_, i) => mixed(0x9e37 + i * 2) | 1);
const offsets = Uint32Array.from({ length: bandCount * bandSamples }, (_, i) => mixed(0x5bd1 + i * 2 + 1));

/** @param near false: compared as a whole only */
export function marksOf(scope: MarkScope, profile: TextProfile, near: boolean): TextMarks {
  const scopeKey = scopeKeyOf(scope);
  const whole = joined(mixed(scopeKey ^ Math.floor(profile.whole / 0x1_0000_0000)), mixed(profile.whole ^ scopeKey));
  if (!near || profile.shingles.length === 0) return { whole, bands: null };
  const { shingles } = profile;
  const least = new Uint32Array(factors.length);
  for (let i = 0; i < factors.length; i++) {
    const factor = factors[i] ?? 1;
    const offset = offsets[i] ?? 0;
    let low = 0xffffffff;
    // By index: this loop is most of what marking costs.
    for (let at = 0; at < shingles.length; at++) {
      const hash = (Math.imul(shingles[at] ?? 0, factor) + offset) >>> 0;
      if (hash < low) low = hash;
    }
    least[i] = low;
  }
  const bands: number[] = [];
  for (let band = 0; band < bandCount; band++) {
    let high = scopeKey ^ band;
    let low = mixed(scopeKey + band);
    for (let i = band * bandSamples; i < (band + 1) * bandSamples; i++) {
      high = mixed(high ^ (least[i] ?? 0));
      low = mixed(Math.imul(low, 31) + (least[i] ?? 0));
    }
    bands.push(joined(high, low));
  }
  return { whole, bands };
}

/** A key for a name, e.g. of a variant group. */
export function nameKeyOf(name: string): number {
  let [high, low] = [0x811c9dc5, 0x9747b28c];
  for (let i = 0; i < name.length; i++) {
    high = Math.imul(high ^ name.charCodeAt(i), 0x01000193);
    low = Math.imul(low, 31) + name.charCodeAt(i);
  }
  return joined(mixed(high), mixed(low));
}

const scopeKeys = new Map<string, number>();
const maxScopeKeys = 1_000;

function scopeKeyOf(scope: MarkScope): number {
  const name = scopeName(scope);
  const kept = scopeKeys.get(name);
  if (kept !== undefined) return kept;
  if (scopeKeys.size >= maxScopeKeys) scopeKeys.clear();
  const key = nameKeyOf(name) >>> 0;
  scopeKeys.set(name, key);
  return key;
}

/** Keys are kept: what a scope was called once it is called for ever. Other resources are compared with those of their kind. */
function scopeName({ shop, target, slot }: MarkScope): string {
  const { locale, market, channel } = target;
  const name = `${shop}\n${locale}\n${slot.field}`;
  const isOwnPage = slot.resource === ofProduct && sameTarget(target, storeTarget(locale));
  return isOwnPage ? name : `${name}\n${market}\n${channel}\n${slot.resource.split("/")[0]}`;
}

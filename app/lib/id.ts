import { randomBytes } from "node:crypto";

/** Random bytes drawn ahead: one draw for hundreds of ids costs what one for a single id does. Each byte is used once. */
let drawn = Buffer.alloc(0);
const drawBytes = 4_096;

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * A text id that sorts by its time of birth: 9 characters of milliseconds, 13 random ones (65 bits), in Crockford's base 32.
 * The prefix tells what the id names, e.g. `job_01h…`.
 */
export function newId(prefix: string, now: number): string {
  let time = "";
  for (let rest = now, i = 0; i < 9; i++) {
    time = alphabet[rest % 32] + time;
    rest = Math.floor(rest / 32);
  }
  let random = "";
  for (const byte of takeRandom(13)) random += alphabet[byte & 31];
  return `${prefix}_${time}${random}`;
}

function takeRandom(count: number): Buffer {
  if (drawn.length < count) drawn = randomBytes(drawBytes);
  const taken = drawn.subarray(0, count);
  drawn = drawn.subarray(count);
  return taken;
}

/** When an id was made, in epoch ms; null for a text that is no id of {@link newId}. */
export function bornAt(id: string): number | null {
  const time = /_([0-9a-hjkmnp-tv-z]{9})[0-9a-hjkmnp-tv-z]{13}$/.exec(id)?.[1];
  return time === undefined ? null : [...time].reduce((sum, letter) => sum * 32 + alphabet.indexOf(letter), 0);
}

import { randomBytes } from "node:crypto";

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
  for (const byte of randomBytes(13)) random += alphabet[byte & 31];
  return `${prefix}_${time}${random}`;
}

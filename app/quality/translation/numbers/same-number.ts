import { type Dimension, inBase, type Unit } from "../../quantities/unit.ts";
import { beginsAsUnitOf } from "../../quantities/unit-names.ts";
import type { Meaning, SaidNumber } from "./said-number.ts";

const exactTolerance = 1e-9;

function unitsOf({ meanings }: SaidNumber): (Unit | null)[] {
  return meanings.flatMap((one) => (one.kind === "amount" ? [one.unit] : []));
}

/** Both are of one measure, or of none. */
export function sharesDimension(a: SaidNumber, b: SaidNumber): boolean {
  return unitsOf(a).some((one) => unitsOf(b).some((other) => one?.dimension === other?.dimension));
}

interface How {
  /** false: what stands behind a number may be a unit that is not known */
  unitsKnown: boolean;
}

/** Whether two numbers share a meaning. */
export function isSame(a: SaidNumber, b: SaidNumber, how: How): boolean {
  return a.meanings.some((one) => b.meanings.some((other) => isSameMeaning({ a, one, b, other }, how)));
}

interface Two {
  a: SaidNumber;
  one: Meaning;
  b: SaidNumber;
  other: Meaning;
}

function isSameMeaning({ a, one, b, other }: Two, { unitsKnown }: How): boolean {
  if (one.kind === "amount" && other.kind === "amount") {
    if (isSameMeasure(one, other)) return true;
    return (
      !unitsKnown &&
      isClose(one.value, other.value) &&
      (mayBeUnit(one.unit, b, other.unit) || mayBeUnit(other.unit, a, one.unit))
    );
  }
  if (one.kind === "code" && other.kind === "code")
    return one.key === other.key || (!unitsKnown && one.core === other.core);
  if (one.kind === "digits" && other.kind === "digits") return one.key === other.key && !(isAmount(a) && isAmount(b));
  if (one.kind === "date" && other.kind === "date")
    return one.year === other.year && one.month === other.month && one.day === other.day;
  if (one.kind === "clock" && other.kind === "clock") return one.minutes === other.minutes;
  if (one.kind === "weekday" && other.kind === "weekday") return one.day === other.day;
  if (unitsKnown) return false;
  return isSameName(one, b, other) || isSameName(other, a, one) || isSameHour(one, other) || isSameHour(other, one);
}

function isAmount({ meanings }: SaidNumber): boolean {
  return meanings[0]?.kind === "amount";
}

/** "2-in-1" and "3D" may become "2 in 1" and "3 D", and "Typ 2" a "type 2". */
function isSameName(code: Meaning, { before }: SaidNumber, other: Meaning): boolean {
  if (code.kind !== "code") return false;
  // "Wi-Fi 6與", "ブルートゥース5.3": its name stands before it, or is written in another script.
  const { name = "", number = "" } = /^(?<name>\D+)(?<number>\d.*)$/.exec(code.key)?.groups ?? {};
  if (other.kind === "amount" && name !== "" && String(other.value) === number) {
    const written = before.toLowerCase().replace(/[\s\u00a0-]+/g, "");
    if (written.endsWith(name) || /[^\p{Script=Latin}\P{L}][\s\u00a0-]?$/u.test(before)) return true;
  }
  const plain = code.core.replace(/^spf/, "");
  if (other.kind === "digits") return other.key === plain;
  return other.kind === "amount" && (String(other.value) === code.key || String(other.value) === plain);
}

/** "9 to 17:30" says nine o'clock by its number alone. */
function isSameHour(clock: Meaning, other: Meaning): boolean {
  if (clock.kind !== "clock" || other.kind !== "amount" || other.unit !== null) return false;
  // "18.30" in languages that write no colon.
  const minutes = Math.round(Math.floor(other.value) * 60 + (other.value % 1) * 100);
  return clock.minutes === minutes || clock.minutes === minutes + 12 * 60;
}

type Amount = Meaning & { kind: "amount" };

function isSameMeasure({ value: x, unit: one }: Amount, { value: y, unit: other }: Amount): boolean {
  if (one === null || other === null) return one === other && isClose(x, y);
  if (isOunce(one) && isOunce(other)) return isClose(x, y);
  if (one.dimension !== other.dimension || one.system !== other.system || !isSameMoney(one, other)) return false;
  return isClose(inBase(x, one), inBase(y, other));
}

/** Many languages call a fluid ounce an ounce. */
function isOunce({ system, factor, dimension }: Unit): boolean {
  return system === "imperial" && (dimension === "mass" || dimension === "volume") && factor > 28 && factor < 30;
}

/** Measures whose names are known in all languages that the tables hold. */
const wellKnown: ReadonlySet<Dimension> = new Set(["mass", "volume", "length", "area", "power", "voltage", "data"]);
const fewestLettersOfNoun = 5;

/** One of the two has no unit that is known, and a word behind it that may be one. */
function mayBeUnit(known: Unit | null, { isFollowed, ahead }: SaidNumber, unit: Unit | null): boolean {
  if (unit !== null) return false;
  if (known === null) return true;
  return isFollowed && !isOtherNoun(known, ahead);
}

/** "5 pieces" are no 5 kg: the word is long, and begins as no unit of that measure does. */
function isOtherNoun({ dimension }: Unit, ahead: readonly string[]): boolean {
  const [word = ""] = ahead;
  if (!wellKnown.has(dimension) || word.length < fewestLettersOfNoun) return false;
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]+$/u.test(word)) return false;
  return !ahead.some((one) => beginsAsUnitOf(one, dimension));
}

/** The same value with a unit on one side alone. */
export function differInUnitAlone(a: SaidNumber, b: SaidNumber): boolean {
  return a.meanings.some((one) =>
    b.meanings.some(
      (other) =>
        one.kind === "amount" &&
        other.kind === "amount" &&
        isClose(one.value, other.value) &&
        (one.unit === null) !== (other.unit === null),
    ),
  );
}

/** "$20" may be "20 USD", and is never "20 €". */
function isSameMoney(one: Unit, other: Unit): boolean {
  if (one.currency === undefined || other.currency === undefined || one.currency === other.currency) return true;
  const codes = new Set(one.currency.split(" "));
  return other.currency.split(" ").some((code) => codes.has(code));
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * exactTolerance;
}

/** A number and what it measures, as far as parts in words are added to it. */
interface Numbered {
  end: number;
  values: number[];
}

/** "and a half" behind a number or its unit: two and a half hours, dos horas y media, 2時間半. */
const half =
  / ?(?:and a half|½|ein ?halb|et demie?|y medi[oa]|e mezz[oa]|e mei[oa]|ën?half|en een half|och en halv\p{L}?|og en halv\p{L}?|i pół|a půl|a pol|in pol|i po(?:la)?|и по(?:ла)?|ja puoli|и половина|з половиною|și jumătate|és fél|buçuk|rưỡi|ونصف|וחצי|и половиной|с половиной|και μισ[ήό])(?!\p{L})|个?半(?=[小时天年月])|半(?![额額价價自径徑分日年月])| ?반(?=$|[\s.,!?]|의|이|동안)|ครึ่ง/uy;
/** "quarters of an hour" behind one, two or three. */
const quarters =
  / (?:quarters? of an?|cuartos? de|quarts? d[e'’]|quarti d['’i]|quartos? de|kwarty?|kvarts|vierde|viertel|czwarte|čtvrtě|четверти) ?(?=\p{L})/uy;

/** Whether a half is added to it, as to the litre of "a litre and a half". */
export function hasHalfAt(text: string, at: number): boolean {
  half.lastIndex = at;
  return half.test(text);
}

/** A number with the half or the quarters that words add to it; the number itself where none do. */
export function partsIn<T extends Numbered>(text: string, number: T): T {
  const next = text[number.end];
  if (next === undefined || number.values.length === 0 || !/[ ½eë个半ค]/u.test(next)) return number;
  half.lastIndex = number.end;
  const added = half.exec(text)?.[0];
  if (added !== undefined)
    return { ...number, end: number.end + added.length, values: number.values.map((value) => value + 0.5) };
  if (!number.values.every((value) => value > 0 && value < 4 && Number.isInteger(value))) return number;
  quarters.lastIndex = number.end;
  const counted = quarters.exec(text)?.[0];
  if (counted === undefined) return number;
  return { ...number, end: number.end + counted.length, values: number.values.map((value) => value / 4) };
}

/** Letters and digits that are read as one name. */
export interface Code {
  start: number;
  end: number;
  /** lower case, without spaces and hyphens */
  code: string;
}

const letters = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]/u;
const wordBefore =
  /(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}]|-(?=[\p{L}\p{N}])){0,24}[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]-?$/u;
const restOfWord =
  /(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}]|[-.:](?=[\p{Script=Latin}\p{N}])|\+){0,40}/uy;
/** Names that take a number after a space: `IP 67`, `USB 3.0`. Words in capitals of two to five letters do as well. */
const namesBefore =
  /(?<![\p{L}\p{N}])(?<name>(?!(?:X{0,4}[SL]|X{1,4}M|US|EU|UK|FR|IT|DE|EUR|JP|KR|CN|AU|[IVX]+)[ \u00a0-])(?:[A-Z][A-Z-]{0,4}[A-Z]|[MEGRAT]|Bluetooth|WiFi|Wi-Fi|Wifi|iPhone|iPad|iOS|Android|Windows|Xbox|PlayStation|Galaxy|Type|Typ|Gen|Version|Ver\.|Mk|Mark|Nr\.|No\.|Model|Modell|Serie|Series|Class|Klasse))[ \u00a0-]$/u;
const longestCode = 40;

/**
 * The code around a number without a unit: `MX500`, `4K`, `IP 67`, `1.2.3`, `16:9`; null when the number is only a number.
 * @param number its digits; `values` is empty for versions and dates
 */
export function codeAround(
  text: string,
  { start, end, values }: { start: number; end: number; values: readonly number[] },
): Code | null {
  const behind = text.slice(Math.max(0, start - 24), start);
  // "A 400-thread-count weave"
  const isArticle = /(?:^|[^\p{L}\p{N}])A $/u.test(behind) && /^-\p{L}/u.test(text.slice(end, end + 2));
  if (isArticle) return null;
  const isGlued = letters.test(behind.slice(-1)) || /[\p{L}]-$/u.test(behind);
  const before = isGlued ? (wordBefore.exec(behind)?.[0] ?? "") : (namesBefore.exec(behind)?.[0] ?? "");
  restOfWord.lastIndex = end;
  let rest = (restOfWord.exec(text)?.[0] ?? "").slice(0, longestCode);
  // "0-6" and "64-140cm" are ranges, "EN 71-3" is a code.
  if (before === "" && values.length > 0 && (!/[\p{L}:]/u.test(rest) || /^-/.test(rest))) rest = "";
  // "4K-HDMI" is 4K with HDMI.
  if (before === "") rest = rest.replace(/(?<=\p{L})-\p{L}.*$/u, "");
  const spaced = rest === "" ? (/^ (?:K|G|D)(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 4))?.[0] ?? "") : "";
  rest ||= spaced;
  const isVersion = values.length === 0;
  if (before === "" && rest === "" && !isVersion) return null;
  if (before === "" && /^[-–]/.test(rest) && /^[-–]\p{L}/u.test(rest)) return null;
  const from = start - before.length;
  return { start: from, end: end + rest.length, code: codeKey(text.slice(from, end + rest.length)) };
}

/** Codes are the same with and without spaces and hyphens, in any case; `BT` is Bluetooth. */
export function codeKey(code: string): string {
  return code
    .toLowerCase()
    .replace(/[\s\u00a0-]+/g, "")
    .replace(/^bluetooth/, "bt")
    .replace(/^lsf(?=\d)/, "spf");
}

// Scripts whose spelling needs the joiners ZWJ and ZWNJ.
const joinerScripts = [
  "Arabic",
  "Syriac",
  "Mongolian",
  "Nko",
  "Devanagari",
  "Bengali",
  "Gurmukhi",
  "Gujarati",
  "Oriya",
  "Tamil",
  "Telugu",
  "Kannada",
  "Malayalam",
  "Sinhala",
  "Khmer",
  "Myanmar",
  "Tibetan",
];
const joinerLetter = `[${joinerScripts.map((script) => `\\p{Script_Extensions=${script}}`).join("")}]`;
const misplacedJoiner = new RegExp(
  [
    // ZWNJ: after a letter of such a script
    `(?<!${joinerLetter})\\u200c`,
    // ZWJ: after such a letter, or between two pictures of an emoji
    `(?<!${joinerLetter}|\\p{Extended_Pictographic}|\\ufe0f|\\p{Emoji_Modifier})\\u200d`,
    `(?<=\\p{Extended_Pictographic}|\\ufe0f|\\p{Emoji_Modifier})\\u200d(?!\\p{Extended_Pictographic})`,
  ].join("|"),
  "gu",
);

// Everything that is not seen and is no part of a spelling: controls (tab and line feed stay for now), soft hyphen,
// zero-width space, joiners of words, fillers, bidi controls, interlinear marks, byte order marks, non-characters.
const invisible = new RegExp(
  "[\\p{Cc}\\p{Co}\\p{Cs}\\u00ad\\u115f\\u1160\\u180e\\u200b\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0" +
    "\\ufff0-\\uffff\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e001f}\\u{e0080}-\\u{e00ff}\\u{e01f0}-\\u{e0fff}]" +
    "|\\u034f|\\u17b4|\\u17b5|\\u180b|\\u180c|\\u180d|\\u180f",
  "gu",
);
const directionMark = /[\u200e\u200f\u061c]/g;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
// Tag characters spell hidden ASCII; they are real only in the flags of England, Scotland, Wales.
const tagRun = /(\u{1f3f4})?([\u{e0020}-\u{e007f}]+)/gu;
const flagTags = /^[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}$/u;
const selector = /((?!\p{Variation_Selector}).)?(\p{Variation_Selector}+)/gsu;
const mayBeSelected = /[\p{Emoji}\p{Script=Han}\p{Extended_Pictographic}]/u;
const stackedMarks = /(\p{M}{5})\p{M}+/gu;
const plainAscii = /^[\x20-\x7e\n]*$/;

/**
 * Removes what a reader cannot see and what could hide an instruction or disguise a word: control, bidi and tag
 * characters, zero-width signs. Joiners stay where a script or an emoji needs them, direction marks where text runs right
 * to left. The result is NFC; dashes, quotes and no-break spaces are left as they are.
 */
export function cleanUnicode(text: string): string {
  if (plainAscii.test(text)) return text;
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").normalize("NFC");
  const seen = lines
    // First, while nothing else is gone: halves on both sides of what is taken out would join to a character of their own.
    .replace(/\p{Cs}/gu, "")
    .replace(tagRun, (_all, flag: string | undefined, tags: string) =>
      flag && flagTags.test(tags) ? flag + tags : (flag ?? ""),
    )
    .replace(invisible, (char) => (char === "\n" || char === "\t" ? char : ""))
    .replace(selector, (_all, base: string | undefined, selectors: string) =>
      base !== undefined && mayBeSelected.test(base) ? base + [...selectors][0] : (base ?? ""),
    )
    .replace(misplacedJoiner, "")
    .replace(stackedMarks, "$1");
  return rightToLeft.test(seen) ? seen : seen.replace(directionMark, "");
}

interface Signs {
  simplified: ReadonlySet<string>;
  traditional: ReadonlySet<string>;
  japanese: ReadonlySet<string>;
}

let loaded: Signs | undefined;

/**
 * The signs that only one of the two ways of writing Chinese has: those of the standard character sets of the mainland (GB 2312)
 * and of Taiwan (Big5) that the other set is without. The sets are those of the runtime's decoders.
 * @see https://encoding.spec.whatwg.org/#indexes
 */
function signs(): Signs {
  if (loaded) return loaded;
  const mainland = signsOf("gb18030", [0xb0, 0xf7], [0xa1, 0xfe]);
  const taiwan = signsOf("big5", [0xa4, 0xf9], [0x40, 0xfe]);
  loaded = {
    simplified: new Set([...mainland].filter((sign) => !taiwan.has(sign))),
    traditional: new Set([...taiwan].filter((sign) => !mainland.has(sign))),
    japanese: signsOf("euc-jp", [0xb0, 0xf4], [0xa1, 0xfe]),
  };
  return loaded;
}

type Range = readonly [first: number, last: number];

function signsOf(encoding: string, [firstLead, lastLead]: Range, [first, last]: Range): Set<string> {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = first; trail <= last; trail++) {
      const sign = decoder.decode(new Uint8Array([lead, trail]));
      if (/^\p{Script=Han}$/u.test(sign)) found.add(sign);
    }
  }
  return found;
}

/** One may be a name in its own spelling. */
const fewestForeign = 3;

/**
 * Which way of writing Chinese a text has, where its locale wants the other.
 * @param locale BCP-47, e.g. `zh-TW` @param fewest so many signs of the other way tell @returns undefined: it is the wanted one, or too little tells
 */
export function foreignChinese(text: string, locale: string, fewest = fewestForeign): string | undefined {
  const { script } = new Intl.Locale(locale).maximize();
  if (script !== "Hans" && script !== "Hant") return undefined;
  const { simplified, traditional } = signs();
  let [simple, full] = [0, 0];
  for (const sign of text) {
    if (simplified.has(sign)) simple++;
    else if (traditional.has(sign)) full++;
  }
  const [own, foreign] = script === "Hans" ? [simple, full] : [full, simple];
  if (foreign < fewest || own * 3 > foreign) return undefined;
  return script === "Hans" ? "Traditional Chinese" : "Simplified Chinese";
}

/** Words and signs of Chinese that no Japanese is written with. */
const chineseAlone = /[，您們们這这嗎吗呢吧沒没哪她]/u;
const fewestHan = 8;
const longestWithoutKana = 24;

/** Whether a text of Chinese signs is Chinese where Japanese is wanted: Japanese of more than a name has kana. */
export function isChineseForJapanese(text: string): boolean {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return false;
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  const { japanese } = signs();
  const foreign = han.filter((sign) => sign !== "々" && !japanese.has(sign)).length;
  return foreign >= 2 || (han.length >= fewestHan && chineseAlone.test(text)) || han.length > longestWithoutKana;
}

/** A sentence that the law binds to its wording, with the small print that belongs to it. */
export interface Claim {
  /** to the letter, with the marker at its end when it has one */
  text: string;
  /** to the letter, with the marker at its beginning when it has one */
  disclaimer: string | null;
  /** the sign that ties the two, "" when there is none */
  marker: string;
}

const spelling =
  /^\s*['"‘’“”]?claim['"‘’“”]?\s*:\s*(?<claim>.+?)\s*[,|;]\s*['"‘’“”]?disclaimer['"‘’“”]?\s*:\s*(?<disclaimer>.*?)\s*$/isu;
const claimOnly = /^\s*['"‘’“”]claim['"‘’“”]\s*:\s*(?<claim>.+?)\s*$/isu;
const markerAtEnd = /(?<marker>[*†‡§¹²³⁴-⁹]{1,5})$/u;

/**
 * Reads one claim of a keyword group: plain words, `'Claim': X, 'Disclaimer': Y` or `'Claim': X* | 'Disclaimer': *Y`.
 * @returns null when there is no claim in it
 */
export function parseClaim(source: string): Claim | null {
  const both = spelling.exec(source);
  const text = oneLine(both?.groups?.claim ?? claimOnly.exec(source)?.groups?.claim ?? source);
  const disclaimer = oneLine(both?.groups?.disclaimer ?? "");
  if (text === "") return null;
  const marker = markerAtEnd.exec(text)?.groups?.marker ?? "";
  const tied = disclaimer !== "" && marker !== "" && disclaimer.startsWith(marker);
  return { text, disclaimer: disclaimer === "" ? null : disclaimer, marker: tied ? marker : "" };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** As much as one request carries with room to spare: bytes of a letter are up to three. */
const partChars = 500_000;

/**
 * A CSV file in parts that can each be read by itself: every part begins with the file's head, and no record is cut.
 * @returns one part for a small file, none for an empty one
 */
export function splitFile(csv: string, mostChars = partChars): string[] {
  const text = csv.replace(/^\ufeff/u, "");
  const ends = recordEnds(text);
  const [headEnd] = ends;
  if (headEnd === undefined) return text.trim() === "" ? [] : [text];
  const head = text.slice(0, headEnd);
  const parts: string[] = [];
  let from = headEnd;
  let last = headEnd;
  for (const end of [...ends.slice(1), text.length]) {
    if (end - from > mostChars - head.length && last > from) {
      parts.push(head + text.slice(from, last));
      from = last;
    }
    last = end;
  }
  if (text.slice(from).trim() !== "" || parts.length === 0) parts.push(head + text.slice(from));
  return parts;
}

/** Behind each line break that stands in no quoted cell; as in `lib/parse-csv.ts` a quote opens one at its beginning only. */
function recordEnds(text: string): number[] {
  const ends: number[] = [];
  let quoted = false;
  let isFresh = true;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') at++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"' && isFresh) quoted = true;
    else if (sign === "\n" || (sign === "\r" && text[at + 1] !== "\n")) {
      ends.push(at + 1);
      isFresh = true;
    } else if (sign === "," || sign === ";" || sign === "\t") isFresh = true;
    else if (sign.trim() !== "") isFresh = false;
  }
  return ends;
}

/** A file's text: UTF-8, or what Excel writes on Windows where it is none. */
export async function readFileText(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

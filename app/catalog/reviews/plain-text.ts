import { decodeFully } from "../../lib/html/decode-fully.ts";
import { textOfHtml } from "../../lib/html/text-of-html.ts";

const mail = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63})+/gu;

/** What a reader sees of a cell, without addresses of mail; cut between words where it is longer. */
export function plainText(cell: string, mostChars: number): string {
  const text = /<[a-z/!]/iu.test(cell) ? textOfHtml(cell) : decodeFully(cell);
  const lines = text
    .normalize("NFC")
    .replace(/\p{Cs}|[\u200b\u2060\ufeff\u00ad]|(?!\n)\p{Cc}/gu, (sign) => (sign === "\t" ? " " : ""))
    .replace(mail, "…")
    .split("\n")
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "");
  return cut(lines.join("\n"), mostChars);
}

function cut(text: string, mostChars: number): string {
  if (text.length <= mostChars) return text;
  const short = text.slice(0, mostChars).replace(/\p{Cs}$/u, "");
  const space = short.search(/\s\S*$/u);
  return `${space > mostChars / 2 ? short.slice(0, space) : short} …`;
}

import { isRecord, parseJson } from "../lib/json.ts";
import { documentsOf, textsIn } from "./sent-texts.ts";

/** So many words in a row that are also in a message of ours are a quotation of it. */
const quotedWords = 3;
/** The arguments beside the messages are ours in such a row only: servers name one or two of them when they refuse. */
const quotedArguments = 5;
const longestSent = 400_000;

/**
 * An error's words without what they quote of our own request: a product's text may be `image_url is not supported`, and an
 * error that quotes the product would be read as if it meant that. Known are the texts of the messages, word for word, in whatever
 * escaping; a short text as a whole; and the request itself.
 * @param body of the request, JSON
 * @returns `quoted` when words of a message were left out: the rest is then not all that the server wrote
 */
export function leaveOutQuotes(words: string, body: unknown): { words: string; quoted: boolean } {
  const told = unescaped(words);
  const found = [...told.matchAll(word)];
  const sent = found.length === 0 ? undefined : sentIn(body);
  if (!sent) return { words, quoted: false };
  const keys = found.map(([one]) => one.toLowerCase());
  const isOurs = keys.map(() => false);
  markRows(isOurs, keys, sent.ofMessages);
  for (const [at, match] of found.entries()) {
    const around = [told[match.index - 1] ?? "", told[match.index + match[0].length] ?? ""];
    if (sent.single.has(keys[at] ?? "") && around.every((sign) => marks.test(sign))) isOurs[at] = true;
  }
  const quoted = isOurs.includes(true);
  markRows(isOurs, keys, sent.ofArguments);
  let out = "";
  let from = 0;
  for (const [at, match] of found.entries()) {
    if (!isOurs[at]) continue;
    if (!isOurs[at - 1]) out += `${told.slice(from, match.index)}…`;
    from = match.index + match[0].length;
  }
  return { words: out + told.slice(from), quoted };
}

const word = /[\p{L}\p{M}\p{N}_]+/gu;
const marks = /["'`“”‘’«»]/;

/** How many words → the rows of so many. */
type Rows = Map<number, Set<string>>;

interface Sent {
  ofMessages: Rows;
  /** texts of one word, which count only between quotation marks */
  single: Set<string>;
  /** the model's name too */
  ofArguments: Rows;
}

function sentIn(body: unknown): Sent | undefined {
  const request = typeof body === "string" ? parseJson(body) : undefined;
  if (!isRecord(request)) return undefined;
  const { messages, model, ...rest } = request;
  const sent: Sent = { ofMessages: new Map(), single: new Set(), ofArguments: new Map() };
  let left = longestSent;
  for (const content of contentsOf(messages)) {
    left -= content.length;
    if (left < 0) break;
    addRows(sent.ofMessages, wordsOf(content), quotedWords);
    for (const text of documentsOf([content]).flatMap((document) => [...textsIn(document)])) {
      const words = wordsOf(text.slice(0, 200));
      if (words.length === 1) sent.single.add(words[0] ?? "");
      if (words.length === 2) addRows(sent.ofMessages, words, 2);
    }
  }
  const name = wordsOf(String(model));
  if (name.length > 0) addRows(sent.ofArguments, name, name.length);
  addRows(sent.ofArguments, wordsOf(JSON.stringify(rest)), quotedArguments);
  return sent;
}

function markRows(marked: boolean[], keys: readonly string[], rows: Rows): void {
  for (const [length, own] of rows) {
    for (let at = 0; at + length <= keys.length; at++) {
      if (own.has(keys.slice(at, at + length).join(" "))) marked.fill(true, at, at + length);
    }
  }
}

/** The texts of all messages; pictures are no words. */
function contentsOf(messages: unknown): string[] {
  const parts = Array.isArray(messages) ? messages.flatMap((one: unknown) => (isRecord(one) ? one.content : [])) : [];
  return parts.flatMap((part: unknown) => {
    if (typeof part === "string") return part;
    return isRecord(part) && typeof part.text === "string" ? part.text : [];
  });
}

function addRows(rows: Rows, words: readonly string[], length: number): void {
  const own = rows.get(length) ?? new Set();
  rows.set(length, own);
  for (let at = 0; at + length <= words.length; at++) own.add(words.slice(at, at + length).join(" "));
}

function wordsOf(text: string): string[] {
  return (
    unescaped(text)
      .match(word)
      ?.map((word) => word.toLowerCase()) ?? []
  );
}

/** JSON within JSON, Python's and HTML's way of quoting: the words are the same in all of them. Addresses are no words. */
function unescaped(text: string): string {
  return text
    .replace(
      /(?:data:[\w/+.-]+;base64,|(https?:\/\/))[^\s"'`<>)\\]+/g,
      (_all, scheme?: string) => `${scheme ?? "data:"}…`,
    )
    .replace(/\\+u([0-9a-f]{4})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\+x([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\+[nrtbf"'`\\/]/g, (escaped) => (/["'`]$/.test(escaped) ? escaped.slice(-1) : " "))
    .replace(/&(?:quot|apos|amp|lt|gt|#\d{1,5});/g, " ");
}

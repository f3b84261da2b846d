import { diffArrays, diffWordsWithSpace } from "diff";
import { textOfHtml } from "../lib/html/text-of-html.ts";
import { type ContentTypeView, lengthChars, type TextBody } from "./text-body.ts";

export interface DiffPart {
  kind: "same" | "added" | "removed";
  value: string;
}

/** Two texts that share less than this many edits apart are compared; others are shown as one whole replacing the other. */
const maxEditLength = 2_000;

/** Scripts that put no space between words: there a run between two spaces would be a whole sentence. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What changed from one text to the other, by words; joined without the removed parts it is `after`, without the added ones `before`. */
export function diffWords(before: string, after: string): DiffPart[] {
  const changes =
    unspaced.test(before) || unspaced.test(after)
      ? diffArrays(segments(before), segments(after), { maxEditLength })?.map((change) => ({
          ...change,
          value: change.value.join(""),
        }))
      : diffWordsWithSpace(before, after, { maxEditLength });
  if (!changes) return whole(before, after);
  return gathered(
    changes.map(({ added, removed, value }) => ({ kind: added ? "added" : removed ? "removed" : "same", value })),
  );
}

/**
 * Joins changes with nothing but a space, a mark or one short word between them: a sentence that was written anew reads as
 * one replacing the other, not as a change at each word.
 */
function gathered(parts: DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    if (removed !== "") result.push({ kind: "removed", value: removed });
    if (added !== "") result.push({ kind: "added", value: added });
    removed = "";
    added = "";
  };
  for (const [index, { kind, value }] of parts.entries()) {
    if (kind === "removed") removed += value;
    else if (kind === "added") added += value;
    else if (removed + added !== "" && index < parts.length - 1 && isBridge(value)) {
      removed += value;
      added += value;
    } else {
      flush();
      result.push({ kind, value });
    }
  }
  flush();
  return result;
}

/** Too little to hold on to between two changes. A line break is kept: it is where a reader looks for the next thing. */
function isBridge(text: string): boolean {
  if (text.includes("\n")) return false;
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.length === 0 || (words.length === 1 && lengthChars(words[0] ?? "") <= 3);
}

/** How two versions of a content type compare: HTML by its words, bullets line by line. */
export function diffBodies(
  type: Pick<ContentTypeView, "kind">,
  before: TextBody | null,
  after: TextBody | null,
): DiffPart[] {
  return diffWords(comparable(type, before), comparable(type, after));
}

export function comparable(type: Pick<ContentTypeView, "kind">, body: TextBody | null): string {
  if (body === null) return "";
  if (Array.isArray(body)) return body.map((line) => `• ${line}`).join("\n");
  return type.kind === "html" ? textOfHtml(body, { bullet: "• " }) : body;
}

/** The diff in one sentence, for people who do not see the colours. */
export function describeDiff(parts: DiffPart[], markupDiffers = false): string {
  const added = countWords(parts, "added");
  const removed = countWords(parts, "removed");
  if (added === 0 && removed === 0) {
    return parts.some((part) => part.kind !== "same")
      ? "Only spaces or line breaks differ."
      : markupDiffers
        ? "The words are the same; formatting, images or links differ."
        : "The texts are the same.";
  }
  return `${words(added)} added, ${words(removed)} removed.`;
}

function countWords(parts: DiffPart[], kind: DiffPart["kind"]): number {
  let count = 0;
  for (const part of parts) {
    if (part.kind !== kind) continue;
    const pieces = unspaced.test(part.value) ? segments(part.value) : part.value.split(/\s+/);
    count += pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
  }
  return count;
}

function words(count: number): string {
  return `${count} ${count === 1 ? "word" : "words"}`;
}

function segments(text: string): string[] {
  return Array.from(new Intl.Segmenter(undefined, { granularity: "word" }).segment(text), (part) => part.segment);
}

function whole(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = [
    { kind: "removed", value: before },
    { kind: "added", value: after },
  ];
  return parts.filter((part) => part.value !== "");
}

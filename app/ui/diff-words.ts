import { diffArrays, diffWordsWithSpace } from "diff";
import type { TFunction } from "i18next";
import { textOfHtml } from "../lib/html/text-of-html.ts";
import { type ContentTypeView, lengthChars, type TextBody } from "./text-body.ts";

export interface DiffPart {
  kind: "same" | "added" | "removed";
  value: string;
}

/**
 * Texts that are at most so many edits apart are compared; others are shown as one whole replacing the other. What comparing
 * costs grows with the square of it, and pages are rendered on the server too: some 50 ms.
 */
const maxEditLength = 1_000;
/** Of both texts together. Of longer ones only what lies between their common beginning and end is compared. */
const maxComparedChars = 60_000;

/** Scripts that put no space between words: there a run between two spaces would be a whole sentence. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What changed from one text to the other, by words, in bounded time; joined without the removed parts it is `after`, without the added ones `before`. */
export function diffWords(before: string, after: string): DiffPart[] {
  if (before.length + after.length <= maxComparedChars) return compared(before, after);
  const start = commonStart(before, after);
  const end = commonEnd(before.slice(start), after.slice(start));
  const [removed, added] = [before, after].map((text) => text.slice(start, text.length - end));
  const small = (removed ?? "").length + (added ?? "").length <= maxComparedChars;
  const middle = (small ? compared : whole)(removed ?? "", added ?? "");
  const same = (value: string): DiffPart[] => (value === "" ? [] : [{ kind: "same", value }]);
  return [...same(before.slice(0, start)), ...middle, ...same(before.slice(before.length - end))];
}

/** Up to the end of a word. */
function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  if (at === a.length && at === b.length) return at;
  while (at > 0 && !isSpace(a.charCodeAt(at - 1))) at--;
  return at;
}

function commonEnd(a: string, b: string): number {
  let count = 0;
  const most = Math.min(a.length, b.length);
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++;
  while (count > 0 && !isSpace(a.charCodeAt(a.length - count))) count--;
  return count;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9;
}

function compared(before: string, after: string): DiffPart[] {
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
export function describeDiff(t: TFunction<"texts">, parts: DiffPart[], markupDiffers = false): string {
  const added = countWords(parts, "added");
  const removed = countWords(parts, "removed");
  if (added === 0 && removed === 0) {
    return t(parts.some((part) => part.kind !== "same") ? "diff.spaces" : markupDiffers ? "diff.markup" : "diff.same");
  }
  return t("diff.words", {
    added: t("diff.count", { count: added }),
    removed: t("diff.count", { count: removed }),
  });
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

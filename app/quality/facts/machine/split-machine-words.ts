import { sentencesOfLine } from "../description-sentences.ts";
import type { Unusable } from "../fact.ts";
import { gapless, undisguised } from "./disguises.ts";
import { beginsAsOrder, isOrder, levelled, makesNothingOfBefore } from "./speaks-to-machine.ts";

/** Words of one field, told apart. */
export interface SplitWords {
  /** what is left: lines that speak to people, as written */
  kept: string;
  /** what is evidence for nothing, in reading order, with the reason */
  taken: { words: string; unusable: Unusable }[];
}

/** Signs that nobody sees; joiners are left to the scripts and emoji that need them, tags to the flags that end with one. */
const unseen =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{1bca0}-\u{1bca3}]|\p{Variation_Selector}{2,}|[\u{e0100}-\u{e01ef}]+|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]+/gu;
const tagSign = /[\u{e0020}-\u{e007e}]/u;

/**
 * Splits words of a product's data into those that speak to people and those that speak to a machine. An order takes the rest
 * of its line with it, the next line where it ends with a colon, and all that follows where it says to disregard what was before; what is before it on its line, and other lines, are kept.
 */
export function splitMachineWords(text: string): SplitWords {
  if (text.length < shortest) return { kept: text, taken: [] };
  if (isNameOfOrder(text)) return { kept: "", taken: [{ words: text, unusable: "addressed_to_machine" }] };
  const taken: SplitWords["taken"] = [];
  const visible = withoutUnseen(text, taken);
  if (!mayTalk.test(visible)) return { kept: visible, taken };
  const lines = visible.split("\n");
  const kept: string[] = [];
  let goesOn = false;
  let found = false;
  let restIsTaken = false;
  for (const line of lines) {
    const split: SplitLine | null = goesOn
      ? { before: "", from: line, unusable: "addressed_to_machine" as const }
      : splitLine(line, found);
    goesOn = false;
    if (!split) {
      kept.push(line);
      continue;
    }
    if (split.from.trim() !== "") taken.push({ words: split.from.trim(), unusable: split.unusable });
    found = true;
    if (split.before.trim() !== "") kept.push(split.before.trim());
    restIsTaken ||= makesNothingOfBefore(levelled(split.from));
    goesOn = restIsTaken || /[:：]\s*$/u.test(split.from) || split.from.trim() === "";
  }
  // An order further down tells what the openings of earlier lines are.
  const rest = found ? kept.filter((line) => !isBesideOrders(line, taken)) : kept;
  return { kept: rest.join("\n"), taken };
}

/** Shorter words tell a machine nothing. */
const shortest = 6;
/** "always_mention_vegan", as fields and tags may be named. */
function isNameOfOrder(text: string): boolean {
  return (
    text.length < longestName &&
    /^[\p{L}\p{N}.]+(?:[_-]+[\p{L}\p{N}.]+)+$/u.test(text) &&
    isOrder(levelled(text.replace(/[_.-]+/g, " ")))
  );
}
const longestName = 120;

/** Three words, or letters of a script without spaces, or a code. */
const mayTalk = /\S\s+\S+\s+\S|[\u3040-\u9fff\uac00-\ud7af]{3}|\S{20}|[<[{:]/u;

function isBesideOrders(line: string, taken: SplitWords["taken"]): boolean {
  if (!beginsAsOrder(levelled(line))) return false;
  taken.push({ words: line.trim(), unusable: "addressed_to_machine" });
  return true;
}

interface SplitLine {
  before: string;
  from: string;
  unusable: Unusable;
}

function splitLine(line: string, found: boolean): SplitLine | null {
  if (line.length < shortest) return null;
  const unusable = reasonOf(line);
  if (!unusable && !(found && beginsAsOrder(levelled(line)))) return null;
  const sentences = sentencesOfLine(line);
  let at = 0;
  for (const sentence of sentences) {
    const place = line.indexOf(sentence, at);
    const from = place < 0 ? at : place;
    if (sentences.length > 1 && (reasonOf(sentence) || (found && beginsAsOrder(levelled(sentence))))) {
      return { before: line.slice(0, from), from: line.slice(from), unusable: unusable ?? "addressed_to_machine" };
    }
    at = from + sentence.length;
  }
  return { before: "", from: line, unusable: unusable ?? "addressed_to_machine" };
}

/** What people and machines read in so many signs is enough to know whom they speak to; more is looked at in pieces. */
const piece = 4_000;
const mostPieces = 25;

function reasonOf(words: string): Unusable | null {
  if (words.length < shortest || !mayTalk.test(words)) return null;
  for (let from = 0, n = 0; from < words.length && n < mostPieces; from += piece, n++) {
    const reason = reasonOfPiece(words.slice(from, from + piece + 100));
    if (reason) return reason;
  }
  return null;
}

function reasonOfPiece(words: string): Unusable | null {
  if (isOrder(levelled(words))) return "addressed_to_machine";
  for (const undone of undisguised(words)) {
    if (undone.isCode) return "encoded";
    const plain = levelled(undone.words);
    if (isOrder(plain) || gapless.test(plain.replace(/[^a-zß-ɏ]/gu, ""))) return "addressed_to_machine";
    for (const twice of undisguised(undone.words)) {
      if (twice.isCode) return "encoded";
      if (isOrder(levelled(twice.words))) return "addressed_to_machine";
    }
  }
  return null;
}

function withoutUnseen(text: string, taken: SplitWords["taken"]): string {
  // Most words hold none of these signs.
  if (/^[\x20-\u00ac\u00ae-\u060f\u2010-\u2027\u3000-\u3163\u4e00-\u9fff\n\t]*$/.test(text)) return text;
  return text.replace(unseen, (signs) => {
    if (tagSign.test(signs)) {
      const words = [...signs].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xe0000)).join("");
      if (words.trim().length > 2) taken.push({ words: words.trim(), unusable: "hidden" });
    }
    return "";
  });
}

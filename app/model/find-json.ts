import { isRecord, parseJson } from "../lib/json.ts";
import type { Echoes } from "./find-echoes.ts";

/** A nested answer is no answer: our schemas are two levels deep, wrappings add a few. */
const deepest = 32;
/** Pieces in brackets that are no JSON: prose has a few, only a hostile answer thousands. */
const mostOthers = 100;

/** Where a model's thinking ends, as the templates of those that think aloud write it. */
const endsOfThinking =
  /<\/(?:think|thinking|thoughts?|reasoning|reflection|analysis|scratchpad)>|\[\/THINK\]|◁\/think▷|<\|channel\|>final<\|message\|>/gi;
const beginsThinking =
  /^\s*(?:<(?:think|thinking|thoughts?|reasoning|reflection|analysis|scratchpad)>|\[THINK\]|◁think▷)/i;

/** What the request demands of its answer. */
export interface AskedFor {
  /** of the answer's fields */
  keys: readonly string[];
  echoes: Echoes;
}

type Container = Record<string, unknown> | unknown[];

/**
 * The JSON that an answer holds, also behind thinking aloud, among words, in a Markdown fence, encoded twice, with raw line
 * breaks in its texts or commas at the end of its lists.
 * @param asked what the answer must be like; it decides between several objects
 * @returns undefined where there is none, more than one that differ, or one that does not end: a cut answer is never taken
 *   for whole. Takes time in proportion to the text, whatever it holds
 */
export function findJson(text: string, asked?: AskedFor): Container | undefined {
  const whole = parseJson(text.trim());
  if (isContainer(whole)) return shallow(text) ? whole : undefined;
  if (typeof whole === "string") return inText(whole, asked);
  return inText(afterThinking(text), asked);
}

/** The text after the thinking; nothing where the thinking never ends. */
function afterThinking(text: string): string {
  let end = 0;
  for (const match of text.matchAll(endsOfThinking)) end = match.index + match[0].length;
  return end === 0 && beginsThinking.test(text) ? "" : text.slice(end);
}

function inText(text: string, asked: AskedFor | undefined): Container | undefined {
  const found: Container[] = [];
  let others = 0;
  for (let at = nextStart(text, 0); at >= 0; ) {
    const end = endOf(text, at);
    if (end === undefined) return undefined;
    const piece = text.slice(at, end);
    const value = parseJson(piece) ?? parseJson(mended(piece));
    if (isContainer(value) && Object.keys(value).length > 0) found.push(value);
    else if (++others > mostOthers) return undefined;
    at = nextStart(text, end);
  }
  return oneOf(asked ? answersOf(found, asked) : found);
}

/** The next `{`, or a `[` that holds one: prose has brackets of its own. */
function nextStart(text: string, from: number): number {
  const start = /\{|\[\s{0,20}\{/g;
  start.lastIndex = from;
  return start.exec(text)?.index ?? -1;
}

/** One past the bracket that closes the one at `start`; undefined when none does, or when too many are open. */
function endOf(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (inString) {
      if (sign === "\\") at++;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === "{" || sign === "[") {
      if (++depth > deepest) return undefined;
    } else if ((sign === "}" || sign === "]") && --depth === 0) return at + 1;
  }
  return undefined;
}

function shallow(text: string): boolean {
  return endOf(text, text.search(/[{[]/)) !== undefined;
}

/**
 * Of several objects those that can be the answer: what repeats the request gives way to anything else, and where one alone
 * has just the wanted keys, it is that one, else the one that has them all.
 */
function answersOf(found: readonly Container[], { keys, echoes }: AskedFor): Container[] {
  const isFull = (one: Container) => keys.length > 0 && keys.every((key) => Object.hasOwn(one, key));
  const isExact = (one: Container) => isFull(one) && Object.keys(one).length === keys.length;
  const own = found.filter((one) => !isRecord(one) || !echoes.isWhole(one));
  // Texts that stay as they were look like an echo.
  if (own.length === 0) return found.filter(isExact);
  if (own.length === 1) return own;
  const fresh = own.filter((one) => !isRecord(one) || !echoes.isPart(one));
  const left = fresh.length > 0 ? fresh : own;
  for (const some of [left.filter(isExact), left.filter(isFull)]) {
    if (new Set(some.map((one) => JSON.stringify(one))).size === 1) return some.slice(0, 1);
  }
  return left;
}

/** Answers given twice are one; objects that share no key are parts of one; anything else is not clear. */
function oneOf(found: readonly Container[]): Container | undefined {
  const [first] = found;
  if (found.length <= 1) return first;
  if (new Set(found.map((one) => JSON.stringify(one))).size === 1) return first;
  if (found.some(Array.isArray)) return undefined;
  const entries = found.flatMap((one) => Object.entries(one));
  return new Set(entries.map(([key]) => key)).size === entries.length ? Object.fromEntries(entries) : undefined;
}

/** Raw line breaks and tabs inside texts are escaped; commas before a closing bracket go. */
function mended(piece: string): string {
  let out = "";
  let inString = false;
  let from = 0;
  for (let at = 0; at < piece.length; at++) {
    const sign = piece[at] ?? "";
    if (inString && sign === "\\") at++;
    else if (sign === '"') inString = !inString;
    else if (inString && sign < " ") {
      out += piece.slice(from, at) + JSON.stringify(sign).slice(1, -1);
      from = at + 1;
    } else if (!inString && sign === ",") {
      const next = nextVisible(piece, at + 1);
      if (piece[next] === "}" || piece[next] === "]") {
        out += piece.slice(from, at);
        from = next;
        at = next - 1;
      }
    }
  }
  return out + piece.slice(from);
}

function nextVisible(text: string, from: number): number {
  const visible = /\S/g;
  visible.lastIndex = from;
  return visible.exec(text)?.index ?? text.length;
}

function isContainer(value: unknown): value is Container {
  return value !== null && typeof value === "object";
}

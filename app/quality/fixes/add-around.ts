import type { TextBody } from "../../db/schema/index.ts";
import { escapeHtml } from "../../lib/html/over-text.ts";
import type { AttributeTable } from "../../rules/attribute-table.ts";
import type { ContentConfig } from "../../rules/content-config.ts";
import { typeConfigOf } from "../../rules/type-config-of.ts";
import { configNameOf } from "../../texts/slot.ts";
import { comparable, countChars, isEmptyBody } from "../../texts/text-body.ts";
import { isNoValue } from "../language/no-value.ts";
import { cleanUnicode } from "./clean-unicode.ts";
import { mapWords } from "./map-words.ts";

/** What a config's `additions` put before and after one text; lines of the addition as lines. */
export interface Frame {
  before: string;
  after: string;
}

const sign = "\\s*(?:[,;|/·•–—]|(?<=\\s)-(?=\\s))";
const beforeSign = new RegExp(`(?=${sign})(?<!\\s)`, "u");
const afterSign = new RegExp(`(?<=${sign}\\s*)(?!\\s)`, "u");
const maxFilledChars = 300;

/**
 * The additions of each of a content type's first parts, filled: `{{attr.brand}}` and `{{title}}` from the product, in the
 * words of the word map. A phrase goes when the values in it are empty or name nothing, with the sign that divides it. Named
 * `bullets_2` they hold for the second bullet, named `bullets` for each.
 */
export function framesByPart(
  contentType: string,
  parts: number,
  { config, table }: { config: ContentConfig; table: AttributeTable },
): Frame[][] {
  const additions = typeConfigOf(config, contentType)?.additions;
  if (!additions) return Array.from({ length: parts }, () => []);
  const own = configNameOf(contentType);
  const templates = templatesOf(additions, own);
  return Array.from({ length: parts }, (_, i) =>
    [own, `${own}_${i + 1}`].flatMap((name) => {
      const template = templates.get(name);
      if (!template) return [];
      const put = (part: string, side: Side) => mapped(filled(part, table, side), config.word_map);
      const { before, after } = template;
      return [{ before: before === null ? "" : put(before, "before"), after: put(after, "after") }];
    }),
  );
}

/** The parts before and after the text's own place; `before` is null without such a place: then all of it follows. */
interface Template {
  before: string | null;
  after: string;
}

type Additions = Readonly<Record<string, string | null | undefined>>;

const readTemplates = new WeakMap<Additions, Map<string, Map<string, Template>>>();

/** Name → template, read once a configuration. */
function templatesOf(additions: Additions, own: string): ReadonlyMap<string, Template> {
  const byType = readTemplates.get(additions) ?? new Map<string, Map<string, Template>>();
  readTemplates.set(additions, byType);
  const known = byType.get(own);
  if (known) return known;
  const fresh = new Map<string, Template>();
  for (const [name, template] of Object.entries(additions)) {
    if (!template || template.trim() === "") continue;
    const self = new RegExp(`\\{\\{\\s*(?:${escaped(name)}|${own})\\s*\\}\\}`, "u");
    const [before = "", ...rest] = template.split(self);
    fresh.set(name, rest.length === 0 ? { before: null, after: ` ${template}` } : { before, after: rest.join(" ") });
  }
  byType.set(own, fresh);
  return fresh;
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** Which side of the text a phrase is on; the separator between the two is at the phrase's end that faces the text. */
type Side = "before" | "after";

const slot = /\{\{\s*([\w .-]{1,60})\s*\}\}/gu;

function filled(template: string, table: AttributeTable, side: Side): string {
  const lines = template.split("\n");
  // The line that the text itself is on is made of phrases; another line is a sentence, which makes no sense with a gap.
  const own = side === "before" ? lines.length - 1 : 0;
  return lines
    .map((line, i) => {
      const phrases = i === own ? phrasesOf(line, side) : [line];
      return phrases.filter((phrase) => !isVoid(phrase, table)).join("");
    })
    .map((line) => line.replace(slot, (_all, name: string) => filling(name, table)))
    .join("\n");
}

/** Pieces between dividing signs, each with the sign that divides it from the text. */
function phrasesOf(line: string, side: Side): string[] {
  return line.split(side === "after" ? beforeSign : afterSign);
}

/** True when all values in a phrase are empty; a phrase without any is kept. */
function isVoid(phrase: string, table: AttributeTable): boolean {
  const names = [...phrase.matchAll(slot)].map(([, name = ""]) => name);
  return names.length > 0 && names.every((name) => filling(name, table) === "");
}

function filling(name: string, table: AttributeTable): string {
  for (const value of table.valuesOf(name.trim().replace(/^attr\./u, ""))) {
    const clean = cleanUnicode(value).replace(/\s+/g, " ").trim();
    if (!isNoValue(clean)) return clean.slice(0, maxFilledChars);
  }
  return "";
}

/** The word map applies to additions too; the spaces at their ends are kept. */
function mapped(frame: string, wordMap: ContentConfig["word_map"]): string {
  const [, lead = "", words = "", trail = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(frame) ?? [];
  const changed = mapWords(words, { wordMap, html: false, kept: [] });
  return changed === "" ? "" : lead + changed + trail;
}

/** Puts the frames around the parts of a body, unless they are there already. An empty text stays empty. */
export function addAround(
  body: TextBody,
  { html, smallPrint = [] }: AroundOptions,
  frames: readonly (readonly Frame[])[],
): TextBody {
  if (isEmptyBody(body)) return body;
  const around = (part: string, i: number) =>
    (frames[i] ?? []).reduce((text, frame) => framed(text, frame, { html, smallPrint }), part);
  return typeof body === "string" ? around(body, 0) : body.map(around);
}

export interface AroundOptions {
  html: boolean;
  /** paragraphs that nothing may be added to */
  smallPrint?: readonly string[];
}

function framed(text: string, frame: Frame, { html, smallPrint = [] }: AroundOptions): string {
  const seen = html ? text.replace(/<[^<>]*>/g, " ") : text;
  const before = begins(seen, frame.before) ? "" : frame.before;
  const after = ends(seen, frame.after) ? "" : frame.after;
  return html ? framedHtml(text, before, after, smallPrint) : oneLine(`${before}${text}${after}`);
}

function begins(text: string, words: string): boolean {
  const own = comparable(words);
  return own === "" ? text.trimStart().startsWith(words.trim()) : `${comparable(text)} `.startsWith(`${own} `);
}

function ends(text: string, words: string): boolean {
  const own = comparable(words);
  return own === "" ? text.trimEnd().endsWith(words.trim()) : ` ${comparable(text)}`.endsWith(` ${own}`);
}

const firstParagraph = /^(?:<p>)?(?:<(?:strong|em|b|i)>)*(?!<)/;
const lastParagraph = /(?:<\/(?:strong|em|b|i)>)*(?:<\/p>)?$/;
const block = /<\/(?!(?:p|a|strong|em|b|i|u|s|sub|sup|small|span)>)[a-z][a-z\d]*>$/;

/**
 * Lines of their own become paragraphs; what is on the text's own line goes into its first or last paragraph. Beside a
 * list, a table, a heading or small print it gets one of its own.
 */
function framedHtml(text: string, before: string, after: string, smallPrint: readonly string[]): string {
  const above = before.split("\n");
  const inFront = escapeHtml((above.pop() ?? "").replace(/\s+/g, " ").trimStart());
  const below = after.split("\n");
  const behind = escapeHtml((below.shift() ?? "").replace(/\s+/g, " ").trimEnd());
  const isApart = block.test(text) || smallPrint.some((words) => text.endsWith(`<p>${escapeHtml(words)}</p>`));
  const led =
    inFront.trim() === ""
      ? text
      : firstParagraph.test(text)
        ? text.replace(firstParagraph, (tags) => tags + inFront)
        : ownParagraph(inFront) + text;
  const closed =
    behind.trim() === ""
      ? led
      : isApart
        ? led + ownParagraph(behind)
        : led.replace(lastParagraph, (tags) => behind + tags);
  return `${paragraphs(above)}${closed}${paragraphs(below)}`;
}

/** Without the signs that divided it from the text; nothing when there were only such. */
function ownParagraph(escaped: string): string {
  const words = escaped.replace(/^[\s,;|/·•–—-]+|[\s,;|/·•–—-]+$/gu, "");
  return /[\p{L}\p{N}]/u.test(words) ? `<p>${words}</p>` : "";
}

function paragraphs(lines: readonly string[]): string {
  return lines
    .map((line) => oneLine(line))
    .filter((line) => line !== "")
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join("");
}

function oneLine(text: string): string {
  return text.replace(/[ \t\n]+/g, " ").trim();
}

/** Characters that the frames take of a limit. */
export function frameChars(frames: readonly Frame[]): number {
  return frames.reduce((sum, { before, after }) => sum + countChars(before) + countChars(after), 0);
}

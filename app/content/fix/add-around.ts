import { configNameOf } from "../../catalog/image-alts.ts";
import type { TextBody } from "../../db/schema/index.ts";
import type { AttributeTable } from "../attribute-table.ts";
import type { ContentConfig } from "../content-config.ts";
import { typeConfigOf } from "../content-types.ts";
import { comparable, countChars, isEmptyBody } from "../text-body.ts";
import { cleanUnicode } from "./clean-unicode.ts";
import { escapeHtml } from "./over-text.ts";

/** What a config's `additions` put before and after one text; lines of the addition as lines. */
export interface Frame {
  before: string;
  after: string;
}

const separators = "[\\s,;:|/·•–—-]*";
const maxFilledChars = 300;

/**
 * The additions of one part of a content type, filled: `{{attr.brand}}` and `{{title}}` from the product, an empty one goes
 * with the sign that divides it. Named `bullets_2` they hold for the second bullet, named `bullets` for each.
 */
export function framesOf(
  contentType: string,
  index: number,
  { config, table }: { config: ContentConfig; table: AttributeTable },
): Frame[] {
  const additions = typeConfigOf(config, contentType)?.additions ?? {};
  const own = configNameOf(contentType);
  return [own, `${own}_${index + 1}`].flatMap((name) => {
    const template = Object.hasOwn(additions, name) ? additions[name] : undefined;
    if (template === undefined || template === null || template.trim() === "") return [];
    const self = new RegExp(`\\{\\{\\s*(?:${name}|${own})\\s*\\}\\}`, "u");
    const [before, ...rest] = template.split(self);
    // Without a place for the text itself the addition follows it.
    if (rest.length === 0) return [{ before: "", after: ` ${filled(template, table, "before")}` }];
    return [{ before: filled(before ?? "", table, "after"), after: filled(rest.join(" "), table, "before") }];
  });
}

function filled(template: string, table: AttributeTable, dividedOn: "before" | "after"): string {
  const one = "\\{\\{\\s*([\\w .-]{1,60})\\s*\\}\\}";
  const empty = new RegExp(dividedOn === "before" ? `${separators}${one}` : `${one}${separators}`, "gu");
  return template
    .replace(empty, (all, name: string) => (filling(name, table) === "" ? "" : all))
    .replace(new RegExp(one, "gu"), (_all, name: string) => filling(name, table));
}

function filling(name: string, table: AttributeTable): string {
  const [value = ""] = table.valuesOf(name.trim().replace(/^attr\./u, ""));
  return cleanUnicode(value).replace(/\s+/g, " ").trim().slice(0, maxFilledChars);
}

/** Puts the frames around the parts of a body, unless they stand there already. An empty text stays empty. */
export function addAround(body: TextBody, html: boolean, framesFor: (index: number) => Frame[]): TextBody {
  if (isEmptyBody(body)) return body;
  const around = (part: string, i: number) => framesFor(i).reduce((text, frame) => framed(text, frame, html), part);
  return typeof body === "string" ? around(body, 0) : body.map(around);
}

function framed(text: string, frame: Frame, html: boolean): string {
  const seen = html ? text.replace(/<[^<>]*>/g, " ") : text;
  const before = begins(seen, frame.before) ? "" : frame.before;
  const after = ends(seen, frame.after) ? "" : frame.after;
  return html ? framedHtml(text, before, after) : oneLine(`${before}${text}${after}`);
}

function begins(text: string, words: string): boolean {
  const own = comparable(words);
  return own === "" ? text.trimStart().startsWith(words.trim()) : `${comparable(text)} `.startsWith(`${own} `);
}

function ends(text: string, words: string): boolean {
  const own = comparable(words);
  return own === "" ? text.trimEnd().endsWith(words.trim()) : ` ${comparable(text)}`.endsWith(` ${own}`);
}

/** Lines of their own become paragraphs; what stands on the text's own line goes into its first or last one. */
function framedHtml(text: string, before: string, after: string): string {
  const above = before.split("\n");
  const inFront = escapeHtml((above.pop() ?? "").replace(/\s+/g, " ").trimStart());
  const below = after.split("\n");
  const behind = escapeHtml((below.shift() ?? "").replace(/\s+/g, " ").trimEnd());
  const led =
    inFront.trim() === ""
      ? text
      : text.replace(/^((?:<(?:p|h[2-4]|ul|ol|li|strong|em|b|i)>)*)/, `$1${inFront.replaceAll("$", "$$$$")}`);
  const closed =
    behind.trim() === ""
      ? led
      : led.replace(/((?:<\/(?:p|h[2-4]|ul|ol|li|strong|em|b|i)>)*)$/, `${behind.replaceAll("$", "$$$$")}$1`);
  return `${paragraphs(above)}${closed}${paragraphs(below)}`;
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

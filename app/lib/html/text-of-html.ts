import { kindOf } from "./element-kinds.ts";
import { groundOf, isUnseen } from "./is-unseen.ts";
import { type HtmlNode, parseHtml } from "./parse-html.ts";
import { isTidyHtml } from "./tidy-html.ts";

export interface TextOptions {
  /** put in front of each list item's words */
  bullet?: string;
}

/**
 * What a reader sees of HTML: one line a block, a table's row on one line with its cells apart, entities decoded, white space
 * as browsers show it. Script, style, and what an iframe, a video or `<noscript>` holds for want of something better is no text.
 */
export function textOfHtml(html: string | readonly HtmlNode[], { bullet = "" }: TextOptions = {}): string {
  if (typeof html === "string" && bullet === "" && isTidyHtml(html)) return tidyText(html);
  const lines = new Lines();
  write(typeof html === "string" ? parseHtml(html) : html, lines, { bullet, pre: false });
  return lines.whole();
}

function write(
  nodes: readonly HtmlNode[],
  lines: Lines,
  look: { bullet: string; pre: boolean; ground?: string | undefined },
): void {
  let before: HtmlNode | undefined;
  for (const node of nodes) {
    if (typeof node === "string") {
      if (look.pre) lines.addLines(node);
      else lines.add(node);
    } else {
      const kind = isUnseen(node, look.ground) ? "hidden" : kindOf(node.tag);
      if (kind === "line") lines.end();
      else if (kind !== "inline") lines.space();
      if (kind !== "hidden") {
        if (node.tag === "li" && look.bullet) lines.lead(look.bullet);
        // Two boxes side by side are often a label and its value.
        if (node.tag === "span" && typeof before === "object" && before.tag === "span") lines.spaceWhereItTurns();
        const ground = groundOf(node) ?? look.ground;
        write(node.children, lines, { ...look, pre: look.pre || node.tag === "pre", ground });
      }
      if (kind === "line") lines.end();
      else if (kind === "apart") lines.space();
    }
    before = node;
  }
}

/**
 * The words of HTML that a style or an attribute hides from the readers of a page, one line an element; "" where there are none.
 */
export function hiddenTextOfHtml(html: string): string {
  if (!/<[^>]*\s(?:style|hidden|type)\b|<template\b/i.test(html)) return "";
  const lines: string[] = [];
  collectHidden(parseHtml(html), undefined, lines);
  return lines.join("\n");
}

function collectHidden(nodes: readonly HtmlNode[], ground: string | undefined, lines: string[]): void {
  for (const node of nodes) {
    if (typeof node === "string") continue;
    if (isUnseen(node, ground)) {
      const words = textOfHtml(node.children);
      if (words !== "") lines.push(words);
    } else if (kindOf(node.tag) !== "hidden") collectHidden(node.children, groundOf(node) ?? ground, lines);
  }
}

/** What needs no parser has its tags and its few entities in plain sight. */
function tidyText(html: string): string {
  return html
    .replace(/[ \t\n\f\r]+/g, " ")
    .replace(/<\/?(?:strong|em|b|i)>/g, "")
    .replace(/<[^<>]*>/g, "\n")
    .replace(/&(?:lt|gt|amp);/g, (entity) => (entity === "&lt;" ? "<" : entity === "&gt;" ? ">" : "&"))
    .split("\n")
    .map((line) => line.replace(/ {2,}/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** Words on their way to lines: white space is one space, none is at either end. */
class Lines {
  #lines: string[] = [];
  #line = "";
  #lead = "";
  #turn = false;

  add(text: string): void {
    let words = text.replace(/[ \t\n\f\r]+/g, " ");
    if (words === "") return;
    if (this.#turn) {
      this.#turn = false;
      if (/(?:\p{L}\p{N}|\p{N}\p{L}|\p{Ll}\p{Lu})$/u.test(lastOf(this.#line) + firstOf(words))) this.#line += " ";
    }
    if (words.startsWith(" ") && (this.#line === "" || this.#line.endsWith(" "))) words = words.slice(1);
    this.#line += words;
  }

  addLines(text: string): void {
    for (const [i, line] of text.split("\n").entries()) {
      if (i > 0) this.end();
      this.add(line);
    }
  }

  space(): void {
    if (this.#line !== "" && !this.#line.endsWith(" ")) this.#line += " ";
  }

  spaceWhereItTurns(): void {
    this.#turn = true;
  }

  lead(mark: string): void {
    this.#lead = mark;
  }

  end(): void {
    const line = this.#line.trim();
    this.#line = "";
    this.#turn = false;
    if (line === "") return;
    this.#lines.push(this.#lead + line);
    this.#lead = "";
  }

  whole(): string {
    this.end();
    return this.#lines.join("\n");
  }
}

function lastOf(text: string): string {
  return [...text.slice(-2)].at(-1) ?? "";
}

function firstOf(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? "" : String.fromCodePoint(code);
}

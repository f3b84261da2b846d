import type { Random } from "../shared/random.ts";
import { charsOf, type Desk, shorten } from "./sentence.ts";

/** What can be wrong with a text that is otherwise fine. */
export const flaws = ["too_long", "invented_number", "placeholder", "all_caps"] as const;
export type Flaw = (typeof flaws)[number];

/** The text with the mistake in it. `limitChars` is what the app asked for. */
export function spoil(text: string, flaw: Flaw, desk: Desk, limitChars: number | undefined): string {
  if (flaw === "too_long") return lengthen(text, desk, limitChars ?? charsOf(text));
  if (flaw === "invented_number") return addInvention(text, desk, limitChars);
  if (flaw === "placeholder") return addPlaceholder(text, desk.random, limitChars);
  const shouted = text.toUpperCase();
  return shouted === text ? addPlaceholder(text, desk.random, limitChars) : shouted;
}

function lengthen(text: string, { book, facts, random }: Desk, limitChars: number): string {
  const space = book.language === "ja" ? "" : " ";
  const target = limitChars + random.int(4, 40);
  const more = [...random.shuffle(book.bullets), facts.title, ...random.shuffle(book.uses[facts.vertical])];
  const isHtml = text.startsWith("<p>");
  let longer = text;
  for (let i = 0; charsOf(longer) < target; i = (i + 1) % more.length) {
    const piece = more[i] ?? book.mention;
    longer = isHtml ? `${longer}<p>${piece}</p>` : `${longer}${book.language === "ja" ? "、" : " – "}${piece}`;
  }
  // Not much longer than needed: real models miss a limit by a little.
  return isHtml || space === "" ? longer : keepOverLimit(longer, target, limitChars);
}

function keepOverLimit(text: string, target: number, limitChars: number): string {
  const cut = shorten(text, target);
  return charsOf(cut) > limitChars ? cut : text;
}

function addInvention(text: string, { book, facts, random }: Desk, limitChars: number | undefined): string {
  const invented = () => {
    for (;;) {
      const number = String(random.int(13, 997));
      if (!facts.source.includes(number)) return number;
    }
  };
  const sentence = book.invention.replace(/\{#\}/g, invented);
  if (text.startsWith("<p>")) return text.replace("</p>", ` ${sentence}</p>`);
  const short = ` (${invented()} g)`;
  const room = (limitChars ?? 10_000) - charsOf(text);
  if (room >= charsOf(sentence) + 1) return `${text}${book.language === "ja" ? "" : " "}${sentence}`;
  return room >= short.length
    ? `${text}${short}`
    : `${shorten(text, Math.max(1, (limitChars ?? 100) - short.length))}${short}`;
}

function addPlaceholder(text: string, random: Random, limitChars: number | undefined): string {
  const placeholder = random.pick(["[Brand]", "[Brand Name]", "{product_name}", "[insert material here]", "XXX"]);
  if (text.startsWith("<p>")) return text.replace("<p>", `<p>${placeholder} `);
  const room = (limitChars ?? 10_000) - charsOf(placeholder) - 1;
  return `${placeholder} ${shorten(text, Math.max(1, room))}`;
}

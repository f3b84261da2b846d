import type { Phrasebook } from "./phrasebook.ts";
import { charsOf, type Desk, fill, listIn, nameIn, nameInSentence, pick, shorten, slotsOf } from "./sentence.ts";

interface Draft {
  opening: string[];
  middle: string[];
  heading: string;
  list: { label: string; text: string }[];
  ending: string[];
}

const usualLimitChars = 2_000;
const fewestWords = 80;

/**
 * A description: two paragraphs, a list of facts, a closing paragraph; about 80 to 180 words. Parts are dropped from the end
 * until it fits `limitChars` (which counts the markup too, as most callers do).
 */
export function writeDescription(desk: Desk, wanted: { html: boolean; limitChars?: number | undefined }): string {
  const limitChars = wanted.limitChars ?? usualLimitChars;
  const draft = draftOf(desk);
  const render = wanted.html ? renderHtml : renderPlain;
  while (charsOf(render(draft, desk.book)) > limitChars && dropSomething(draft)) {
    // each turn drops one part
  }
  const text = render(draft, desk.book);
  return charsOf(text) <= limitChars ? text : shorten(draft.opening[0] ?? desk.facts.title, limitChars);
}

function draftOf(desk: Desk): Draft {
  const { book, facts, random } = desk;
  const slots = slotsOf(desk);
  const filled = (templates: readonly string[]) => random.shuffle(templates).flatMap((one) => fill(one, slots) ?? []);
  const uses = filled(book.uses[facts.vertical]);
  const closings = filled(book.closings);
  const option = facts.options.find(({ values }) => values.length > 1 && values.length <= 8);
  const optionSentence =
    option &&
    fill(pick(random, book.options) ?? "", {
      n: nameInSentence(book, option.name),
      o: listIn(book, option.values),
    });
  const quote = sentenceOfDescription(desk);
  const draft: Draft = {
    opening: [...filled(book.intros).slice(0, 1), ...uses.slice(0, 1)],
    middle: [...(quote === undefined ? [] : [quote]), ...uses.slice(1, 2)],
    heading: pick(random, book.headings) ?? "",
    list: factList(desk),
    ending: [...(optionSentence === undefined ? [] : [optionSentence]), ...closings.slice(0, 1)],
  };
  const spare = [...uses.slice(2), ...closings.slice(1)];
  while (spare.length > 0 && wordsOf(draft, book) < fewestWords) draft.middle.push(spare.shift() ?? "");
  return draft;
}

function factList({ book, facts, random }: Desk): Draft["list"] {
  const list = random
    .shuffle(facts.attributes)
    .slice(0, 6)
    .map(({ name, value }) => ({ label: nameIn(book, name), text: value }));
  if (facts.productType !== "") list.push({ label: book.labels.type, text: facts.productType });
  if (facts.brand !== "") list.push({ label: book.labels.brand, text: facts.brand });
  return list;
}

/** One harmless sentence of the live description, if that is in the language asked for: it is a fact too. */
function sentenceOfDescription({ book, facts, random }: Desk): string | undefined {
  if (!isIn(book, facts.description)) return undefined;
  const sentences = facts.description
    .split(/(?<=[.!?。])\s+|(?<=。)/u)
    .filter((sentence) => sentence.length >= 30 && sentence.length <= 200 && /[.!?。]$/u.test(sentence));
  return pick(random, sentences.slice(0, 4));
}

function isIn(book: Phrasebook, text: string): boolean {
  if (book.language === "ja") return /[\u3040-\u30ff]/u.test(text);
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length >= 8 && words.filter((word) => book.commonWords.includes(word)).length / words.length > 0.2;
}

function wordsOf(draft: Draft, book: Phrasebook): number {
  const text = [
    ...draft.opening,
    ...draft.middle,
    ...draft.ending,
    ...draft.list.map(({ label, text }) => `${label} ${text}`),
  ];
  return book.language === "ja" ? charsOf(text.join("")) / 2.5 : text.join(" ").split(/\s+/).length;
}

function dropSomething(draft: Draft): boolean {
  if (draft.middle.length > 0) return draft.middle.pop() !== undefined;
  if (draft.ending.length > 0) return draft.ending.pop() !== undefined;
  if (draft.list.length > 0) return draft.list.pop() !== undefined;
  if (draft.opening.length > 1) return draft.opening.pop() !== undefined;
  return false;
}

function renderHtml(draft: Draft, book: Phrasebook): string {
  const space = book.language === "ja" ? "" : " ";
  const paragraph = (sentences: string[]) =>
    sentences.length === 0 ? "" : `<p>${sentences.map(escapeHtml).join(space)}</p>`;
  const list =
    draft.list.length === 0
      ? ""
      : `<h3>${escapeHtml(draft.heading)}</h3><ul>${draft.list
          .map(
            ({ label, text }) =>
              `<li><strong>${escapeHtml(label)}${book.labels.colon.trimEnd()}</strong> ${escapeHtml(text)}</li>`,
          )
          .join("")}</ul>`;
  return `${paragraph(draft.opening)}${paragraph(draft.middle)}${list}${paragraph(draft.ending)}`;
}

function renderPlain(draft: Draft, book: Phrasebook): string {
  const space = book.language === "ja" ? "" : " ";
  const list = draft.list.map(({ label, text }) => `- ${label}${book.labels.colon}${text}`).join("\n");
  return [
    draft.opening.join(space),
    draft.middle.join(space),
    list === "" ? "" : `${draft.heading}\n${list}`,
    draft.ending.join(space),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

import type { Wanted } from "./ask.ts";
import { charsOf, type Desk, fill, listIn, nameIn, nameInSentence, pick, shorten, slotsOf } from "./sentence.ts";
import { escapeHtml } from "./write-description.ts";

/** `count` bullets without a full stop, first those that state a fact, each of at most `limitChars`. */
export function writeBullets(desk: Desk, count: number, limitChars: number): string[] {
  const { book, facts, random } = desk;
  const forms = random.shuffle(book.factBullets);
  const fromFacts = random.shuffle(facts.attributes).flatMap(({ name, value }, i) => {
    const slots = { n: nameIn(book, name), v: value };
    const long = fill(forms[i % forms.length] ?? "", slots) ?? "";
    return charsOf(long) <= limitChars ? [long] : [`${slots.n}${book.labels.colon}${value}`];
  });
  const fromOptions = facts.options
    .filter(({ values }) => values.length > 1 && values.length <= 8)
    .flatMap(({ name, values }) => {
      const slots = { n: nameInSentence(book, name), o: listIn(book, values) };
      return (fill(pick(random, book.options) ?? "", slots) ?? "").replace(/[.。]$/u, "");
    });
  const all = [...fromFacts.slice(0, Math.max(2, count - 2)), ...fromOptions.slice(0, 1)];
  for (const generic of random.shuffle(book.bullets)) all.push(generic);
  const fitting = all.filter((bullet) => charsOf(bullet) <= limitChars);
  const bullets = fitting.slice(0, count);
  for (let i = 0; bullets.length < count; i++) {
    const spare = all[i % Math.max(1, all.length)] ?? facts.title;
    const cut = shorten(spare, limitChars);
    bullets.push(bullets.includes(cut) ? shorten(`${facts.title} ${i + 1}`.replace(/\s\d+$/u, ""), limitChars) : cut);
  }
  return bullets;
}

/** A meta description: a sentence that names the product, then more as long as they fit. */
export function writeSeoDescription(desk: Desk, limitChars: number): string {
  const { book, random } = desk;
  const slots = slotsOf(desk);
  const [first, second, ...others] = book.seo;
  const space = book.language === "ja" ? "" : " ";
  const openings = random.shuffle([first ?? "", second ?? ""]);
  let text = "";
  for (const template of [...openings.slice(0, 1), ...random.shuffle(others), ...openings.slice(1)]) {
    if (text !== "" && template === openings[1]) break;
    const sentence = fill(template, slots);
    if (sentence === undefined) {
      if (text === "") text = fill(openings[1] ?? "", slots) ?? "";
      continue;
    }
    const longer = text === "" ? sentence : `${text}${space}${sentence}`;
    if (charsOf(longer) <= limitChars) text = longer;
  }
  return text === "" ? shorten(desk.facts.title, limitChars) : shorten(text, limitChars);
}

/** Steps of use: a list, or lines when no markup is wanted. */
export function writeSteps({ book }: Desk, wanted: Wanted): string {
  const steps = [...book.steps];
  const render = () =>
    wanted.html ? `<ul>${steps.map((step) => `<li>${escapeHtml(step)}</li>`).join("")}</ul>` : steps.join("\n");
  while (steps.length > 1 && wanted.limitChars !== undefined && charsOf(render()) > wanted.limitChars) steps.pop();
  return wanted.limitChars !== undefined && charsOf(render()) > wanted.limitChars
    ? shorten(steps[0] ?? "", wanted.limitChars)
    : render();
}

/** A text for a content type of which only the name and family are known: two or three sentences. */
export function writeParagraph(desk: Desk, limitChars: number): string {
  const { book, facts, random } = desk;
  const slots = slotsOf(desk);
  const sentences = [
    ...random
      .shuffle(book.intros)
      .flatMap((one) => fill(one, slots) ?? [])
      .slice(0, 1),
  ];
  sentences.push(...random.shuffle(book.uses[facts.vertical]).slice(0, 2));
  const space = book.language === "ja" ? "" : " ";
  while (sentences.length > 1 && charsOf(sentences.join(space)) > limitChars) sentences.pop();
  return shorten(sentences.join(space), limitChars);
}

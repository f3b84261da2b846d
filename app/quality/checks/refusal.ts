import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";
import { refusalWords, selfNames, wholeRefusals } from "../language/refusal-words.ts";
import { isOwn } from "../own-words.ts";

/** Where a sentence begins; the sentence must speak of a task as well. */
const openings = Object.values(refusalWords).map(({ opening, task }) => ({
  opening: new RegExp(opening, "iuy"),
  task: new RegExp(`(?<![\\p{L}\\p{N}])${task}`, "iu"),
}));
const selfName = new RegExp(selfNames.join("|"), "iuy");
/** A refusal is a short sentence; what follows is another. */
const longestSentence = 250;

/** REFUSAL: the text is a model's apology or refusal instead of content. */
export function checkRefusal(input: CheckInput): Finding[] {
  const { contentType, text } = input;
  for (const words of refusalsIn(text)) {
    if (isOwn(input, words)) continue;
    return [
      {
        code: "REFUSAL",
        description: `${contentType} reads like a refusal of the model: "${words.slice(0, 60)}"`,
        hint: "write about the product only",
        quote: words,
      },
    ];
  }
  return [];
}

function* refusalsIn(text: string): Generator<string> {
  for (const { start, end } of sentencesOf(text)) {
    const words = refusalAt(text, start, Math.min(end, start + longestSentence));
    if (words !== undefined) yield words;
  }
  for (const pattern of wholeRefusals) {
    const words = pattern.exec(text)?.[0];
    if (words !== undefined) yield words;
  }
}

/** From the opening to the end of the task. */
function refusalAt(text: string, start: number, end: number): string | undefined {
  selfName.lastIndex = start;
  const self = selfName.exec(text)?.[0];
  if (self !== undefined) return self;
  for (const { opening, task } of openings) {
    opening.lastIndex = start;
    const begins = opening.exec(text)?.[0];
    if (begins === undefined) continue;
    const found = task.exec(text.slice(start, end));
    if (found) return text.slice(start, start + found.index + found[0].length);
  }
  return undefined;
}

/** One pass, however many line feeds follow each other. */
function* sentencesOf(text: string): Generator<{ start: number; end: number }> {
  const next = /[\p{L}\p{N}]/gu;
  const stop = /[\n.!?。！]/gu;
  for (let from = 0; from < text.length; ) {
    next.lastIndex = from;
    const start = next.exec(text)?.index;
    if (start === undefined) return;
    stop.lastIndex = start;
    const end = stop.exec(text)?.index ?? text.length;
    yield { start, end };
    from = end + 1;
  }
}

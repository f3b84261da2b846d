import { furtherOrders } from "./further-orders.ts";
import { moreOrders } from "./more-orders.ts";
import { type Orders, orders } from "./orders.ts";
import { ordersAboutWriting } from "./orders-about-writing.ts";

/** Marks of prompt templates and of chats: no text for people has them. */
const marks =
  /<\|?(?:im_start|im_end|im_sep|endoftext|begin_of_text|eot_id|start_header_id|end_header_id|system|assistant|user|human)\|>|\[\/?inst\]|<<\/?sys>>|<\/?(?:system|system_prompt|instructions?|prompt|assistant|untrusted|start_of_turn|end_of_turn)>|<\|[a-z_]{3,24}\|>|\[(?:system|assistant|user|developer)\]|#{2,} ?(?:system|user|developer|instructions?|response|human|assistant|new task|prompt)\b|["']role["'] ?: ?["'](?:system|assistant|user|developer)["']|\b(?:prompt injection|jailbreak prompt)\s*:/u;

/** Letters that only some languages have. */
const scripts: Readonly<Record<string, RegExp>> = {
  ja: /[\u3040-\u30ff\u4e00-\u9fff]/u,
  zh: /[\u4e00-\u9fff]/u,
  ko: /[\uac00-\ud7af]/u,
  ru: /[\u0400-\u04ff]/u,
  uk: /[\u0400-\u04ff]/u,
  bg: /[\u0400-\u04ff]/u,
  el: /[\u0370-\u03ff]/u,
  ar: /[\u0600-\u06ff]/u,
  he: /[\u0590-\u05ff]/u,
  hi: /[\u0900-\u097f]/u,
  th: /[\u0e00-\u0e7f]/u,
};
/** Letters and digits in lower case, of the scripts that have spaces. Short classes compile much faster than those of Unicode. */
const letters = "a-z0-9\\u00df-\\u024f\\u0370-\\u052f";
const clauseStart =
  '(?<=^[^a-z\\u00df-\\u052f\\u3040-\\u9fff\\uac00-\\ud7af]{0,5}|[.:;!?。！？"“”„«»()\\[\\]–—-] ?["“„«]?)';
const opening = "^[^a-z\\u00df-\\u052f\\u3040-\\u9fff\\uac00-\\ud7af]{0,5}";
const wordStart = `(?<![${letters}])`;
const wordEnd = `(?:(?![${letters}]))`;

/** Scripts without spaces, or with words that are written onto the next one: no word's start can be asked for. */
const withoutStarts = new Set(["ja", "zh", "ko", "ar", "he", "hi", "th"]);

interface Compiled {
  script: RegExp | undefined;
  strong: RegExp;
  weak: RegExp | undefined;
  disregard: RegExp | undefined;
}

let compiled: Compiled[] | undefined;

function languages(): Compiled[] {
  if (compiled) return compiled;
  const aboutMachines: Readonly<Record<string, Orders>> = { ...orders, ...moreOrders, ...furtherOrders };
  const aboutWriting = ordersAboutWriting();
  compiled = [...new Set([...Object.keys(aboutMachines), ...Object.keys(aboutWriting)])].map((language) => {
    const { strong = [], weak } = aboutMachines[language] ?? {};
    const writing = aboutWriting[language];
    return {
      script: scripts[language],
      strong: patternOf(language, [...strong, ...(writing?.strong ?? [])]),
      weak: weak === undefined ? undefined : new RegExp(`${opening}(?:${expanded(weak)})`),
      disregard: writing && patternOf(language, writing.disregard),
    };
  });
  return compiled;
}

function patternOf(language: string, sources: readonly string[]): RegExp {
  const start = withoutStarts.has(language) ? "" : wordStart;
  const anywhere = sources.filter((source) => !source.startsWith("^")).map(expanded);
  const atClause = sources.filter((source) => source.startsWith("^")).map((source) => expanded(source.slice(1)));
  const openings = atClause.length > 0 ? [`${clauseStart}(?:${atClause.join("|")})`] : [];
  return new RegExp(`${start}(?:${[...anywhere, ...openings].join("|")})`);
}

/** Normalized as the words are, which takes some letters of Thai and Hindi apart. */
function expanded(source: string): string {
  return source
    .normalize("NFKC")
    .replaceAll("~", "(?:[^\\n]{0,60}?)")
    .replaceAll("_", wordEnd)
    .replaceAll("\\p{L}", `[${letters}]`);
}

/** Shorter words tell a machine nothing. */
const shortest = 5;

/** Words as the patterns want them. */
export function levelled(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/**
 * Whether words speak to a machine that writes texts, in the languages of {@link orders}.
 * @param words levelled
 */
export function isOrder(words: string): boolean {
  if (words.length < shortest) return false;
  return (
    marks.test(words) || languages().some(({ script, strong }) => (!script || script.test(words)) && strong.test(words))
  );
}

/** Whether words make nothing of all that was said before them, so that what follows is for a machine as well. @param words levelled */
export function makesNothingOfBefore(words: string): boolean {
  return languages().some(({ script, disregard }) => (!script || script.test(words)) && disregard?.test(words));
}

/** Whether a sentence begins as an order about texts does, which beside other such words it is. @param words levelled */
export function beginsAsOrder(words: string): boolean {
  return languages().some(({ script, weak }) => (!script || script.test(words)) && weak?.test(words));
}

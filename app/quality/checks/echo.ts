import type { ContentConfig } from "../../rules/content-config.ts";
import { systemPrompt } from "../../rules/system-prompt.ts";
import { traitsOf } from "../../texts/content-types.ts";
import { comparable } from "../../texts/text-body.ts";
import type { CheckInput } from "../check-input.ts";
import { machineWordsIn } from "../facts/machine/machine-words-in.ts";
import type { Finding } from "../finding.ts";
import { partsThatInstruct } from "../instructing-parts.ts";
import { chatterOpenings, easternChatter, ownHeading } from "../language/chatter.ts";
import { isOwn } from "../own-words.ts";
import { skeleton } from "../phrases/skeleton.ts";
import { wordsThatHold } from "../phrases/words-that-hold.ts";

/** So many words in a row that are also in the instructions are no coincidence. */
const windowWords = 7;

/** Words that are about writing and never in a text. */
const aboutWriting: RegExp[] = [
  chatterOpenings,
  easternChatter,
  /^as (?:you )?(?:instructed|requested)(?! by)(?:,| here| in your)/iu,
  /```/u,
  /character_limit|content_types|json_schema|seo_title|seo_desc|"(?:title|desc|bullets)"\s*:/iu,
  /(?<!\p{L})(?:system prompt|prompt injection|as an? (?:\p{L}+ ){0,2}language model|(?:ignore|disregard) (?:all |the |any )?(?:previous|above|prior) (?:instructions?|rules))(?!\p{L})/iu,
];

const instructionWindows = new WeakMap<ContentConfig, Windows>();

/** ECHO: the text repeats the instructions, talks like a chat, or is the copy of another text. */
export function checkEcho(input: CheckInput): Finding[] {
  const { contentType, parts, text, config, facts } = input;
  const found: Finding[] = [];
  for (const part of parts) {
    // A key point may begin with a label; a text has no heading of its own name.
    for (const pattern of input.traits.family === "bullets" ? aboutWriting : [...aboutWriting, ownHeading]) {
      const words = pattern.exec(part)?.[0];
      if (words === undefined || isOwn(input, words)) continue;
      found.push({
        code: "ECHO",
        description: `${contentType} holds words that are not part of the text: "${words.slice(0, 60)}"`,
        quote: words,
      });
    }
  }
  const rows = rowsOf(text);
  const secret = leaked(rows, promptWindows, facts.words);
  if (secret)
    found.push({
      ...told(input, secret),
      description: `${contentType} told how texts are written here`,
      withhold: true,
      fixed: true,
    });
  const instruction = secret ? undefined : leaked(rows, windowsOf(config), facts.words);
  if (instruction) found.push(told(input, instruction));
  return [...found, ...checkMachineWords(input), ...checkCopies(input)];
}

/** Words that the data addresses to a machine are for no reader, whatever they are about. */
function checkMachineWords({ contentType, parts, facts }: CheckInput): Finding[] {
  return parts
    .flatMap((part) => machineWordsIn(part, facts))
    .map(({ quote, source }) => ({
      code: "ECHO",
      description: source
        ? `${contentType} says "${quote.slice(0, 60)}", which ${source.name} says to a machine: "${source.words.slice(0, 80)}"`
        : `${contentType} speaks to a machine: "${quote.slice(0, 60)}"`,
      quote,
      hint: "leave it out",
    }));
}

function checkCopies({ contentType, text, parts, facts, others, config, traits, source }: CheckInput): Finding[] {
  const own = comparable(text);
  if (own === "") return [];
  const copies = (finding: string, kind: "copy_of_title" | "copy_of_live" | "copy_of_text"): Finding => ({
    code: "ECHO",
    description: `${contentType} ${finding}`,
    details: { kind },
    severity: "warn",
  });
  // Whether a translation says what its source says is judged beside that.
  if (contentType === "desc" && !source && own === comparable(facts.facts.descriptionText)) {
    return [copies("is the same as the description in the shop", "copy_of_live")];
  }
  for (const [other, otherText] of others) {
    // A search title may well be the product's title.
    if (other === contentType || (traits.family === "title" && traitsOf(other, config).family === "title")) continue;
    // A repair is asked of the longer text, so that one finding does not repair both.
    if (traits.family === "title") continue;
    if (own === comparable(otherText)) return [copies(`is the same as ${other}`, "copy_of_text")];
  }
  const title = comparable(facts.facts.title);
  const repeated = traits.family === "title" ? undefined : parts.find((part) => comparable(part) === title);
  return repeated === undefined
    ? []
    : [{ ...copies("only repeats the product's title", "copy_of_title"), quote: repeated }];
}

function told({ contentType, text }: CheckInput, words: string): Finding {
  const isToldIn = (part: string) => {
    const { words: plain, levelled } = rowsOf(part);
    return [plain, ...(levelled ? [levelled] : [])].some((row) => ` ${row.join(" ")} `.includes(` ${words} `));
  };
  const quote = wordsThatHold(text, isToldIn);
  const description = `${contentType} repeats the instructions: "${words}"`;
  return { code: "ECHO", description, ...(quote === undefined ? {} : { quote }) };
}

interface Rows {
  words: string[];
  /** with look-alike letters levelled; null where there are none */
  levelled: string[] | null;
}

function rowsOf(text: string): Rows {
  return {
    words: comparable(text).split(" "),
    levelled: /^[\x20-\x7e\n]*$/.test(text) ? null : comparable(skeleton(text)).split(" "),
  };
}

/** Words of the instructions in the text, also where letters of other scripts replace Latin ones. */
function leaked({ words, levelled }: Rows, windows: Windows, factWords: string): string | undefined {
  const found = leakedWords(words, windows, factWords);
  return found ?? (levelled ? leakedWords(levelled, disguisedWindows(windows), factWords) : undefined);
}

function leakedWords(words: readonly string[], windows: Windows, factWords: string): string | undefined {
  for (let i = 0; i + windowWords <= words.length; i++) {
    // Few places begin like an instruction: the rest costs no new text.
    if (!windows.seconds.get(words[i] ?? "")?.has(words[i + 1] ?? "")) continue;
    const window = words.slice(i, i + windowWords).join(" ");
    if (windows.whole.has(window) && !factWords.includes(` ${window} `)) return window;
  }
  return undefined;
}

const disguisedOf = new WeakMap<Windows, Windows>();

function disguisedWindows(windows: Windows): Windows {
  const kept = disguisedOf.get(windows) ?? createWindows([...windows.whole].map((window) => skeleton(window)));
  disguisedOf.set(windows, kept);
  return kept;
}

function windowsOf(config: ContentConfig): Windows {
  const kept = instructionWindows.get(config);
  if (kept) return kept;
  const own = Object.values(config.content_types ?? {}).flatMap((type) => [
    type.task,
    ...(type.guidelines ?? []),
    ...(type.guidelines_shortener ?? []),
    ...(type.restrictions ?? []),
  ]);
  const shared = [config.guidelines, config.guidelines_shortener, config.restrictions].flatMap((list) => list ?? []);
  const windows = createWindows([...own, ...shared].flatMap(partsThatInstruct).flatMap(windowsIn));
  instructionWindows.set(config, windows);
  return windows;
}

/** Rows of words that instructions hold. */
interface Windows {
  whole: ReadonlySet<string>;
  /** first word → second words */
  seconds: ReadonlyMap<string, ReadonlySet<string>>;
}

function createWindows(whole: readonly string[]): Windows {
  const seconds = new Map<string, Set<string>>();
  for (const window of whole) {
    const [first = "", second = ""] = window.split(" ");
    seconds.set(first, (seconds.get(first) ?? new Set()).add(second));
  }
  return { whole: new Set(whole), seconds };
}

function windowsIn(instruction: string): string[] {
  const words = comparable(instruction).split(" ");
  const windows: string[] = [];
  for (let i = 0; i + windowWords <= words.length; i++) windows.push(words.slice(i, i + windowWords).join(" "));
  return windows;
}

const promptWindows = createWindows(systemPrompt.split("\n").flatMap(windowsIn));

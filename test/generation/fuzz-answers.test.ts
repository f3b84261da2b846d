import { describe, expect, it } from "vitest";
import type { GeneratedText } from "../../app/generation/generated-text.ts";
import { OperationalError } from "../../app/lib/errors.ts";
import type { ModelAnswer } from "../../app/model/port.ts";
import type { ContentConfig } from "../../app/rules/content-config.ts";
import { defaultConfig } from "../../app/rules/default-config.ts";
import { type ContentType, contentTypeNames } from "../../app/texts/content-types.ts";
import { goodTexts, someFacts } from "../support/content/facts.ts";
import { writeTexts } from "../support/content/write-texts.ts";

/** `npm run test:long` asks for 20,000. */
const answers = Number(process.env.FUZZ_ANSWERS ?? 5_000);

const config: ContentConfig = {
  ...defaultConfig,
  word_map: { Foo: "Bar", obsolete: "" },
  keywords: {
    legal: ["'Claim': Kind to skin* | 'Disclaimer': *Own view of ten people"],
    bad: ["gadget"],
    good: ["linen"],
  },
  client: { ...defaultConfig.client, forbidden_words: ["cheap"] },
  content_types: {
    ...defaultConfig.content_types,
    desc: {
      ...defaultConfig.content_types?.desc,
      task: "Describe.",
      character_limit: 400,
      keyword_groups: { verbatim_must_claims: ["legal"], omit: ["bad"], must: ["good"] },
    },
  },
};

/** Mulberry32: the same answers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pieces = [
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "&lt;script&gt;", "{{ shop.secret }}", "{% raw %}",
  "https://evil.example/x", "www.evil-shop.com", "buy@evil.example", "[Brand]", "TODO", "lorem ipsum", "999 g", "12 kg", "50%", "$49", "1987",
  "MX500", "cheap", "ch\u0435ap", "c.h.e.a.p", "gadget", "Foo", "obsolete", "\u202e", "\u200b", "\u{e0041}", "\u0000", "\ud800", "<p>", "</p>", "<ul><li>",
  "</li>", "<strong>", "&amp;", "&", "<", ">", "Kind to skin", "*Own view of ten people", "organic", "OEKO-TEX", "LOUD VERY LOUD WORDS HERE", "\n\n", "  ",
  "👩‍👩‍👧", "é", "日本語のテキスト", "Это рубашка", "I'm sorry, but I cannot help. ", "```", "x".repeat(300), "linen ".repeat(40),
]; // biome-ignore format: a table

type Random = () => number;
const one = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

function mutate(random: Random, text: string): string {
  let out = text;
  for (let n = Math.floor(random() * 4); n >= 0; n--) {
    const at = Math.floor(random() * (out.length + 1));
    const kind = random();
    if (kind < 0.6) out = out.slice(0, at) + one(random, pieces) + out.slice(at);
    else if (kind < 0.75) out = out.slice(0, at) + out.slice(at + Math.floor(random() * 30));
    else if (kind < 0.85) out = out.slice(0, at);
    else if (kind < 0.93) out = `${out} ${out.slice(0, at)}`;
    else out = out.replace(/\d+/u, String(Math.floor(random() * 1_000)));
  }
  return out;
}

/** All five content types, each damaged in its own way. */
function mutatedAnswer(random: Random): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const type of contentTypeNames) {
    const good = goodTexts[type];
    const kind = random();
    if (kind < 0.02) answer[type] = one<unknown>(random, [null, 7, {}, [], "", [1], [["x"]], true]);
    else if (kind < 0.03) continue;
    else if (kind < 0.35) answer[type] = good;
    else if (typeof good === "string") answer[type] = mutate(random, good);
    else answer[type] = good.flatMap((b) => (random() < 0.1 ? [] : random() < 0.3 ? [mutate(random, b)] : [b]));
  }
  return answer;
}

// The re-check: written for this test alone, with nothing of the app in it.
const allowedTag = /<\/?(?:p|ul|ol|li|strong|em|b|i|h2|h3|h4)>|<br>/g;
const knownNumbers = new Set(["240", "100", "74", "01", "79.90", "79", "90", "4006381333931", "1", "3"]);

const apart = (words: string) =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}.,:/-])(?:${words})(?![\\p{L}\\p{M}\\p{N}.,-])`, "u");
/** What a text may hold only with a warning. */
const signs: [pattern: RegExp, code: string, why: string][] = [
  [apart("ch\u0435ap|c\\.h\\.e\\.a\\.p"), "FORBIDDEN_WORD", "a disguised word"],
  [apart("TODO"), "PLACEHOLDER", "TODO"],
  [/(?:^|[.!?\n]\s?)I'm sorry, but I cannot help/u, "REFUSAL", "a refusal"],
  [/```/u, "ECHO", "a chat's fence"],
  [apart("\\$49"), "UNSUPPORTED_FACT", "a price"],
  [apart("1987"), "UNSUPPORTED_FACT", "a year"],
  [apart("MX500"), "UNSUPPORTED_FACT", "a code"],
  [apart("LOUD VERY LOUD WORDS HERE"), "ALL_CAPS", "shouting"],
];

/** What no fact says may be what a fact contradicts. */
function isMarked(codes: ReadonlySet<string>, code: string): boolean {
  return codes.has(code) || (code === "UNSUPPORTED_FACT" && codes.has("CONTRADICTED_FACT"));
}

function violations(type: ContentType, { body }: GeneratedText, raw: unknown): [code: string, why: string][] {
  const found: [string, string][] = [];
  const parts = typeof body === "string" ? [body] : body;
  const isHtml = type === "desc";
  const visible = parts.map((part) => (isHtml ? seen(part) : part));
  const text = visible.join("\n");
  if (text.trim() === "") return [["BELOW_LENGTH", "empty"]];
  const limits: Record<ContentType, number> = { title: 70, desc: 400, bullets: 250, seo_title: 60, seo_desc: 155 };
  if (visible.some((part) => [...part.replaceAll("\n", "")].length > limits[type]))
    found.push(["EXCEED_LENGTH", "too long"]);
  const shortest: Record<ContentType, number> = { title: 3, desc: 60, bullets: 5, seo_title: 3, seo_desc: 40 };
  // A Chinese character says what three letters do.
  const told = (part: string) =>
    [...part].length + 2 * (part.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/gu)?.length ?? 0);
  if (visible.some((part) => told(part) < shortest[type])) found.push(["BELOW_LENGTH", "too short"]);
  if (type === "bullets" && parts.length > 5) found.push(["EXCEED_LENGTH", "too many"]);
  if (type === "bullets" && parts.length < 3) found.push(["BELOW_LENGTH", "too few"]);
  const written = [raw].flat().join("\n").slice(0, 20_000);
  if (/<script>|&lt;script&gt;|javascript:|<img src=x onerror=/iu.test(written)) found.push(["UNSAFE_HTML", "script"]);
  if (text.length > 20_000) return found;
  for (const [pattern, code, why] of signs) if (pattern.test(text)) found.push([code, why]);
  if (new Set(parts).size < parts.length) found.push(["DUPLICATE", "a bullet twice"]);
  const sentences = text
    .split(/[.!?\n]/u)
    .flatMap((sentence) => (/[a-z ]{40}/u.test(sentence) ? [sentence.trim()] : []));
  if (type !== "bullets" && new Set(sentences).size < sentences.length) found.push(["DUPLICATE", "a sentence twice"]);
  const beginning = text.slice(0, 300).match(/\p{L}/gu) ?? [];
  const foreign = beginning.filter((letter) => /\p{Script=Cyrillic}/u.test(letter)).length;
  if (beginning.length >= 25 && foreign > beginning.length * 0.7) found.push(["WRONG_LANGUAGE", "Cyrillic"]);
  if (/(?:^|[^\p{L}\p{N}])cheap(?![\p{L}\p{N}])/iu.test(text)) found.push(["FORBIDDEN_WORD", "cheap"]);
  if (/\{\{|\{%/u.test(text)) found.push(["UNSAFE_HTML", "template"]);
  if (/https?:\/\/|www\.evil-shop\.com|buy@evil\.example/iu.test(text)) found.push(["FOREIGN_LINK", "link"]);
  if (/\[Brand\]|lorem ipsum/u.test(text)) found.push(["PLACEHOLDER", "placeholder"]);
  // Behind < and > a number is a bound, which the 240 g may keep.
  for (const [, number] of text.matchAll(/(?<![\p{L}\p{N}.,<>])(\d+)(?= ?(?:g|kg|%)(?![\p{L}\p{N}]))/gu)) {
    if (!knownNumbers.has(number ?? "")) found.push(["UNSUPPORTED_FACT", `number ${number}`]);
  }
  if (/(?<![\p{L}\p{N}])(?:OEKO-TEX|organic)(?![\p{L}\p{N}])/u.test(text))
    found.push(["UNSUPPORTED_FACT", "certificate"]);
  if (type === "desc") {
    if (!text.includes("Kind to skin*")) found.push(["MISSING_CLAIM", "claim"]);
    if (!text.trimEnd().endsWith("*Own view of ten people")) found.push(["MISSING_DISCLAIMER", "small print"]);
    if (/(?<![\p{L}\p{N}])gadget(?![\p{L}\p{N}])/iu.test(text)) found.push(["OMITTED_KEYWORD_USED", "gadget"]);
    if (!/(?<![\p{L}\p{M}\p{N}])linens?(?![\p{L}\p{M}\p{N}])/iu.test(text)) found.push(["MISSING_KEYWORD", "linen"]);
  }
  return found;
}

/** What no stored text may hold, marked or not. */
function impossible(type: ContentType, { body }: GeneratedText): string[] {
  const parts = typeof body === "string" ? [body] : body;
  const text = parts.join("  ");
  const found: string[] = [];
  const rest = type === "desc" ? text.replace(allowedTag, "") : text;
  if (/<\/?[a-z]|<!/iu.test(rest)) found.push("markup");
  if (type === "desc" && /<[^>]*[\s=][^>]*>/u.test(text)) found.push("attributes");
  if (/\p{Cc}|\p{Cs}|[\u200b\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/u.test(text))
    found.push("unseen characters");
  // A part of an address is no word.
  const words = (type === "desc" ? seen(text) : text).replace(/\S*\/\S*\.\S*|\S*\.\S*\/\S*/gu, " ");
  if (/(?<![\p{L}\p{M}\p{N}])(?:Foo|obsolete)(?![\p{L}\p{M}\p{N}])/u.test(words)) found.push("a mapped word");
  return found;
}

function seen(html: string): string {
  return html
    .replace(/<br>|<\/(?:p|li|h2|h3|h4|ul|ol)>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

const noAnswer = new OperationalError("no better answer", {
  code: "model_bad_request",
  retryable: false,
  merchantMessage: "The model has no better answer.",
});

describe("mutated answers", () => {
  it("mutated answers of a model crash nothing and leave no violation unmarked", {
    timeout: 600_000,
  }, async () => {
    const facts = someFacts();
    const failures: string[] = [];
    let texts = 0;
    const signal = new AbortController().signal;
    for (let seed = 0; seed < answers && failures.length < 10; seed++) {
      const json = mutatedAnswer(randomFrom(seed));
      // The repairs are the model's business: here it has no better answer, or none.
      const complete = async (_request: unknown, { call }: { call: number }): Promise<ModelAnswer> => {
        if (call > 0 && seed % 4 > 0) throw noAnswer;
        return { kind: "json", json: call === 0 ? json : {}, model: "m", tokensIn: 0, tokensCached: 0, tokensOut: 0 };
      };
      const input = { facts, config, contentTypes: contentTypeNames, locale: "en", model: "m", signal };
      const generated = await writeTexts({ complete }, input);
      if (generated.outcome !== "written") throw new Error(`${seed}: ${generated.reason}`);
      for (const text of generated.texts) {
        texts++;
        const type = text.contentType as ContentType;
        const fail = (why: string) => failures.push(`${seed} ${type} ${why}: ${JSON.stringify(text.body)}`);
        const codes = new Set(text.warnings.map(({ code }) => code));
        for (const [code, why] of violations(type, text, json[type]))
          if (!isMarked(codes, code)) fail(`${code} (${why})`);
        for (const why of impossible(type, text)) fail(why);
        if (text.blocked !== text.warnings.some(({ severity }) => severity === "block")) fail("blocked or not");
      }
    }
    expect(failures).toEqual([]);
    expect(texts).toBe(answers * contentTypeNames.length);
  });
});

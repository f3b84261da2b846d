import { z } from "zod";

const text = z.union([z.string(), z.array(z.string())]);
const fix = z.object({ text: text.catch(""), findings: z.array(z.string()).catch([]) });
const words = z.record(z.string(), z.string()).catch({});
const glossary = z.object({ write: words, statements: words, keep: z.array(z.string()).catch([]) });
const asked = z.object({
  translate_from: z.string(),
  translate_into: z.record(z.string(), z.string()),
  source: z.record(z.string(), text),
  texts: z
    .record(z.string(), z.object({ character_limit: z.number().int().positive().optional().catch(undefined) }))
    .catch({}),
  keep: z.array(z.string()).catch([]),
  glossary: z.record(z.string(), glossary).catch({}),
  fix: z.record(z.string(), z.record(z.string(), fix)).catch({}),
});

interface Fix {
  text: string | string[];
  findings: string[];
}

/** What a translator is asked for. */
export interface TranslationAsk {
  from: string;
  into: string[];
  source: ReadonlyMap<string, string | string[]>;
  /** name of a text → the most characters of its translation */
  limits: ReadonlyMap<string, number>;
  /** words that stay as they are */
  keep: readonly string[];
  /** language → words of the source → what stands for them, and words that stay in that language */
  glossary: ReadonlyMap<string, { write: ReadonlyMap<string, string>; keep: readonly string[] }>;
  /** language → text → what is to be mended; a text that never came has "" */
  fixes: ReadonlyMap<string, ReadonlyMap<string, Fix>>;
}

/** @param merged the fields of all documents of the request; undefined where no translation is asked for */
export function readTranslationAsk(merged: Record<string, unknown>): TranslationAsk | undefined {
  const read = asked.safeParse(merged);
  if (!read.success) return undefined;
  const { translate_from: from, translate_into: into, source, texts, keep, glossary: terms, fix: fixes } = read.data;
  return {
    from,
    into: Object.keys(into),
    source: new Map(Object.entries(source)),
    limits: new Map(
      Object.entries(texts).flatMap(([name, { character_limit: limit }]) =>
        limit === undefined ? [] : [[name, limit]],
      ),
    ),
    keep,
    glossary: new Map(
      Object.entries(terms).map(([locale, { write, statements, keep: kept }]) => [
        locale,
        { write: new Map(Object.entries({ ...write, ...statements })), keep: kept },
      ]),
    ),
    fixes: new Map(Object.entries(fixes).map(([locale, ofLocale]) => [locale, new Map(Object.entries(ofLocale))])),
  };
}

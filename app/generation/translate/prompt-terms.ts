import type { SourceText } from "../../catalog/translations/translation-sources.ts";
import { termsIn } from "../../quality/terms/terms-in.ts";
import type { ContentConfig } from "../../rules/content-config.ts";
import type { LocaleTerms } from "../../rules/terms/locale-term.ts";
import { dropEmpty } from "../../texts/drop-empty.ts";
import { readersView } from "../../texts/readers-view.ts";

const mostTerms = 80;

/** What a model is told of a language's terms: only of those whose source the texts hold. */
interface PromptTerms {
  /** the source's words → what to write for them */
  write?: Record<string, string>;
  /** a sentence of the source → the approved one, to the letter */
  statements?: Record<string, string>;
  keep?: string[];
  /** the source's words → what not to write for them */
  never?: Record<string, string>;
}

/** @param sourceLocale of the texts, BCP-47 */
export function promptTerms(
  { terms, config }: { terms: LocaleTerms; config: ContentConfig },
  sourceLocale: string,
  sources: readonly Pick<SourceText, "name" | "body">[],
): PromptTerms {
  if (terms.length === 0) return {};
  const text = sources.map(({ name, body }) => readersView(name, body, config).join("\n")).join("\n\n");
  const found = termsIn(text, terms, sourceLocale).slice(0, mostTerms);
  const of = (kind: "forced" | "statement" | "forbidden") =>
    Object.fromEntries(found.flatMap(({ term }) => (term.kind === kind ? [[term.source, term.target] as const] : [])));
  return dropEmpty({
    write: of("forced"),
    statements: of("statement"),
    keep: found.flatMap(({ term }) => (term.kind === "kept" ? [term.source] : [])),
    never: of("forbidden"),
  });
}

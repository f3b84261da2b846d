import type { FeedTemplate, Source } from "./template.ts";

const known = new WeakMap<FeedTemplate, string[]>();

/** The content types that a template carries. */
export function textsUsed(template: FeedTemplate): string[] {
  const kept = known.get(template);
  if (kept) return kept;
  const names = [...new Set(template.columns.flatMap(({ source }) => textsOf(source)))];
  known.set(template, names);
  return names;
}

/** The content types that a source reads. */
export function textsOf(source: Source): string[] {
  switch (source.from) {
    case "text":
    case "marked_text":
    case "author":
      return [source.content_type];
    case "first_of":
    case "join":
      return source.sources.flatMap(textsOf);
    case "mapping":
    case "format":
      return textsOf(source.source);
    case "condition":
      return [source.when, source.then, ...(source.otherwise ? [source.otherwise] : [])].flatMap(textsOf);
    default:
      return [];
  }
}

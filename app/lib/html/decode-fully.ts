import { parseHtml } from "./parse-html.ts";

/** Nested deeper than this on purpose only: what is left then is refused where it looks like a tag. */
const maxRounds = 12;

/**
 * Words with their entities decoded until there are none: `&amp;amp;` is `&`. Entities without their semicolon are left,
 * since they may be a name (`Rock&reggae`), but for numbers, which no name has.
 */
export function decodeFully(text: string): string {
  let plain = text;
  for (let round = 0; round < maxRounds && plain.includes("&"); round++) {
    const known = new Map<string, string>();
    const next = plain.replace(/&(?:#x[0-9a-f]{1,60};?|#\d{1,60};?|[a-z][a-z0-9]{1,31};)/gi, (entity) => {
      const decoded = known.get(entity) ?? decodedOnce(entity);
      known.set(entity, decoded);
      return decoded;
    });
    if (next === plain) return plain;
    plain = next;
  }
  return plain;
}

function decodedOnce(entity: string): string {
  const [node] = parseHtml(entity);
  return typeof node === "string" ? node : entity;
}

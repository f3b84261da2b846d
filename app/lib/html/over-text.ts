/** Applies `change` to what a reader sees: to the text between the tags of HTML, decoded, or to the whole plain text. */
export function overText(source: string, html: boolean, change: (text: string) => string): string {
  if (!html) return change(source);
  return source
    .split(/(<[^<>]*>)/)
    .map((piece) => (piece.startsWith("<") && piece.endsWith(">") ? piece : escapeHtml(change(unescapeHtml(piece)))))
    .join("");
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => signs[sign] ?? sign);
}

function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/g, (_all, name: string) => names[name] ?? "");
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** Spaces and blocks that a removal left behind. */
export function tidy(source: string, html: boolean): string {
  const spaced = source
    .replace(/ {2,}/g, " ")
    .replace(/ +([,.;!?](?:\s|<|$))/g, "$1")
    .replace(/(^|>)\s*[,;] */g, "$1")
    .trim();
  if (!html) return spaced;
  let whole = spaced.replace(/(<(?:p|li|h[2-4])>) +| +(<\/(?:p|li|h[2-4])>)/g, "$1$2");
  for (let before = ""; before !== whole; ) {
    before = whole;
    whole = whole.replace(/<(p|li|h[2-4]|ul|ol|strong|em|b|i)>\s*<\/\1>/g, "");
  }
  return whole;
}

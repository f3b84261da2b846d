/**
 * A cell that no spreadsheet computes: in front of what it would take for a formula stands an apostrophe. A number stays one, with
 * its sign.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function safeCell(text: string): string {
  if (!/^[=+\-@＝＋－＠\t\r\n]/.test(text)) return text;
  return /^[+-]?\d{1,30}(?:\.\d{1,30})?$/.test(text) ? text : `'${text}`;
}

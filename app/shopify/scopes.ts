/**
 * Whether the granted access scopes hold all that are needed; `write_x` includes `read_x`.
 * @param granted as Shopify lists them, separated by commas; null when not known
 * @see https://shopify.dev/docs/api/usage/access-scopes
 */
export function scopesSuffice(granted: string | null, needed: readonly string[]): boolean {
  const held = new Set(granted?.split(",").map((scope) => scope.trim()));
  return needed.every((scope) => held.has(scope) || held.has(scope.replace(/^read_/, "write_")));
}

/** Metafields and metaobjects that an app has for itself: what they hold is no text of the merchant's. */
export function isHidden({ namespace }: { namespace: string }): boolean {
  return namespace.startsWith("app--") || namespace.startsWith("$app");
}

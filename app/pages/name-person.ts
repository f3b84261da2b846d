/**
 * Who did it, in words, to somebody who looks. Shopify's session token gives a person's number alone, and their names only to
 * apps of a few plans that may read users, so that a colleague stays without a name.
 * @param by `user:<Shopify user id>`, another mark for what no person did, or null when nobody noted it
 * @returns null when there is nothing to say
 */
export function namePerson(by: string | null, reader: string): string | null {
  if (by === null || by === "user:unknown") return null;
  if (by === reader) return "you";
  return by.startsWith("user:") ? "a staff member" : null;
}

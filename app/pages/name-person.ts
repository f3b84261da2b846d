import type { PersonView } from "../ui/person-view.ts";

/**
 * Who did it, to somebody who looks. Shopify's session token gives a person's number alone, and their names only to
 * apps of a few plans that may read users, so that a colleague stays without a name.
 * @param by `user:<Shopify user id>`, another mark for what no person did, or null when nobody noted it
 * @returns null when there is nothing to say
 */
export function namePerson(by: string | null, reader: string): "you" | "colleague" | null {
  if (by === null || by === "user:unknown") return null;
  if (by === reader) return "you";
  return by.startsWith("user:") ? "colleague" : null;
}

/** The same, with the name that the shop's people gave a colleague in Settings. @param names as `namesOfPeople` gives them */
export function personView(by: string | null, reader: string, names: ReadonlyMap<string, string>): PersonView {
  const known = namePerson(by, reader);
  const name = by === null ? undefined : names.get(by);
  return known === "colleague" && name !== undefined ? { name } : known;
}

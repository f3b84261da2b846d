/** What of a list's address is about its place and the admin, not about which products are in it. */
const others = [
  "view",
  "cursor",
  "sort",
  "dir",
  "limit",
  "write",
  "sale",
  "shop",
  "host",
  "embedded",
  "locale",
  "id_token",
];
/** What waits for a review anyhow: such a list is everything, and a person goes on in it where they stopped. */
const reviewed = ["needs_review", "warned", "blocked"];

/** Where the drafts of a list are reviewed. @param productId the product that comes first */
export function reviewAddress(address: URLSearchParams, productId?: string): string {
  const query = new URLSearchParams(address);
  for (const name of others) query.delete(name);
  const states = query.getAll("state");
  if (states.length === reviewed.length && reviewed.every((state) => states.includes(state))) query.delete("state");
  if (productId !== undefined) query.set("product", productId);
  return query.size === 0 ? "/app/review" : `/app/review?${query}`;
}

/** Where a page lives whose address was another one: links in mails, bookmarks and the admin's history lead on. */
export function presentAddress(address: string): string {
  const { pathname, search } = new URL(address);
  const path = pathname === "/app/failed" ? "/app/activity/failed" : pathname.replace(/^\/app\/jobs/, "/app/activity");
  // The session token and the shop stay in the address: the next document request has no other proof.
  return `${path.replace(/\/$/, "")}${search}`;
}

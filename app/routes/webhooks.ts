/** Webhooks come by POST only, and are taken before they come here (`app/server.ts`). */
export function loader() {
  return new Response(null, { status: 405, headers: { Allow: "POST" } });
}

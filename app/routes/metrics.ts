import type { LoaderFunctionArgs } from "@remix-run/node";

/** Prometheus' scrape. To all but operators there is no such page. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (!context.isOperator) return new Response("Not found", { status: 404 });
  const { text, contentType } = await context.app.watch.scrape();
  return new Response(text, { headers: { "Content-Type": contentType, "Cache-Control": "no-store" } });
}

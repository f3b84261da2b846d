import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAsked } from "../pages/review/read-next.ts";

/** What the review page asks for behind what it shows: the next products of the queue, and counts for its dialogs. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await context.app.authenticate(request);
  const found = await readAsked(context.app, user, new URL(request.url).searchParams);
  return Response.json(found, { status: found ? 200 : 404, headers: { "Cache-Control": "no-store" } });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { calmLoader } from "../ui/calm/client-data.ts";

export const clientLoader = calmLoader;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.app.authenticate(request);
  // The session token and the shop stay in the address: the next document request has no other proof.
  return redirect(`/app/products${new URL(request.url).search}`);
}

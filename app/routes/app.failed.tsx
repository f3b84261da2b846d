import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { presentAddress } from "../pages/runs/present-address.ts";
import { calmLoader } from "../ui/calm/client-data.ts";

export const clientLoader = calmLoader;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.app.authenticate(request);
  return redirect(presentAddress(request.url));
}

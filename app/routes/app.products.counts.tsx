import type { LoaderFunctionArgs } from "@remix-run/node";
import { countProductViews } from "../pages/products/read-page.ts";
import { calmFetch } from "../ui/calm/client-data.ts";

/** Views do without their counts for a while. */
export const clientLoader = calmFetch(() => null);

/** Asked for once the list is there: a page of products does not wait for the counts of views. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return countProductViews(context.app, shop);
}

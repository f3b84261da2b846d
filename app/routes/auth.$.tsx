import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

/**
 * The addresses of an OAuth flow. With Shopify's managed installation no code comes back to them, but a link of before may,
 * and a registration has to name one: both go on to the app.
 */
export function loader({ request }: LoaderFunctionArgs) {
  const { search, searchParams } = new URL(request.url);
  return redirect(searchParams.has("shop") ? `/app${search}` : "/auth/login");
}

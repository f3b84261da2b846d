import type { LoaderFunctionArgs } from "@remix-run/node";
import { dataAsJson, textsAsCsv } from "../pages/settings/data-file.ts";

/** Everything that is kept of this shop, as a file: `?format=csv` its texts alone. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const isCsv = new URL(request.url).searchParams.get("format") === "csv";
  return new Response(isCsv ? textsAsCsv(context.app, shop) : dataAsJson(context.app, shop), {
    headers: {
      "Content-Type": isCsv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8",
      "Cache-Control": "no-store",
    },
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { termsFile } from "../pages/rules/terms-file.ts";
import { calmFetch } from "../ui/calm/client-data.ts";

export const clientLoader = calmFetch((problem) => ({ csv: "", problem }));

/** The terms of all languages as CSV for the Export button of their pages. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return { csv: await termsFile(context.app, shop), problem: null };
}

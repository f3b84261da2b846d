import type { LoaderFunctionArgs } from "@remix-run/node";
import { readFieldChoices } from "../pages/content-types.ts";

/** The metafields that a content type may stand in, for the dialog that asks for one. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return readFieldChoices(context.app, shop);
}

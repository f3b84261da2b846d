import type { LoaderFunctionArgs } from "@remix-run/node";
import { wordsOf } from "../i18n/words-of.server.ts";
import { readFieldChoices } from "../pages/content-types/read-field-choices.ts";
import { calmFetch } from "../ui/calm/client-data.ts";
import type { FieldChoices } from "../ui/content-types/type-view.ts";

export const clientLoader = calmFetch((problem): FieldChoices => ({ fields: [], problem }));

/** The metafields that a content type may be kept in, for the dialog that asks for one. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return readFieldChoices(context.app, shop, await wordsOf(request));
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { jobIdSchema } from "../lib/brand.ts";
import { readUndoPreview } from "../publishing/read-undo.ts";
import { calmFetch } from "../ui/calm/client-data.ts";

export const clientLoader = calmFetch((problem) => ({ preview: null, problem }));

/** What an undo of the run would do, for the dialog that asks before it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const id = jobIdSchema.safeParse(params.id);
  if (!id.success) throw data({ missing: true }, 404);
  return { preview: await context.app.db.do(readUndoPreview({ shop, jobId: id.data })), problem: null };
}

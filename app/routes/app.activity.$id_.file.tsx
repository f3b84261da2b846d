import type { LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { wordsOf } from "../i18n/words-of.server.ts";
import { jobIdSchema } from "../lib/brand.ts";
import { runFile } from "../pages/runs/run-file.ts";
import { calmFetch } from "../ui/calm/client-data.ts";

export const clientLoader = calmFetch((problem) => ({ csv: "", problem }));

/** The rows of a run as CSV: what became of each product. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const id = jobIdSchema.safeParse(params.id);
  if (!id.success) throw data({ missing: true }, 404);
  const outcome = new URL(request.url).searchParams.get("outcome");
  const words = await wordsOf(request);
  return { csv: await runFile(context.app, { shop, jobId: id.data, outcome, words }), problem: null };
}

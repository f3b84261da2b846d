import type { LoaderFunctionArgs } from "@remix-run/node";
import { feedIdSchema, listFeedRuns } from "../feeds/feed.ts";
import { openReport } from "../feeds/files/open-feed-file.ts";

/** What became of each row of a feed's run, as CSV; of the last one where none is named. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const id = feedIdSchema.safeParse(params.id);
  const runs = id.success ? await context.app.db.do(listFeedRuns(shop, id.data)) : [];
  const asked = new URL(request.url).searchParams.get("run");
  const run = runs.find((one) => one.finishedAt !== null && (asked === null || one.id === asked));
  const file = run ? await openReport(context.app.feedsFolder, run) : null;
  if (!file) return new Response(null, { status: 404 });
  return new Response(file.stream(), { headers: { "Content-Type": "text/csv; charset=utf-8" } });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { wordsOf } from "../i18n/words-of.server.ts";
import { activityFile } from "../pages/log/log-file.ts";
import { calmFetch } from "../ui/calm/client-data.ts";

export const clientLoader = calmFetch((problem) => ({ csv: "", problem }));

/** The activity that the page shows, as CSV for its Export button. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await context.app.authenticate(request);
  return {
    csv: await activityFile(context.app, user, new URL(request.url).searchParams, await wordsOf(request)),
    problem: null,
  };
}

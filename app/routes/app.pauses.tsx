import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { wordsOf } from "../i18n/words-of.server.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";

export const clientAction = calmAction;
export const clientLoader = calmLoader;

/** There is nothing to see at this address: what waits is told at the head of every page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.app.authenticate(request);
  return redirect(`/app/activity${new URL(request.url).search}`);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "pauses", body, words: await wordsOf(request) });
}

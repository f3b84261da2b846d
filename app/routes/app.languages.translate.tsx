import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { wordsOf } from "../i18n/words-of.server.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";

/** What pages let do with translations of many products. A route of its own: whoever asks it loads no other page's styles. */
export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = (await request.json().catch(() => null)) as unknown;
  return answerPage(context.app, { user, page: "languages", about: "", body, words: await wordsOf(request) });
}

/** There is nothing to see at this address. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.app.authenticate(request);
  return redirect(`/app/languages${new URL(request.url).search}`);
}

export const clientAction = calmAction;
export const clientLoader = calmLoader;

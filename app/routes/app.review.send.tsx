import type { ActionFunctionArgs } from "@remix-run/node";
import { answerSent } from "../pages/review/answer-sent.ts";

/** What the review page did, one thing at a time, behind what it shows by then. */
export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = (await request.json().catch(() => null)) as unknown;
  return answerSent(context.app, { user, page: "review", body });
}

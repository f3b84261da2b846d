import type { ActionFunctionArgs } from "@remix-run/node";
import { answerOnce } from "../pages/asked/answer-once.ts";
import { continueWork } from "../pages/continue-work.ts";
import { calmAction } from "../ui/calm/client-data.ts";

export const clientAction = calmAction;

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerOnce(context.app, { user, page: "pauses", body }, (deps) => continueWork(deps, user.shop, body));
}

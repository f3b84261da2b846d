import type { ActionFunctionArgs } from "@remix-run/node";
import { answerPage } from "../pages/asked/answer-page.ts";
import { calmAction } from "../ui/calm/client-data.ts";

export const clientAction = calmAction;

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const body = await request.formData();
  return answerPage(context.app, { user, page: "pauses", body });
}

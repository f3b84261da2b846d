import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { wordsOf } from "../i18n/words-of.server.ts";
import { productIdSchema } from "../lib/brand.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { plainAnswer } from "../web/plain-answer.ts";

/** Asked by open editors, which do not wait for a page: texts that save themselves, and checks of what is not saved. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const id = productIdSchema.safeParse(params.id);
  if (!id.success) throw data({ missing: true }, 404);
  const body = (await request.json().catch(() => null)) as unknown;
  return plainAnswer(
    await answerPage(context.app, { user, page: "words", about: id.data, body, words: await wordsOf(request) }),
  );
}

import { z } from "zod";
import type { Asker } from "../../commands/command.ts";
import { queueIdSchema } from "../../commands/review/review-input.ts";
import type { AppContext } from "../../context.server.ts";
import type { ReviewAnswer, SentView } from "../../ui/review/review-view.ts";
import type { PageName } from "../asked/actions.ts";
import { answerPage } from "../asked/answer-page.ts";
import { readFresh, readProgressOf } from "./read-next.ts";

const sentSchema = z.object({
  page: z.enum(["review", "product"]),
  productId: z.string().max(64),
  /** the queue in which it was done: how far it is then is told too */
  queueId: queueIdSchema.optional(),
  request: z.looseObject({ intent: z.string() }),
});

/**
 * Does what a page that sends behind its back asks for, and tells what became of it, with the product as it stands then.
 * @param asked.page whose actions it may ask for beside the product page's. Statuses as `answerOnce` gives them
 */
export async function answerSent(
  app: AppContext,
  { user, page, body }: { user: Asker; page: PageName; body: unknown },
): Promise<Response> {
  const sent = sentSchema.safeParse(body);
  if (!sent.success)
    return responseOf({ answer: { ok: false, message: "not_understood" }, fresh: null, progress: null }, 400);
  const { productId, request, queueId } = sent.data;
  const isText = sent.data.page === "product";
  const asking = isText ? { page: "product" as const, about: productId } : { page };
  const { data, init } = await answerPage(app, { user, ...asking, body: request });
  const answer: ReviewAnswer = data;
  const fresh = productId !== "" && (isText || !answer.ok) ? await readFresh(app, user, productId) : null;
  const progress = queueId === undefined ? null : await readProgressOf(app, user, queueId);
  return responseOf({ answer, fresh, progress }, init?.status ?? 200, init?.headers);
}

function responseOf(sent: SentView, status: number, given?: HeadersInit): Response {
  const headers = new Headers(given);
  headers.set("Cache-Control", "no-store");
  return Response.json(sent, { status, headers });
}

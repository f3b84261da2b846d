import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { wordsOf } from "../i18n/words-of.server.ts";
import { answerPage } from "../pages/asked/answer-page.ts";
import { readEndedRuns } from "../pages/runs/read-ended-runs.ts";
import { calmAction } from "../ui/calm/client-data.ts";

const tokenSchema = z.string().regex(/^[\w.]{1,100}$/);

/** Held until something of the shop's work has changed since a token: see `app/live-events/`. For programs, so it has no page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await context.app.authenticate(request);
  const since = tokenSchema.safeParse(new URL(request.url).searchParams.get("since"));
  const change = await context.app.live.wait({
    shop: user.shop,
    by: user.by,
    token: since.success ? since.data : null,
    signal: request.signal,
  });
  return Response.json({ ...change, ended: await readEndedRuns(context.app, user) });
}

/** A person was told of a run's end. */
export async function action({ request, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const words = await wordsOf(request);
  return answerPage(context.app, { user, page: "ended", body: await request.formData(), words });
}

export const clientAction = calmAction;

import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveWebhook } from "../tasks/receive-webhook.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const status = await receiveWebhook(
    {
      db: context.app.db,
      clock: context.app.clock,
      logger: context.app.logger,
      apiSecrets: context.app.config.SHOPIFY_API_SECRET,
    },
    { rawBody: Buffer.from(await request.arrayBuffer()), headers: request.headers },
  );
  return new Response(null, { status });
}

/** Webhooks come by POST only. */
export function loader() {
  return new Response(null, { status: 405, headers: { Allow: "POST" } });
}

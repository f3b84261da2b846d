import type { LoaderFunctionArgs } from "@remix-run/node";
import { typeOf } from "../feeds/answer-fetch.ts";
import { feedIdSchema, readFeed } from "../feeds/feed.ts";
import { openFeedFile } from "../feeds/files/open-feed-file.ts";

/** A feed's file for a person of the shop. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const id = feedIdSchema.safeParse(params.id);
  const feed = id.success ? await context.app.db.do(readFeed(shop, id.data)) : null;
  const file = feed && (await openFeedFile(context.app.feedsFolder, feed));
  if (!feed?.file || !file) return new Response(null, { status: 404 });
  return new Response(file.stream(), { headers: { "Content-Type": typeOf(feed.file.name) } });
}

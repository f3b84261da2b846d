import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFetch } from "../feeds/answer-fetch.ts";

/** A feed by its secret address, for channels that fetch it. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, clock, feedsFolder, rates } = context.app;
  const take = (who: string) => rates.take("feeds", { shop: who, by: "channel" });
  return answerFetch({ db, clock, feedsFolder, take }, params.key ?? "", request);
}

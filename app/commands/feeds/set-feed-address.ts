import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { feedIdSchema, readFeed } from "../../feeds/feed.ts";
import { renewAddress, revokeAddress } from "../../feeds/feed-address.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Sealer } from "../../lib/seal.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";

/** Gives a feed an address, or another one, or ends it. The answer does not hold the address: answers are kept. */
export const setFeedAddress = defineCommand({
  name: "feeds.address",
  kind: "settings",
  rate: "anything",
  needs: "publish",
  input: z.object({ feedId: feedIdSchema, to: z.enum(["new", "none"]) }),
  async run(
    { db, clock, sealer, note }: { db: Db; clock: Clock; sealer: Sealer } & Acted,
    { shop },
    { feedId, to },
  ): Promise<{ kind: "renewed" | "revoked" } | NotFound> {
    return db.transact({ shop }, function* () {
      const feed = yield* readFeed(shop, feedId);
      if (feed === null) return notFound;
      if (to === "new") yield* renewAddress(sealer, { shop, id: feedId, now: clock.now() });
      else yield* revokeAddress(shop, feedId);
      if (note) yield* note({ subject: { kind: "feed", id: feedId }, details: { name: feed.name, to } });
      return { kind: to === "new" ? ("renewed" as const) : ("revoked" as const) };
    });
  },
});

import { useKeyedFetcher } from "./calm/use-keyed-fetcher.ts";
import { ShopNotices } from "./shop-notices.tsx";
import type { ShopNoticesView } from "./shop-notices-view.ts";
import { useToastAnswer } from "./use-answer.ts";
import { usePoll } from "./use-poll.ts";

/** How often a page looks whether who did not answer is back. */
const outagePollMs = 8_000;

/** The banners at the head of every page, with what their buttons do. */
export function Notices({ notices }: { notices: ShopNoticesView }) {
  const fetcher = useKeyedFetcher("notices");
  useToastAnswer(fetcher.data);
  usePoll(notices.outages.length > 0, outagePollMs);
  return (
    <ShopNotices
      notices={notices}
      busy={fetcher.state !== "idle"}
      onContinue={(reason) => fetcher.send({ intent: "continue", reason }, { action: "/app/pauses" })}
      onTryNow={() => fetcher.send({ intent: "try" }, { action: "/app/pauses" })}
    />
  );
}

import { useKeyedFetcher } from "./calm/use-keyed-fetcher.ts";
import { useLive } from "./live/use-live.ts";
import { ShopNotices } from "./shop-notices.tsx";
import type { ShopNoticesView } from "./shop-notices-view.ts";
import { useToastAnswer } from "./use-answer.ts";

/** The banners at the head of every page, with what their buttons do. */
export function Notices({ notices }: { notices: ShopNoticesView }) {
  const fetcher = useKeyedFetcher("notices");
  useToastAnswer(fetcher.data);
  useLive("trouble", notices.outages.length > 0);
  return (
    <ShopNotices
      notices={notices}
      busy={fetcher.state !== "idle"}
      onContinue={(reason) => fetcher.send({ intent: "continue", reason }, { action: "/app/pauses" })}
      onTryNow={() => fetcher.send({ intent: "try" }, { action: "/app/pauses" })}
    />
  );
}

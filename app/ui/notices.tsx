import { useKeyedFetcher } from "./calm/use-keyed-fetcher.ts";
import { ShopNotices, type ShopNoticesView } from "./shop-notices.tsx";
import { useToastAnswer } from "./use-answer.ts";

/** The banners at the head of every page, with what their buttons do. */
export function Notices({ notices }: { notices: ShopNoticesView }) {
  const fetcher = useKeyedFetcher("notices");
  useToastAnswer(fetcher.data);
  return (
    <ShopNotices
      notices={notices}
      busy={fetcher.state !== "idle"}
      onContinue={(reason) => fetcher.send({ reason }, { action: "/app/parks" })}
    />
  );
}

import { useFetcher } from "@remix-run/react";
import type { ActionResult } from "./action-result.ts";
import { ShopNotices, type ShopNoticesView } from "./shop-notices.tsx";
import { useToastAnswer } from "./use-answer.ts";

/** The banners at the head of every page, with what their buttons do. */
export function Notices({ notices }: { notices: ShopNoticesView }) {
  const fetcher = useFetcher<ActionResult>({ key: "notices" });
  useToastAnswer(fetcher.data);
  return (
    <ShopNotices
      notices={notices}
      busy={fetcher.state !== "idle"}
      onContinue={(reason) => fetcher.submit({ reason }, { method: "post", action: "/app/parks" })}
    />
  );
}

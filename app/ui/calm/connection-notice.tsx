import { useRevalidator } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Reference } from "../reference.tsx";
import { useToast } from "../use-toast.ts";
import { pauseMs, useConnection } from "./connection.ts";
import { noticeOf } from "./trouble.ts";
import "../ui.css";

/**
 * Tells that the app cannot be reached, and asks again: after growing pauses, when the browser is online again, and when a
 * person asks for it. It lies over the page, so that nothing on it moves.
 */
export function ConnectionNotice() {
  const { failures, trouble, stayed, backAt } = useConnection();
  const { revalidate, state } = useRevalidator();
  const toast = useToast();
  const { t } = useTranslation("frame");
  useEffect(() => {
    if (failures === 0 || state !== "idle") return;
    const timer = setTimeout(revalidate, pauseMs(failures));
    window.addEventListener("online", revalidate);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", revalidate);
    };
  }, [failures, state, revalidate]);
  useEffect(() => {
    if (backAt !== null) toast(t("connection.unconfirmed"), { isError: true, durationMs: 8_000 });
  }, [backAt, toast, t]);
  useEffect(() => {
    if (!stayed) return;
    toast(stayed.words, { isError: true, durationMs: 8_000 });
    // Remix takes the way back to the page that is shown for a new page, and goes to its top.
    window.scrollTo(0, stayed.scrollY);
  }, [stayed, toast]);
  return (
    <div className="sw-connection" role="status">
      {trouble ? (
        <div className="sw-connection-words">
          <span>
            {noticeOf(trouble)} {trouble === "server" ? <Reference /> : null}
          </span>
          <Button size="slim" onClick={revalidate} loading={state !== "idle"}>
            {t("connection.tryNow")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

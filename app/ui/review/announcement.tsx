import { useTranslation } from "react-i18next";
import { findingsOf } from "./judge-product.ts";
import type { SessionState } from "./session-state.ts";

/** Tells those who do not see the page what was done, and which product came. */
export function Announcement({ state: { said, current, place, total } }: { state: SessionState }) {
  const { t } = useTranslation("review");
  const what = said === null ? "" : said.outcome === "chosen" ? t("said.chosen", said) : t(`said.${said.outcome}`);
  const found = current ? t("said.findings", { count: findingsOf(current).length }) : "";
  return (
    <div className="sw-unseen" role="status" aria-live="polite">
      {said && said.outcome !== "chosen" && current
        ? t("said.next", { what, place, total, title: current.title, found })
        : what}
    </div>
  );
}

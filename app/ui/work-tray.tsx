import { Button } from "@shopify/polaris";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import "./ui.css";

/**
 * Cards of work over the page's lower margin. Where a telephone has no margin they are one line, which opens when it is pressed.
 * @param line all of it in a few words
 */
export function WorkTray({ line, children }: { line: string; children: ReactNode }) {
  const { t } = useTranslation("frame");
  const [open, setOpen] = useState(false);
  return (
    <div className="sw-running sw-tray" data-open={open}>
      <div className="sw-tray-line">
        <span>{line}</span>
        <Button variant="plain" ariaExpanded={open} onClick={() => setOpen(!open)}>
          {open ? t("form.hide") : t("form.show")}
        </Button>
      </div>
      <div className="sw-tray-cards">{children}</div>
    </div>
  );
}

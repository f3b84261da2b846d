import { useBlocker } from "@remix-run/react";
import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useNoteUnsaved } from "./calm/unsaved.ts";

export interface PageSaveBarProps {
  id: string;
  dirty: boolean;
  saving: boolean;
  onSave(): void;
  onDiscard(): void;
}

/** The admin's own save bar while something is unsaved; leaving the page asks first. */
export function PageSaveBar({ id, dirty, saving, onSave, onDiscard }: PageSaveBarProps) {
  const { t } = useTranslation("frame");
  const shopify = useAppBridge();
  useNoteUnsaved(id, dirty);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  const latest = useRef(blocker);
  latest.current = blocker;
  const blocked = blocker.state === "blocked";
  useEffect(() => {
    if (!blocked) return;
    // Resolves when the person leaves; some versions of App Bridge never answer when the person stays.
    shopify.saveBar.leaveConfirmation().then(
      () => latest.current.state === "blocked" && latest.current.proceed(),
      () => latest.current.state === "blocked" && latest.current.reset(),
    );
  }, [blocked, shopify]);
  return (
    <SaveBar id={id} open={dirty}>
      {/* The admin draws these buttons itself. */}
      <button type="button" variant="primary" onClick={onSave} disabled={saving} {...(saving ? { loading: "" } : {})}>
        {t("form.save")}
      </button>
      <button type="button" onClick={onDiscard} disabled={saving}>
        {t("form.discard")}
      </button>
    </SaveBar>
  );
}

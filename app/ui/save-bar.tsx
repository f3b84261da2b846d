import { useBlocker } from "@remix-run/react";
import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";

export interface PageSaveBarProps {
  id: string;
  dirty: boolean;
  saving: boolean;
  onSave(): void;
  onDiscard(): void;
}

/** The admin's own save bar while something is unsaved; leaving the page asks first. */
export function PageSaveBar({ id, dirty, saving, onSave, onDiscard }: PageSaveBarProps) {
  const shopify = useAppBridge();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    let current = true;
    shopify.saveBar.leaveConfirmation().then(
      () => current && blocker.proceed(),
      () => current && blocker.reset(),
    );
    return () => {
      current = false;
    };
  }, [blocker, shopify]);
  return (
    <SaveBar id={id} open={dirty}>
      {/* The admin draws these buttons itself. */}
      <button type="button" variant="primary" onClick={onSave} disabled={saving} {...(saving ? { loading: "" } : {})}>
        Save
      </button>
      <button type="button" onClick={onDiscard} disabled={saving}>
        Discard
      </button>
    </SaveBar>
  );
}

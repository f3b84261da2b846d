import { Button } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** Copies a text; where a browser does not let the page do so, it tells how else. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation("product");
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  return (
    <Button variant="plain" onClick={() => void copy()}>
      {t(`copy.${state}`)}
    </Button>
  );
}

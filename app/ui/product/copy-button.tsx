import { Button } from "@shopify/polaris";
import { useState } from "react";

/** Copies a text; where a browser does not let the page do so, it tells how else. */
export function CopyButton({ text }: { text: string }) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  const labels = { idle: "Copy", copied: "Copied", refused: "Not copied: select the text above instead" };
  return (
    <Button variant="plain" onClick={() => void copy()}>
      {labels[state]}
    </Button>
  );
}

import { Banner, BlockStack, Button, ButtonGroup, List } from "@shopify/polaris";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonView } from "../person-view.ts";
import { useFormats } from "../use-formats.ts";

interface SavedMeanwhileProps {
  by: PersonView;
  /** epoch ms; null: not known */
  at: number | null;
  /** what they changed, a line each */
  changes: readonly string[];
  busy: boolean;
  onKeepMine(): void;
  onDiscardMine(): void;
}

/** Somebody saved the rules that are in the form: who and when, what they changed, and whose to go on with. Nothing is lost yet. */
export function SavedMeanwhile({ by, at, changes, busy, onKeepMine, onDiscardMine }: SavedMeanwhileProps) {
  const { t } = useTranslation("rules");
  const { t: frame } = useTranslation("frame");
  const { time } = useFormats();
  const [comparing, setComparing] = useState(false);
  const id = useId();
  const when = { time: at === null ? "" : time(at) };
  const title =
    typeof by === "object" && by !== null
      ? t("meanwhile.named", { ...when, name: by.name })
      : t(by === "you" ? "meanwhile.you" : "meanwhile.colleague", when);
  return (
    <Banner tone="warning" title={title}>
      <BlockStack gap="300">
        <ButtonGroup>
          <Button onClick={() => setComparing(!comparing)} ariaExpanded={comparing} ariaControls={id}>
            {t("meanwhile.compare")}
          </Button>
          <Button onClick={onKeepMine} loading={busy}>
            {frame("form.keepMine")}
          </Button>
          <Button onClick={onDiscardMine} disabled={busy}>
            {t("meanwhile.discard")}
          </Button>
        </ButtonGroup>
        <div id={id} hidden={!comparing} className="sw-long">
          <p>{t("meanwhile.theirs")}</p>
          <List>
            {changes.map((line) => (
              <List.Item key={line}>
                <span dir="auto">{line}</span>
              </List.Item>
            ))}
          </List>
          <p>{t("meanwhile.whose")}</p>
        </div>
      </BlockStack>
    </Banner>
  );
}

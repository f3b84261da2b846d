import { Banner, BlockStack, Button, ButtonGroup, List } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

export interface StaleFormProps {
  /** what somebody else saved, a line each */
  changes: readonly string[];
  busy: boolean;
  onKeepMine(): void;
  onTakeTheirs(): void;
}

const shownChanges = 8;

/** Above a form whose things somebody else saved since it was opened: what they changed, and whose to go on with. */
export function StaleForm({ changes, busy, onKeepMine, onTakeTheirs }: StaleFormProps) {
  const { t } = useTranslation("frame");
  const more = changes.length - shownChanges;
  return (
    <Banner tone="warning" title={t("form.stale")}>
      <BlockStack gap="300">
        <p>{t("form.nothingOverwritten")}</p>
        <List>
          {changes.slice(0, shownChanges).map((line) => (
            <List.Item key={line}>
              <span dir="auto">{line}</span>
            </List.Item>
          ))}
          {more > 0 ? <List.Item>{t("form.more", { count: more })}</List.Item> : null}
        </List>
        <p>{t("form.whoseStays")}</p>
        <ButtonGroup>
          <Button onClick={onKeepMine} loading={busy}>
            {t("form.keepMine")}
          </Button>
          <Button onClick={onTakeTheirs} disabled={busy}>
            {t("form.takeTheirs")}
          </Button>
        </ButtonGroup>
      </BlockStack>
    </Banner>
  );
}

import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmModal } from "../confirm-modal.tsx";
import { inARow } from "../in-a-row.ts";
import { useSeen } from "../use-seen.ts";
import { type RecheckView, recheckReview, recheckWords } from "./recheck-words.ts";

interface AfterSaveLineProps {
  /** drafts that were checked by the rules as they were before */
  behind: number;
  /** the check of drafts that is under way */
  checking: { url: string; products: number } | null;
  /** what came of the last check by these rules */
  checked: RecheckView | null;
  /** products whose texts were tried before the rules were saved; 0 where they were not saved here */
  tried: number;
  /** what writing those costs */
  credits: number;
  /** what was asked for is on its way */
  busy: { check: boolean; write: boolean };
  onCheck(): void;
  onWrite(): void;
}

/** What may follow once rules are saved: their drafts checked again for free, and what was tried written again. */
export function AfterSaveLine(props: AfterSaveLineProps) {
  const { behind, checking, checked, tried, credits, busy, onCheck, onWrite } = props;
  const { t } = useTranslation("rules");
  const [asking, setAsking] = useState(false);
  const { seen, see } = useSeen("shelfwright-seen-recheck", checked?.jobId);
  const told = checking || seen ? null : checked;
  if (behind === 0 && checking === null && tried === 0 && told === null) return null;
  return (
    <Banner tone="info" {...(told ? { onDismiss: see } : {})}>
      <BlockStack gap="200">
        <div role="status">
          {checking ? (
            <InlineStack gap="300" blockAlign="center">
              <Text as="p">{t("afterSave.checking", { count: checking.products })}</Text>
              <Button url={checking.url}>{t("afterSave.show")}</Button>
            </InlineStack>
          ) : told ? (
            <InlineStack gap="300" blockAlign="center">
              <Text as="p">{recheckWords(t, told)}</Text>
              {told.drafts > 0 ? <Button url={recheckReview(told)}>{t("afterSave.review")}</Button> : null}
              {told.left > 0 ? <Button url={`/app/activity/${told.jobId}`}>{t("afterSave.show")}</Button> : null}
            </InlineStack>
          ) : null}
        </div>
        {checking === null && behind > 0 ? (
          <InlineStack gap="300" blockAlign="center">
            <Text as="p">{inARow(t("afterSave.line", { count: behind }), t("afterSave.free"))}</Text>
            <Button onClick={onCheck} loading={busy.check}>
              {t("afterSave.check", { count: behind })}
            </Button>
          </InlineStack>
        ) : null}
        {tried > 0 ? (
          <InlineStack>
            <Button onClick={() => setAsking(true)} loading={busy.write}>
              {t("afterSave.write", { count: tried })}
            </Button>
          </InlineStack>
        ) : null}
      </BlockStack>
      <ConfirmModal
        open={asking}
        title={t("afterSave.writeTitle", { count: tried })}
        message={t("afterSave.writeText", { credits: t("try.credits", { count: credits }) })}
        confirmLabel={t("afterSave.writeConfirm")}
        busy={busy.write}
        onConfirm={() => {
          setAsking(false);
          onWrite();
        }}
        onClose={() => setAsking(false)}
      />
    </Banner>
  );
}

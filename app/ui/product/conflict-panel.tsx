import { BlockStack, Box, Button, ButtonGroup, InlineGrid, Link, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmModal } from "../confirm-modal.tsx";
import { DiffView } from "../diff-view.tsx";
import { diffBodies } from "../diff-words.ts";
import { inSentence } from "../in-sentence.ts";
import { Losses } from "../losses.tsx";
import { Moment } from "../moment.tsx";
import { Phrase } from "../phrase.tsx";
import type { ContentTypeView } from "../text-body.ts";
import { markupChange } from "../what-is-lost.ts";
import { BodyView } from "./body-view.tsx";
import type { ConflictChoice, ConflictView } from "./product-detail-view.ts";

export interface ConflictPanelProps {
  type: ContentTypeView;
  conflict: ConflictView;
  lang: string;
  now: number;
  busy: boolean;
  onResolve(choice: ConflictChoice, done?: () => void): void;
  onEdit(): void;
}

/** Base, theirs and ours side by side, and the three ways out. Nothing is overwritten until somebody decides. */
export function ConflictPanel({ type, conflict, lang, now, busy, onResolve, onEdit }: ConflictPanelProps) {
  const { t, i18n } = useTranslation("product");
  const [asking, setAsking] = useState(false);
  const { base, theirs, ours, ofOther } = conflict;
  return (
    <BlockStack gap="400">
      <Text as="p" tone="caution">
        <Why conflict={conflict} now={now} />
      </Text>
      <InlineGrid columns={{ xs: 1, md: 3 }} gap="400">
        <Column title={t("conflict.before")} subtitle={t("conflict.beforeAbout")}>
          <BodyView place={t("conflict.before")} type={type} body={base} lang={lang} empty={t("conflict.noBefore")} />
        </Column>
        <Column title={t("conflict.live")} subtitle={t(ofOther ? "conflict.liveOther" : "conflict.liveChanged")}>
          {theirs === null ? (
            <BodyView type={type} body={null} lang={lang} empty={t("conflict.removed")} />
          ) : (
            <DiffView parts={diffBodies(type, base, theirs)} markup={markupChange(type, base, theirs)} lang={lang} />
          )}
        </Column>
        <Column title={t("conflict.yours")} subtitle={t("conflict.yoursAbout")}>
          <DiffView parts={diffBodies(type, theirs, ours)} markup={markupChange(type, theirs, ours)} lang={lang} />
          <Losses change={markupChange(type, theirs, ours)} />
        </Column>
      </InlineGrid>
      <ButtonGroup>
        <Button onClick={() => onResolve("keep-live")} disabled={busy}>
          {t("conflict.keepLive")}
        </Button>
        <Button onClick={() => setAsking(true)} disabled={busy}>
          {t("conflict.useOurs")}
        </Button>
        <Button onClick={onEdit} disabled={busy}>
          {t("conflict.edit")}
        </Button>
      </ButtonGroup>
      <ConfirmModal
        open={asking}
        title={t("conflict.replace", { text: inSentence(type.label, i18n.language) })}
        message={t("conflict.replaceWords")}
        confirmLabel={t("conflict.useOurs")}
        destructive
        busy={busy}
        onConfirm={() => onResolve("use-ours", () => setAsking(false))}
        onClose={() => setAsking(false)}
      />
    </BlockStack>
  );
}

function Why({ conflict, now }: { conflict: ConflictView; now: number }) {
  const { t } = useTranslation("product");
  const { reason, ofOther, detectedAt } = conflict;
  const when = <Moment at={detectedAt} now={now} />;
  if (ofOther) {
    const product = <Link url={`/app/products/${encodeURIComponent(ofOther.productId)}`}>{ofOther.title}</Link>;
    return <Phrase text={t("conflict.why.other")} parts={{ when, product }} />;
  }
  return <Phrase text={t(`conflict.why.${reason ?? "changed"}`)} parts={{ when }} />;
}

function Column({ title, subtitle, children }: { title: string; subtitle: string; children: React.ReactNode }) {
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      <BlockStack gap="200">
        <div>
          <Text as="h3" variant="headingSm">
            {title}
          </Text>
          <Text as="p" variant="bodySm" tone="subdued">
            {subtitle}
          </Text>
        </div>
        {children}
      </BlockStack>
    </Box>
  );
}

import { BlockStack, Box, Button, ButtonGroup, InlineGrid, Link, Text } from "@shopify/polaris";
import { useState } from "react";
import { ConfirmModal } from "../confirm-modal.tsx";
import { DiffView } from "../diff-view.tsx";
import { diffBodies } from "../diff-words.ts";
import { inSentence } from "../in-sentence.ts";
import { Losses } from "../losses.tsx";
import { Moment } from "../moment.tsx";
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
  const [asking, setAsking] = useState(false);
  const { base, theirs, ours, detectedAt, ofOther } = conflict;
  return (
    <BlockStack gap="400">
      <Text as="p" tone="caution">
        <Why conflict={conflict} /> (<Moment at={detectedAt} now={now} />
        ). Compare them and decide which one stays.
      </Text>
      <InlineGrid columns={{ xs: 1, md: 3 }} gap="400">
        <Column title="Before" subtitle="What yours was made from">
          <BodyView place="Before" type={type} body={base} lang={lang} empty="There was no text." />
        </Column>
        <Column
          title="Live now"
          subtitle={`${ofOther ? "Published with another product" : "Changed in Shopify"}, compared with before`}
        >
          {theirs === null ? (
            <BodyView type={type} body={null} lang={lang} empty="The text was removed." />
          ) : (
            <DiffView parts={diffBodies(type, base, theirs)} markup={markupChange(type, base, theirs)} lang={lang} />
          )}
        </Column>
        <Column title="Yours" subtitle="The new text, compared with live now">
          <DiffView parts={diffBodies(type, theirs, ours)} markup={markupChange(type, theirs, ours)} lang={lang} />
          <Losses change={markupChange(type, theirs, ours)} />
        </Column>
      </InlineGrid>
      <ButtonGroup>
        <Button onClick={() => onResolve("keep-live")} disabled={busy}>
          Keep the live text
        </Button>
        <Button onClick={() => setAsking(true)} disabled={busy}>
          Use ours
        </Button>
        <Button onClick={onEdit} disabled={busy}>
          Edit
        </Button>
      </ButtonGroup>
      <ConfirmModal
        open={asking}
        title={`Replace the live ${inSentence(type.label)} with yours?`}
        message="Your text becomes the approved one and replaces the live one when you publish it. The replaced text is kept, so you can undo the publication."
        confirmLabel="Use ours"
        destructive
        busy={busy}
        onConfirm={() => onResolve("use-ours", () => setAsking(false))}
        onClose={() => setAsking(false)}
      />
    </BlockStack>
  );
}

function Why({ conflict: { reason, ofOther } }: { conflict: ConflictView }) {
  if (ofOther) {
    return (
      <>
        This image is also shown by{" "}
        <Link url={`/app/products/${encodeURIComponent(ofOther.productId)}`}>{ofOther.title}</Link>, and the alt text
        that you published with that product stands there, so yours was not published
      </>
    );
  }
  return reason === "not_shown"
    ? "Shopify accepted your text and shows another one: somebody may have put it back, so yours was not published again"
    : "Somebody changed this text in Shopify after yours was written, so yours was not published";
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

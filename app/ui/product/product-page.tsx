import { Banner, BlockStack, Button, Card, InlineStack, Spinner, Text } from "@shopify/polaris";
import { useState } from "react";
import { nameLosses } from "../../lib/html/name-losses.ts";
import { ContentStateBadge, ProductStatusBadge } from "../badges.tsx";
import { ConfirmModal } from "../confirm-modal.tsx";
import { inSentence } from "../in-sentence.ts";
import type { KeptView } from "../kept.ts";
import { countOf } from "../numbers.ts";
import { Page } from "../page.tsx";
import { type GenerateChoice, GenerateDialog, type ModelChoice } from "../products/generate-dialog.tsx";
import { PageSaveBar } from "../save-bar.tsx";
import type { SpendingView } from "../spending.ts";
import type { ContentTypeView, TextBody } from "../text-body.ts";
import { markupChange } from "../what-is-lost.ts";
import { FactsCard } from "./facts-card.tsx";
import { KeptVersions } from "./kept-versions.tsx";
import { KeywordsCard } from "./keywords-card.tsx";
import { LostTexts } from "./lost-texts.tsx";
import { MachineWordsNotice } from "./machine-words-notice.tsx";
import { askedNotes, missingTexts, type NotesChoice, NotesFields, noNotes } from "./notes-fields.tsx";
import type { AttributeView } from "./own-attributes-dialog.tsx";
import type { KeywordsChoice } from "./own-keywords-dialog.tsx";
import type {
  ConflictChoice,
  KeywordsView,
  LocksView,
  LostTextView,
  ProductDetailView,
  ProductEvents,
  RunningView,
  TextView,
  VersionView,
} from "./product-detail-view.ts";
import { runningWords } from "./running-words.ts";
import { TextCard } from "./text-card.tsx";
import { useEdits } from "./use-edits.ts";
import "../ui.css";

export interface ProductPageProps {
  notices: React.ReactNode;
  product: ProductDetailView;
  texts: TextView[];
  /** texts whose place is gone */
  lost?: LostTextView[] | undefined;
  /** how the alt texts of all images are called together; null when there is no image */
  imageType: ContentTypeView | null;
  running: RunningView | null;
  models: ModelChoice[];
  spending: SpendingView;
  /** true when the last publication of this product can be taken back */
  canUndo: boolean;
  kept: Pick<KeptView, "draftDays" | "publishedDays">;
  now: number;
  busy: boolean;
  onSave(edits: { contentType: string; body: TextBody; seen: string | null }[], done: () => void): void;
  onGenerate(choice: GenerateChoice & NotesChoice, done: () => void): void;
  /** @param seen what the form was made from */
  onAttributes(attributes: AttributeView[], seen: AttributeView[], done: () => void): void;
  onKeywords(groups: KeywordsChoice[], seen: KeywordsView["own"], done: () => void): void;
  onApprove(versions: VersionView[], done?: () => void): void;
  onReject(version: VersionView, reason: string, done: () => void): void;
  onDecide: ProductEvents["onDecide"];
  onUseFix: ProductEvents["onUseFix"];
  onRestore(version: VersionView, done?: () => void): void;
  onPublish(types: string[], done?: () => void): void;
  onResolve(type: string, choice: ConflictChoice, done?: () => void): void;
  onUndo(done: () => void): void;
}

/** One product: its facts, and for each content type the live text, the new one and the next step. */
export function ProductPage(props: ProductPageProps) {
  const { product, texts, running, now, models } = props;
  const edits = useEdits();
  const [generating, setGenerating] = useState<string[] | null>(null);
  const [notes, setNotes] = useState(noNotes);
  const [allImages, setAllImages] = useState(false);
  const [asking, setAsking] = useState<"publish" | "undo" | null>(null);
  const locks: LocksView = {
    all: props.busy || product.gone,
    generate: running?.kind === "generate",
    publish: running?.kind === "publish" || running?.kind === "undo",
  };
  const clean = texts.flatMap(({ newest }) => (newest?.state === "draft" && !newest.blocked ? [newest] : []));
  const approved = texts.filter(
    ({ type, approved, conflict }) => type.published !== false && approved !== null && !conflict,
  );
  const images = texts.filter(({ image }) => image !== undefined);
  const choices = [
    ...texts.filter(({ image }) => image === undefined).map(({ type }) => type),
    ...(props.imageType ? [props.imageType] : []),
  ];
  const single = images.find(({ type }) => generating?.length === 1 && generating[0] === type.name)?.type;
  const conflicts = texts.filter(({ conflict }) => conflict !== null);
  return (
    <Page
      title={product.title || "Untitled product"}
      fullWidth
      backAction={{ content: "Products", url: "/app/products" }}
      titleMetadata={
        <InlineStack gap="200">
          <ProductStatusBadge status={product.status} gone={product.gone} />
          <ContentStateBadge state={product.contentState} />
        </InlineStack>
      }
      primaryAction={{
        content: "Generate all",
        disabled: locks.all || locks.generate,
        onAction: () => setGenerating(choices.map(({ name }) => name)),
      }}
      secondaryActions={[
        {
          content: clean.length > 0 ? `Approve all clean (${clean.length})` : "Approve all clean",
          disabled: locks.all || clean.length === 0,
          onAction: () => props.onApprove(clean),
        },
        {
          content: approved.length > 0 ? `Publish approved (${approved.length})` : "Publish approved",
          disabled: locks.all || locks.publish || approved.length === 0,
          onAction: () => setAsking("publish"),
        },
        {
          content: "Undo last publication",
          rare: true,
          disabled: locks.all || locks.publish || !props.canUndo,
          onAction: () => setAsking("undo"),
        },
        ...(product.adminUrl
          ? [{ content: "View in Shopify", rare: true, url: product.adminUrl, external: true, target: "_top" as const }]
          : []),
      ]}
    >
      <PageSaveBar
        id="product-texts"
        dirty={edits.dirty}
        saving={props.busy}
        onSave={() => edits.empty.length === 0 && props.onSave(edits.changed(), edits.clear)}
        onDiscard={edits.clear}
      />
      <BlockStack gap="400">
        {props.notices}
        <MachineWordsNotice words={product.machineWords ?? []} />
        {product.gone ? (
          <Banner tone="warning" title="This product is no longer in Shopify">
            <p>Its texts are kept here. Restore the product in Shopify and sync to go on working with it.</p>
          </Banner>
        ) : null}
        {running ? <RunningCard running={running} /> : null}
        {conflicts.length > 0 && !running ? (
          <Banner
            tone="warning"
            title={`${countOf(conflicts.length, "text")} changed in Shopify since yours was written`}
          >
            <p>What changed there was not overwritten. Decide below which text stays: {names(conflicts)}.</p>
          </Banner>
        ) : null}
        {edits.empty.length > 0 ? (
          <Banner tone="critical" title="An edited text is empty">
            <p>
              Write something in {names(texts.filter((t) => edits.empty.includes(t.type.name)))}, or discard the edit.
            </p>
          </Banner>
        ) : null}
        <div className="sw-product">
          <BlockStack gap="400">
            {shownTexts(texts, allImages, edits.bodyOf).map((text) => (
              <TextCard
                key={text.type.name}
                text={text}
                lang={product.locale}
                now={now}
                editing={edits.bodyOf(text.type.name)}
                seen={edits.seenOf(text.type.name)}
                awaited={running?.texts.includes(text.type.name) ?? false}
                work={running?.kind ?? null}
                locks={locks}
                events={{
                  onEdit: (type, body) => edits.edit(type, body, text.newest?.id ?? null),
                  onKeepMine: (type) => edits.keep(type, text.newest?.id ?? null),
                  onGenerate: setGenerating,
                  onApprove: (version, done) => props.onApprove([version], done),
                  onReject: props.onReject,
                  onDecide: props.onDecide,
                  onUseFix: props.onUseFix,
                  onRestore: props.onRestore,
                  onPublish: props.onPublish,
                  onResolve: props.onResolve,
                }}
              />
            ))}
            {images.length > fewImages ? (
              <InlineStack>
                <Button onClick={() => setAllImages(!allImages)} ariaExpanded={allImages}>
                  {allImages ? "Show fewer images" : `Show all ${images.length} images`}
                </Button>
              </InlineStack>
            ) : null}
            <LostTexts texts={props.lost ?? []} now={now} />
            <KeptVersions kept={props.kept} />
          </BlockStack>
          <BlockStack gap="400">
            <FactsCard product={product} now={now} busy={locks.all} onAttributes={props.onAttributes} />
            <KeywordsCard keywords={product.keywords} busy={locks.all} onKeywords={props.onKeywords} />
          </BlockStack>
        </div>
      </BlockStack>
      {generating ? (
        <GenerateDialog
          open
          productCount={1}
          contentTypes={single ? [single] : choices}
          preselected={generating}
          models={models}
          spending={props.spending}
          busy={props.busy}
          given={notes.given}
          ready={(types) => missingTexts(notes, types).length === 0}
          more={(types) => (
            <NotesFields
              types={(single ? [single] : choices).filter(({ name }) => types.includes(name))}
              notes={notes}
              onChange={setNotes}
            />
          )}
          onGenerate={(choice) =>
            props.onGenerate({ ...choice, ...askedNotes(notes, choice.contentTypes) }, () => {
              setGenerating(null);
              setNotes(noNotes);
            })
          }
          onClose={() => setGenerating(null)}
        />
      ) : null}
      <ConfirmModal
        open={asking === "publish"}
        title={`Publish ${names(approved)}?`}
        message={`${publishLosses(approved)}The approved texts are written to your store. A text that somebody changed in Shopify meanwhile is not overwritten but shown to you as a conflict. The old texts are kept, so you can undo it.`}
        confirmLabel="Publish"
        busy={props.busy}
        onConfirm={() =>
          props.onPublish(
            approved.map((text) => text.type.name),
            () => setAsking(null),
          )
        }
        onClose={() => setAsking(null)}
      />
      <ConfirmModal
        open={asking === "undo"}
        title="Undo the last publication?"
        message="The texts that stood in your store before the last publication of this product are written back. A text that somebody changed since is left alone."
        confirmLabel="Undo publication"
        destructive
        busy={props.busy}
        onConfirm={() => props.onUndo(() => setAsking(null))}
        onClose={() => setAsking(null)}
      />
    </Page>
  );
}

function RunningCard({ running }: { running: RunningView }) {
  return (
    <div className="sw-running">
      <Card>
        <InlineStack gap="300" blockAlign="center" wrap={false}>
          <div className="sw-spinner">
            <Spinner size="small" accessibilityLabel="Working" />
          </div>
          <div role="status">
            <Text as="span">{runningWords(running)} This page shows the result as soon as it is there.</Text>
          </div>
        </InlineStack>
      </Card>
    </div>
  );
}

/** So many images are shown at first, and those where something waits for a person. */
const fewImages = 3;

function shownTexts(texts: TextView[], allImages: boolean, bodyOf: (type: string) => TextBody | null): TextView[] {
  return texts.filter(({ image, newest, conflict, type }) => {
    if (!image || allImages || image.position <= fewImages) return true;
    return conflict !== null || newest?.state === "draft" || newest?.state === "approved" || bodyOf(type.name) !== null;
  });
}

/** "The description drops 1 image of the live text. " */
function publishLosses(texts: TextView[]): string {
  return texts
    .flatMap(({ type, live, approved }) => {
      const { losses } = markupChange(type, live, approved?.body ?? null);
      return losses.length === 0
        ? []
        : [`The ${inSentence(type.label)} drops ${nameLosses(losses)} of the live text. `];
    })
    .join("");
}

function names(texts: TextView[]): string {
  const images = texts.filter(({ image }) => image !== undefined);
  const each = texts.filter(({ image }) => image === undefined || images.length === 1);
  const labels = each.map((text) => inSentence(text.type.label));
  return [...labels, ...(images.length > 1 ? [`alt texts of ${images.length} images`] : [])].join(", ");
}

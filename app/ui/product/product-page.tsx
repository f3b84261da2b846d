import { Badge, Banner, BlockStack, Button, Card, InlineStack, Spinner, Text } from "@shopify/polaris";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { countLosses } from "../../lib/html/name-losses.ts";
import { ContentStateBadge, ProductStatusBadge } from "../badges.tsx";
import { ConfirmModal } from "../confirm-modal.tsx";
import { inSentence } from "../in-sentence.ts";
import type { KeptView } from "../kept.ts";
import type { LanguageTab } from "../languages/language-tab.ts";
import { LanguageTabs } from "../languages/language-tabs.tsx";
import { Page } from "../page.tsx";
import type { PageAction } from "../page-actions.tsx";
import type { PlanView } from "../products/count-planned.ts";
import type { ModelChoice, WriteChoice } from "../products/write-choice.ts";
import type { SpendingView } from "../spending.ts";
import type { ContentTypeView, TextBody } from "../text-body.ts";
import { useFormats } from "../use-formats.ts";
import { lossCounts, markupChange } from "../what-is-lost.ts";
import { FactsCard } from "./facts-card.tsx";
import { KeptVersions } from "./kept-versions.tsx";
import { KeywordsCard } from "./keywords-card.tsx";
import { LiveCard } from "./live-card.tsx";
import { LostTexts } from "./lost-texts.tsx";
import { MachineWordsNotice } from "./machine-words-notice.tsx";
import { productStep, publishable } from "./next-step.ts";
import { askedNotes, missingTexts, type NotesChoice, NotesFields, noNotes } from "./notes-fields.tsx";
import type { AttributeView } from "./own-attributes-dialog.tsx";
import type { KeywordsChoice } from "./own-keywords-dialog.tsx";
import { Previews } from "./previews.tsx";
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
import { useNeighbours } from "./use-neighbours.ts";
import { useOpenTexts } from "./use-open-texts.ts";
import { VersionsCard } from "./versions-card.tsx";
import "../ui.css";

/** Fetched when the page has settled: nobody needs it before. */
const loadWriteDialog = () => import("../products/write-dialog.tsx");
const WriteDialog = lazy(async () => ({ default: (await loadWriteDialog()).WriteDialog }));

export interface ProductPageProps {
  notices: React.ReactNode;
  product: ProductDetailView;
  texts: TextView[];
  /** beside the shop's own; default: none */
  languages?: LanguageTab[] | undefined;
  /** texts whose place is gone */
  lost?: LostTextView[] | undefined;
  /** how the alt texts of all images are called together; null when there is no image */
  imageType: ContentTypeView | null;
  running: RunningView | null;
  models: ModelChoice[];
  /** the model's provider has a batch mode, at half the price */
  canWait: boolean;
  spending: SpendingView;
  /** true when the last publication of this product can be taken back */
  canUndo: boolean;
  kept: Pick<KeptView, "draftDays" | "publishedDays">;
  now: number;
  busy: boolean;
  /** what went wrong with the last thing asked for */
  problem: string | null;
  /** what a run for this product would write; null while it is made */
  plan: PlanView | null;
  /** why it could not be made */
  planProblem?: string | null;
  onPlan(): void;
  onWrite(choice: WriteChoice & NotesChoice, done: () => void): void;
  /** @param seen what the form was made from */
  onAttributes(attributes: AttributeView[], seen: AttributeView[], done: () => void): void;
  onKeywords(groups: KeywordsChoice[], seen: KeywordsView["own"], done: () => void): void;
  onHandsOff(off: boolean): void;
  onApprove(versions: VersionView[], done?: () => void): void;
  onReject(version: VersionView, reason: string, done: () => void): void;
  onDecide: ProductEvents["onDecide"];
  onUseFix: ProductEvents["onUseFix"];
  onChoose: ProductEvents["onChoose"];
  onRestore(version: VersionView, done?: () => void): void;
  onPublish(types: string[], done?: () => void): void;
  onResolve(type: string, choice: ConflictChoice, done?: () => void): void;
  onUndo(done: () => void): void;
}

/** One product: its texts, and what the next step is; beside them its facts, where it is live and its versions. */
export function ProductPage(props: ProductPageProps) {
  const { product, texts, running, now, models } = props;
  const { t, i18n } = useTranslation("product");
  const open = useOpenTexts(product.id, product.locale, texts);
  useNeighbours(product.id);
  const [writing, setWriting] = useState<string[] | null>(null);
  const [notes, setNotes] = useState(noNotes);
  const [allImages, setAllImages] = useState(false);
  const [asking, setAsking] = useState<"publish" | "undo" | null>(null);
  const [aside, setAside] = useState(false);
  const [editingFacts, setEditingFacts] = useState(false);
  const formats = useFormats();
  const { t: words } = useTranslation("texts");
  const inLine = ({ type }: TextView) => inSentence(type.label, i18n.language);
  /** "The description drops 1 image of the live text." */
  const publishLosses = (published: TextView[]): string[] =>
    published.flatMap((text) => {
      const { losses } = markupChange(text.type, text.live, text.approved?.body ?? null);
      const what = lossCounts(words, formats, countLosses(losses));
      return losses.length === 0 ? [] : [t("publish.loses", { text: inLine(text), what })];
    });
  const names = (published: TextView[]): string => {
    const images = published.filter(({ image }) => image !== undefined);
    const each = published.filter(({ image }) => image === undefined || images.length === 1);
    const more = images.length > 1 ? [t("publish.altTexts", { count: images.length })] : [];
    return [...each.map(inLine), ...more].join(", ");
  };
  const locks: LocksView = {
    all: props.busy || product.gone,
    generate: running?.kind === "generate" || product.handsOff === true,
    publish: running?.kind === "publish" || running?.kind === "undo",
  };
  const approved = publishable(texts);
  const images = texts.filter(({ image }) => image !== undefined);
  const choices = [
    ...texts.filter(({ image }) => image === undefined).map(({ type }) => type),
    ...(props.imageType ? [props.imageType] : []),
  ];
  const single = images.find(({ type }) => writing?.length === 1 && writing[0] === type.name)?.type;
  const step = productStep(texts);
  const write = (types = choices.map(({ name }) => name)) => {
    props.onPlan();
    setWriting(types);
  };
  useEffect(() => {
    const timer = setTimeout(() => void loadWriteDialog(), 1_500);
    return () => clearTimeout(timer);
  }, []);
  const conflicts = step.kind === "conflict" ? step.texts : [];
  const history = texts.find(({ type }) => type.name === "desc") ?? texts[0];
  const again = { content: t("step.again"), disabled: locks.all || locks.generate, onAction: () => write() };
  const steps: Record<typeof step.kind, PageAction> = {
    conflict: {
      content: t("step.conflict"),
      onAction: () => toCard(conflicts[0]?.type.label),
    },
    approve: {
      content: t("step.approve", { count: step.kind === "approve" ? step.versions.length : 0 }),
      disabled: locks.all,
      onAction: () => step.kind === "approve" && props.onApprove(step.versions),
    },
    publish: {
      content: t("step.publish", { count: approved.length }),
      disabled: locks.all || locks.publish,
      onAction: () => setAsking("publish"),
    },
    write: { content: t("step.write"), disabled: locks.all || locks.generate, onAction: () => write() },
    // Holds the place of the next step while there is none: what stands beside it keeps still when one comes.
    none: { ...again, quiet: true },
  };
  const more: PageAction[] = [
    ...(step.kind !== "publish" && approved.length > 0 ? [steps.publish] : []),
    ...(step.kind === "write" || step.kind === "none" ? [] : [again]),
    {
      content: t("step.undo"),
      disabled: locks.all || locks.publish || !props.canUndo,
      onAction: () => setAsking("undo"),
    },
    {
      content: t(product.handsOff ? "step.handsOn" : "step.handsOff"),
      disabled: locks.all,
      onAction: () => props.onHandsOff(!product.handsOff),
    },
    ...(product.adminUrl
      ? [{ content: t("step.inShopify"), url: product.adminUrl, external: true, target: "_top" as const }]
      : []),
  ].map((action) => ({ ...action, rare: true }));
  return (
    <div className="sw-step-below">
      <Page
        title={product.title || t("untitled")}
        subtitle={[product.vendor, product.productType, t("rules", { name: product.keywords.rulesName })]
          .filter((part) => part !== "")
          .join(" · ")}
        fullWidth
        backAction={{ content: t("back"), url: "/app/products" }}
        titleMetadata={
          <InlineStack gap="200">
            <ProductStatusBadge status={product.status} gone={product.gone} />
            <ContentStateBadge state={product.contentState} />
            {product.handsOff ? <Badge>{t("handsOff")}</Badge> : null}
          </InlineStack>
        }
        primaryAction={steps[step.kind]}
        secondaryActions={more}
      >
        <BlockStack gap="400">
          {props.notices}
          {props.languages && props.languages.length > 0 ? <LanguageTabs tabs={props.languages} locale={null} /> : null}
          <MachineWordsNotice words={product.machineWords ?? []} />
          {product.gone ? (
            <Banner tone="warning" title={t("gone.title")}>
              <p>{t("gone.words")}</p>
            </Banner>
          ) : null}
          {running ? <RunningCard running={running} /> : null}
          {conflicts.length > 0 && !running ? (
            <Banner tone="warning" title={t("conflict.title", { count: conflicts.length })}>
              <p>{t("conflict.words", { texts: names(conflicts) })}</p>
            </Banner>
          ) : null}
          <div className="sw-product">
            <BlockStack gap="400">
              {shownTexts(texts, allImages, open.bodyOf).map((text) => (
                <TextCard
                  key={text.type.name}
                  text={text}
                  lang={product.locale}
                  now={now}
                  productId={product.id}
                  editing={open.bodyOf(text.type.name)}
                  kept={open.keptOf(text.type.name)}
                  awaited={running?.texts.includes(text.type.name) ?? false}
                  work={running?.kind ?? null}
                  locks={locks}
                  onFacts={() => setEditingFacts(true)}
                  events={{
                    onEdit: (type, body, changed) =>
                      open.edit(type, body, changed ? (text.newest?.id ?? null) : undefined),
                    onGenerate: write,
                    onApprove: (version, done) => props.onApprove([version], done),
                    onReject: props.onReject,
                    onDecide: props.onDecide,
                    onUseFix: props.onUseFix,
                    onChoose: props.onChoose,
                    onRestore: props.onRestore,
                    onPublish: props.onPublish,
                    onResolve: props.onResolve,
                  }}
                />
              ))}
              {images.length > fewImages ? (
                <InlineStack>
                  <Button onClick={() => setAllImages(!allImages)} ariaExpanded={allImages}>
                    {allImages ? t("fewerImages") : t("allImages", { count: images.length })}
                  </Button>
                </InlineStack>
              ) : null}
              <Previews product={product} texts={texts} />
              <LostTexts texts={props.lost ?? []} now={now} />
              <KeptVersions kept={props.kept} />
            </BlockStack>
            <div className={aside ? "sw-aside sw-aside-open" : "sw-aside"}>
              <div className="sw-aside-button">
                <Button
                  fullWidth
                  onClick={() => setAside(!aside)}
                  ariaExpanded={aside}
                  disclosure={aside ? "up" : "down"}
                >
                  {t("facts")}
                </Button>
              </div>
              <div className="sw-aside-rest">
                <BlockStack gap="400">
                  <FactsCard
                    product={product}
                    now={now}
                    busy={locks.all}
                    onAttributes={props.onAttributes}
                    editing={editingFacts}
                    onEditing={setEditingFacts}
                  />
                  <KeywordsCard keywords={product.keywords} busy={locks.all} onKeywords={props.onKeywords} />
                  <LiveCard texts={texts} now={now} />
                  {history ? (
                    <VersionsCard
                      texts={texts.filter(({ image }) => image === undefined)}
                      lang={product.locale}
                      now={now}
                      locked={locks.all}
                      onRestore={props.onRestore}
                      onReuse={(text, version) => open.edit(text.type.name, version.body, text.newest?.id ?? null)}
                    />
                  ) : null}
                </BlockStack>
              </div>
            </div>
          </div>
        </BlockStack>
        {writing ? (
          <Suspense>
            <WriteDialog
              plan={props.plan}
              contentTypes={single ? [single] : choices}
              preselected={writing}
              onlyMissing={false}
              models={models}
              spending={props.spending}
              canWait={props.canWait}
              groups={false}
              busy={props.busy}
              problem={props.problem ?? props.planProblem ?? null}
              now={now}
              one={{
                given: notes.given,
                ready: (types) => missingTexts(notes, types).length === 0,
                fields: (types) => (
                  <NotesFields
                    types={(single ? [single] : choices).filter(({ name }) => types.includes(name))}
                    notes={notes}
                    onChange={setNotes}
                  />
                ),
              }}
              onWrite={(choice) =>
                props.onWrite({ ...choice, ...askedNotes(notes, choice.contentTypes) }, () => {
                  setWriting(null);
                  setNotes(noNotes);
                })
              }
              onClose={() => setWriting(null)}
            />
          </Suspense>
        ) : null}
        <ConfirmModal
          open={asking === "publish"}
          title={t("publish.title", { texts: names(approved) })}
          message={`${publishLosses(approved)
            .map((line) => `${line} `)
            .join("")}${t("publish.words")}`}
          confirmLabel={t("publish.act")}
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
          title={t("undo.title")}
          message={t("undo.words")}
          confirmLabel={t("undo.act")}
          destructive
          busy={props.busy}
          onConfirm={() => props.onUndo(() => setAsking(null))}
          onClose={() => setAsking(null)}
        />
      </Page>
    </div>
  );
}

function toCard(label: string | undefined): void {
  const card = document.querySelector<HTMLElement>(`section[aria-label="${CSS.escape(label ?? "")}"]`);
  card?.scrollIntoView({ block: "center" });
  card?.focus({ preventScroll: true });
}

function RunningCard({ running }: { running: RunningView }) {
  const { t } = useTranslation("product");
  return (
    <div className="sw-running">
      <Card>
        <InlineStack gap="300" blockAlign="center" wrap={false}>
          <div className="sw-spinner">
            <Spinner size="small" accessibilityLabel={t("running.label")} />
          </div>
          <div role="status">
            <Text as="span">
              {t(runningWords(running))} {t("running.soon")}
            </Text>
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

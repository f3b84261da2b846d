import { BlockStack, Card, EmptyState } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmModal } from "../confirm-modal.tsx";
import { shelfImage } from "../illustration.ts";
import { Page } from "../page.tsx";
import type { PageAction } from "../page-actions.tsx";
import type { SpendingView } from "../spending.ts";
import type { ContentTypeView } from "../text-body.ts";
import { WorkTray } from "../work-tray.tsx";
import type { PlanView } from "./count-planned.ts";
import { GapLine } from "./gap-line.tsx";
import { ImportCard } from "./import-card.tsx";
import {
  builtInViews,
  isFiltered,
  isOnSaleOnly,
  type View,
  viewOf,
  withCursor,
  withOnSaleOnly,
  withoutFilters,
  withoutName,
} from "./list-address.ts";
import { type NextStep, nextStepOf, writeAddress } from "./next-step.ts";
import type { FacetsView, GapView, ImportView, ProductPageView, ProductRowView, Selection } from "./product-view.ts";
import { ProductsIndexFilters, type ViewChanges } from "./products-index-filters.tsx";
import { type EmptyWords, ProductsTable } from "./products-table.tsx";
import type { PublishPlanView } from "./publish-plan-view.ts";
import { reviewAddress } from "./review-address.ts";
import { RunLine } from "./run-line.tsx";
import type { RunLineView } from "./run-line-view.ts";
import { countChosen, useSelectionStore } from "./selection.ts";
import { isKnownText, nameOfText } from "./text-names.ts";
import { useListKeys } from "./use-list-keys.ts";
import type { ModelChoice, WriteChoice } from "./write-choice.ts";

/** Fetched when the page has settled: nobody needs it before. */
const loadWriteDialog = () => import("./write-dialog.tsx");
const PublishDialog = lazy(async () => ({ default: (await import("./publish-dialog.tsx")).PublishDialog }));
const WriteDialog = lazy(async () => ({ default: (await loadWriteDialog()).WriteDialog }));

export interface ProductsPageProps {
  notices: React.ReactNode;
  page: ProductPageView;
  facets: FacetsView;
  views: View[];
  gaps: GapView[];
  /** of the views that every shop has, by their ids */
  counts: Record<string, { value: number; capped: boolean }>;
  /** false before the first import */
  imported: boolean;
  running: ImportView | null;
  /** the last run that this person started */
  runLine: RunLineView | null;
  /** other work, under way or ended while the page was open */
  work?: React.ReactNode;
  /** the same in a line */
  workLine?: string;
  contentTypes: ContentTypeView[];
  /** the model's provider has a batch mode, at half the price */
  canWait?: boolean;
  /** rules of the shop let variant groups share their texts */
  groups?: boolean;
  models: ModelChoice[];
  spending: SpendingView;
  now: number;
  address: URLSearchParams;
  onAddress(next: URLSearchParams, options?: { replace: boolean }): void;
  onOpen(url: string): void;
  viewChanges: ViewChanges;
  loading: boolean;
  /** which action is under way */
  busy: "import" | "generate" | "approve" | "publish" | null;
  problem: string | null;
  onImport(): void;
  exporting: boolean;
  onExport(): void;
  /** of the selection that {@link onPlan} was called with last; null while it is made */
  plan: PlanView | null;
  /** why it could not be made */
  planProblem?: string | null;
  onPlan(selection: Selection): void;
  /** @param done told the products of a sample */
  onGenerate(selection: Selection, choice: WriteChoice, done: (sampled?: string[]) => void): void;
  onApprove(selection: Selection, done: () => void): void;
  /** what publishing the chosen products would do, and in a sentence what it takes off the live texts; null while it is asked */
  publishing: { plan: PublishPlanView | null; losses: string } | null;
  onLosses(selection: Selection): void;
  onPublish(selection: Selection, done: () => void): void;
  /** null: the shop has one language */
  onTranslate?: ((selection: Selection, done: () => void) => void) | null;
}

type Asking = { kind: "write" | "approve" | "publish"; selection: Selection };
const everything: Selection = { all: true, except: [] };
const withDrafts: readonly string[] = ["needs_review", "warned", "blocked", "conflict"];

/** The shop's products: find them, see what their texts lack, and write, approve or publish for many at once. */
export function ProductsPage(props: ProductsPageProps) {
  const { page, address, running, imported, busy, gaps, counts, onAddress, onOpen } = props;
  const { t } = useTranslation("products");
  const [asking, setAsking] = useState<Asking | null>(null);
  const listKey = [...address].filter(([name]) => !placeNames.includes(name)).join("&");
  const ids = useMemo(() => page.rows.map(({ id }) => id), [page.rows]);
  const store = useSelectionStore(ids, listKey);
  const { onPlan } = props;
  const onPlanLatest = useLatest(onPlan);
  const ask = useCallback(
    (kind: Asking["kind"], selection: Selection) => {
      if (kind === "write") onPlanLatest.current(selection);
      setAsking({ kind, selection });
    },
    [onPlanLatest],
  );
  useEffect(() => {
    const timer = setTimeout(() => void loadWriteDialog(), 1_500);
    return () => clearTimeout(timer);
  }, []);
  useOpenedDialog(address, onAddress, () => ask("write", everything));
  const publish = (selection: Selection) => {
    props.onLosses(selection);
    ask("publish", selection);
  };
  const finish = (sampled?: string[]) => {
    setAsking(null);
    if (sampled) store.drop(sampled);
    else store.clear();
  };
  const view = viewOf(address);
  const step = nextStepOf(address, { shown: page.count, counts, gaps });
  const take = (next: NextStep) => {
    switch (next.kind) {
      case "review":
      case "decide":
        return onOpen(reviewAddress(["review", "conflicts"].includes(view.id) ? address : new URLSearchParams()));
      case "publish":
        return next.here ? publish(everything) : onAddress(new URLSearchParams("state=approved&view=approved"));
      case "update":
        return ask("write", everything);
      case "write":
        return next.here ? ask("write", everything) : onOpen(writeAddress(address, next.gap));
    }
  };
  const takeLatest = useLatest(take);
  const { onTranslate = null } = props;
  const translateLatest = useLatest(onTranslate);
  const translates = onTranslate !== null;
  const publishLatest = useLatest(publish);
  const actions = useMemo(
    () => ({
      review: () => takeLatest.current({ kind: "review", count: 0 }),
      write: (selection: Selection) => ask("write", selection),
      translate: translates
        ? (selection: Selection) => translateLatest.current?.(selection, () => store.clear())
        : null,
      approve: (selection: Selection) => ask("approve", selection),
      publish: (selection: Selection) => publishLatest.current(selection),
      allDrafts: view.id === "review",
    }),
    [ask, view.id, takeLatest, publishLatest, translates, translateLatest, store],
  );
  const addressLatest = useLatest(address);
  const onCursor = useCallback(
    (cursor: string) => onAddress(withCursor(addressLatest.current, cursor)),
    [onAddress, addressLatest],
  );
  const reviewUrlOf = useCallback(
    ({ id, contentState }: ProductRowView) =>
      withDrafts.includes(contentState) ? reviewAddress(new URLSearchParams(), id) : null,
    [],
  );
  const isReview = step?.kind === "review";
  const onReview = useMemo(
    () => (isReview ? () => takeLatest.current({ kind: "review", count: 0 }) : null),
    [isReview, takeLatest],
  );
  useListKeys({ onReview });
  const empty = useEmptyWords(t, props, step);
  const fresh = !imported && page.rows.length === 0 && !isFiltered(address);
  const action = { onAction: props.onImport, loading: busy === "import", disabled: running !== null };
  const primary: PageAction | undefined =
    imported && step
      ? { content: wordsOfStep(t, step), onAction: () => take(step) }
      : imported || fresh
        ? undefined
        : { content: t("importCatalogue"), ...action };
  return (
    <div className="sw-step-below">
      <Page
        title={t("title")}
        fullWidth
        primaryAction={primary}
        secondaryActions={
          imported
            ? [
                {
                  content: t("export"),
                  onAction: props.onExport,
                  loading: props.exporting,
                  disabled: page.rows.length === 0,
                  helpText: t("exportHelp"),
                },
                { content: t("sync"), ...action, helpText: t("syncHelp") },
                { content: t("reviews"), url: "/app/reviews" },
                { content: t("feeds"), url: "/app/channels/feeds" },
              ]
            : []
        }
      >
        <BlockStack gap="400">
          {props.notices}
          {running || props.work ? (
            <WorkTray line={props.workLine ?? ""}>
              {running ? (
                <div className="sw-import">
                  <ImportCard progress={running} />
                </div>
              ) : null}
              {props.work}
            </WorkTray>
          ) : null}
          {fresh && !running ? (
            <Card>
              <EmptyState
                heading={t("fresh.heading")}
                image={shelfImage}
                action={{ content: t("importCatalogue"), onAction: props.onImport, loading: busy === "import" }}
              >
                <p>{t("fresh.text")}</p>
              </EmptyState>
            </Card>
          ) : (
            <Card padding="0">
              <div data-list-filters="">
                <ProductsIndexFilters
                  address={address}
                  onAddress={onAddress}
                  views={props.views}
                  changes={props.viewChanges}
                  facets={props.facets}
                  loading={props.loading}
                />
              </div>
              <GapLine gaps={gaps} address={address} onAddress={onAddress} />
              <RunLine line={props.runLine} starting={busy === "generate" || busy === "publish"} now={props.now}>
                {wordsOfCount(t, props)}
              </RunLine>
              <ProductsTable
                page={page}
                now={props.now}
                loading={props.loading}
                empty={empty}
                store={store}
                actions={actions}
                onCursor={onCursor}
                reviewUrlOf={reviewUrlOf}
              />
            </Card>
          )}
        </BlockStack>
      </Page>
      <p className="sw-hidden" role="status">
        {props.loading ? "" : wordsOfCount(t, props)}
      </p>
      {asking ? <Dialogs {...props} asking={asking} onClose={() => setAsking(null)} onDone={finish} /> : null}
    </div>
  );
}

function Dialogs(
  props: ProductsPageProps & { asking: Asking; onClose(): void; onDone(sampled?: string[]): void },
): React.ReactNode {
  const { asking, page, busy, address, gaps, onClose, onDone } = props;
  const { kind, selection } = asking;
  const { t } = useTranslation("products");
  const count = countChosen(selection, page.count.value);
  if (kind === "write") {
    const lacked = lackedTypes(address, gaps, props.contentTypes);
    const wanted = props.contentTypes.filter((type) => type.wanted).map(({ name }) => name);
    return (
      <Suspense>
        <WriteDialog
          plan={props.plan}
          contentTypes={props.contentTypes}
          models={props.models}
          spending={props.spending}
          canWait={props.canWait ?? false}
          groups={props.groups ?? false}
          preselected={lacked.length > 0 ? lacked : wanted}
          onlyMissing={!address.has("outdated")}
          busy={busy === "generate"}
          problem={props.problem ?? props.planProblem ?? null}
          now={props.now}
          onWrite={(choice) => props.onGenerate(selection, choice, onDone)}
          onClose={onClose}
        />
      </Suspense>
    );
  }
  return kind === "approve" ? (
    <ConfirmModal
      open
      title={t("approveDialog.title", { count })}
      message={t("approveDialog.text")}
      confirmLabel={t("approveDialog.confirm")}
      busy={busy === "approve"}
      onConfirm={() => props.onApprove(selection, onDone)}
      onClose={onClose}
    />
  ) : (
    <Suspense>
      <PublishDialog
        plan={props.publishing?.plan ?? null}
        losses={props.publishing?.losses ?? ""}
        busy={busy === "publish"}
        onPublish={() => props.onPublish(selection, onDone)}
        onClose={onClose}
      />
    </Suspense>
  );
}

/** What of the address is not about which products are listed. */
const placeNames: readonly string[] = ["view", "cursor", "sort", "dir", "write"];

/** Values for handlers that keep their identity: a table that is drawn again for each of them would be slow. */
function useLatest<T>(value: T) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Links from elsewhere open the dialog with the list; closed, it does not come back with the address. */
function useOpenedDialog(address: URLSearchParams, onAddress: ProductsPageProps["onAddress"], open: () => void): void {
  const asked = address.get("write") === "1";
  const latest = useLatest({ address, onAddress, open });
  useEffect(() => {
    if (!asked) return;
    latest.current.open();
    latest.current.onAddress(withoutName(latest.current.address, "write"), { replace: true });
  }, [asked, latest]);
}

function wordsOfStep(t: TFunction<"products">, step: NextStep): string {
  const { count } = step;
  if (step.kind !== "write") return t(step.kind, { count });
  return isKnownText(step.contentType) ? t(`write.${step.contentType}`, { count }) : t("write.other", { count });
}

/** How many products are listed, and which: it stands above the list, and is said aloud when another one is shown. */
function wordsOfCount(t: TFunction<"products">, { page, address, gaps }: ProductsPageProps): string {
  const { value: count, capped } = page.count;
  const asked = gaps.filter(({ name }) => address.getAll("gap").includes(name));
  if (asked.length > 0) {
    const text = asked.map((gap) => gap.label || nameOfText(t, gap.contentType)).join(", ");
    return t("gaps.shown", { count, text });
  }
  if (capped) return t("more", { count });
  return t(isOnSaleOnly(address) ? "shownOnSale" : "shown", { count });
}

/** The texts that the list's filters for missing content name. */
function lackedTypes(address: URLSearchParams, gaps: readonly GapView[], types: ContentTypeView[]): string[] {
  const named = gaps.filter(({ name }) => address.getAll("gap").includes(name));
  if (named.length > 0) return named.map(({ contentType }) => contentType);
  const asked = address.getAll("missing");
  return types
    .filter(({ missing, wanted }) => (missing && asked.includes(missing)) || (wanted && asked.includes("wanted")))
    .map(({ name }) => name);
}

const quiet = ["review", "approved", "conflicts", "new", "outdated"] as const;

function useEmptyWords(t: TFunction<"products">, props: ProductsPageProps, step: NextStep | null): EmptyWords {
  const { address, running, onAddress, onOpen, gaps } = props;
  return useMemo(() => {
    const words = (heading: string, text: string, actions: EmptyWords["actions"] = []) => ({ heading, text, actions });
    const view = viewOf(address, builtInViews);
    const known = quiet.find((id) => id === view.id);
    const gap = gaps.find(({ count }) => count.value > 0);
    const write = gap
      ? [{ content: t("empty.writeTexts"), onAction: () => onOpen(writeAddress(address, gap.name)) }]
      : [];
    if (address.has("gap")) return words(t("empty.gap"), t("empty.gapText"));
    if (known && address.has("view") && !address.has("q")) {
      return words(t(`empty.${known}`), t(`empty.${known}Text`), known === "review" ? write : []);
    }
    if (!isFiltered(address) && step === null) {
      return running
        ? words(t("empty.importing"), t("empty.importingText"))
        : words(t("empty.none"), t("empty.noneText"));
    }
    const text = address.get("q");
    return words(text ? t("empty.noMatch", { text }) : t("empty.noMatchFilters"), t("empty.noMatchText"), [
      { content: t("empty.clear"), onAction: () => onAddress(withoutFilters(address)) },
      ...(isOnSaleOnly(address)
        ? [{ content: t("empty.notOnSale"), onAction: () => onAddress(withOnSaleOnly(address, false)) }]
        : []),
    ]);
  }, [t, address, running, onAddress, onOpen, gaps, step]);
}

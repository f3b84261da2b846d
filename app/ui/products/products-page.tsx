import { BlockStack, Card, EmptyState } from "@shopify/polaris";
import { useState } from "react";
import { ConfirmModal } from "../confirm-modal.tsx";
import { shelfImage } from "../illustration.ts";
import { countOf } from "../numbers.ts";
import { Page } from "../page.tsx";
import type { SpendingView } from "../spending.ts";
import type { ContentTypeView } from "../text-body.ts";
import { WorkTray } from "../work-tray.tsx";
import { type GenerateChoice, GenerateDialog, type ModelChoice } from "./generate-dialog.tsx";
import { ImportCard } from "./import-card.tsx";
import { isFiltered, type View, withCursor } from "./list-address.ts";
import type { FacetsView, ImportView, Selection } from "./product-view.ts";
import { ProductsIndexFilters, type ViewChanges } from "./products-index-filters.tsx";
import { type ProductPageView, ProductsTable } from "./products-table.tsx";
import { useSelection } from "./use-selection.ts";

export interface ProductsPageProps {
  notices: React.ReactNode;
  page: ProductPageView;
  facets: FacetsView;
  views: View[];
  /** false before the first import */
  imported: boolean;
  running: ImportView | null;
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
  viewChanges: ViewChanges;
  loading: boolean;
  /** which action is under way */
  busy: "import" | "generate" | "approve" | "publish" | null;
  problem: string | null;
  onImport(): void;
  /** @param done told the products of a sample */
  onGenerate(selection: Selection, choice: GenerateChoice, done: (sampled?: string[]) => void): void;
  onApprove(selection: Selection, done: () => void): void;
  /** what the chosen products' approved texts drop of the live ones, in a sentence; "" when nothing, null while it is asked */
  losses: string | null;
  onLosses(selection: Selection): void;
  onPublish(selection: Selection, done: () => void): void;
}

/** The shop's products: find them, see what their texts lack, and write, approve or publish for many at once. */
export function ProductsPage(props: ProductsPageProps) {
  const { page, address, running, imported, busy } = props;
  const [dialog, setDialog] = useState<"generate" | "approve" | "publish" | null>(null);
  const listKey = [...address].filter(([name]) => !["view", "cursor", "sort", "dir"].includes(name)).join("&");
  const { selection, clear, drop, change } = useSelection(
    page.rows.map((row) => row.id),
    listKey,
  );
  const count = selection.all ? page.count.value - selection.except.length : selection.ids.length;
  const capped = selection.all && page.count.capped;
  const lacked = lackedTypes(address, props.contentTypes);
  const finish = (sampled?: string[]) => {
    setDialog(null);
    if (sampled) drop(sampled);
    else clear();
  };
  const openPublish = () => {
    props.onLosses(selection);
    setDialog("publish");
  };
  const fresh = !imported && page.rows.length === 0 && !isFiltered(address);
  const action = { onAction: props.onImport, loading: busy === "import", disabled: running !== null };
  return (
    <Page
      title="Products"
      fullWidth
      primaryAction={imported || fresh ? undefined : { content: "Import catalogue", ...action }}
      secondaryActions={
        imported ? [{ content: "Sync now", ...action, helpText: "Read all products from Shopify again" }] : []
      }
    >
      <BlockStack gap="400">
        {props.notices}
        {running || props.work ? (
          <WorkTray line={props.workLine ?? (running ? "The catalogue is being imported" : "Work is under way")}>
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
              heading="Import your catalogue to begin"
              image={shelfImage}
              action={{ content: "Import catalogue", onAction: props.onImport, loading: busy === "import" }}
            >
              <p>
                Shelfwright reads your products from Shopify, writes better texts for them and shows each one beside the
                live text. Importing changes nothing in your store.
              </p>
            </EmptyState>
          </Card>
        ) : (
          <Card padding="0">
            <ProductsIndexFilters
              address={address}
              onAddress={props.onAddress}
              views={props.views}
              changes={props.viewChanges}
              facets={props.facets}
              loading={props.loading}
            />
            <ProductsTable
              page={page}
              now={props.now}
              loading={props.loading}
              empty={whyEmpty(address, running !== null)}
              selection={selection}
              onSelect={change}
              onCursor={(cursor) => props.onAddress(withCursor(address, cursor))}
              actions={[
                { content: "Generate content", onAction: () => setDialog("generate") },
                { content: "Approve clean drafts", onAction: () => setDialog("approve") },
                { content: "Publish approved", onAction: () => openPublish() },
              ]}
            />
          </Card>
        )}
      </BlockStack>
      {dialog === "generate" ? (
        <GenerateDialog
          open
          productCount={count}
          capped={capped}
          contentTypes={props.contentTypes}
          models={props.models}
          spending={props.spending}
          canWait={props.canWait}
          groups={props.groups}
          onlyMissing={lacked.length > 0}
          preselected={lacked.length > 0 ? lacked : undefined}
          busy={busy === "generate"}
          problem={props.problem}
          onGenerate={(choice) => props.onGenerate(selection, choice, finish)}
          onClose={() => setDialog(null)}
        />
      ) : null}
      <ConfirmModal
        open={dialog === "approve"}
        title={`Approve clean drafts of ${countOf(count, "product")}?`}
        message="Every draft without a blocking warning is approved. Drafts that a check blocks stay as they are, for you to look at: also those that would drop an image, video, table or link of the live text. Nothing is published yet."
        confirmLabel="Approve clean drafts"
        busy={busy === "approve"}
        onConfirm={() => props.onApprove(selection, finish)}
        onClose={() => setDialog(null)}
      />
      <ConfirmModal
        open={dialog === "publish"}
        title={`Publish approved texts of ${countOf(count, "product")}?`}
        message={`${props.losses ? `${props.losses} ` : ""}Approved texts are written to your store. A text that somebody changed in Shopify meanwhile is not overwritten but shown to you as a conflict. The old texts are kept, so you can undo it.`}
        confirmLabel="Publish"
        busy={busy === "publish" || props.losses === null}
        onConfirm={() => props.onPublish(selection, finish)}
        onClose={() => setDialog(null)}
      />
    </Page>
  );
}

/** The texts that the list's filter for missing content names. */
function lackedTypes(address: URLSearchParams, types: ContentTypeView[]): string[] {
  const asked = address.getAll("missing");
  return types
    .filter(({ missing, wanted }) => (missing && asked.includes(missing)) || (wanted && asked.includes("wanted")))
    .map(({ name }) => name);
}

function whyEmpty(address: URLSearchParams, importing: boolean): "filtered" | "quiet" | "importing" | "none" {
  if (!isFiltered(address)) return importing ? "importing" : "none";
  return address.has("view") && !address.has("q") ? "quiet" : "filtered";
}

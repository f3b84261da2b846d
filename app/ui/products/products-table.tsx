import { Button, EmptyState } from "@shopify/polaris";
import { ChevronLeftIcon, ChevronRightIcon } from "@shopify/polaris-icons";
import { type MouseEvent, memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { shelfImage } from "../illustration.ts";
import { useSlow } from "../use-slow.ts";
import { ProductRow } from "./product-row.tsx";
import type { ProductPageView, ProductRowView } from "./product-view.ts";
import type { SelectionStore } from "./selection.ts";
import { PageCheck, type SelectionActions, SelectionBar } from "./selection-bar.tsx";
import "./products.css";

export interface EmptyWords {
  heading: string;
  text: string;
  actions: { content: string; onAction(): void }[];
}

export interface ProductsTableProps {
  page: ProductPageView;
  now: number;
  loading: boolean;
  empty: EmptyWords;
  store: SelectionStore;
  actions: SelectionActions;
  onCursor(cursor: string): void;
  reviewUrlOf(row: ProductRowView): string | null;
}

/** The rows of a list, each as tall as the other. One drawing of it serves all ticks: what is chosen lives in the store. */
export const ProductsTable = memo(function ProductsTable(props: ProductsTableProps) {
  const { page, now, store, actions, onCursor, reviewUrlOf } = props;
  const { t } = useTranslation("products");
  const slow = useSlow(props.loading, 300);
  const [selecting, setSelecting] = useState(false);
  if (page.rows.length === 0) return <NoRows {...props.empty} loading={slow} />;
  return (
    <div className="sw-products" data-loading={props.loading || undefined} data-selecting={selecting || undefined}>
      {slow ? <div className="sw-thin-bar" aria-hidden="true" /> : null}
      <SelectionBar
        store={store}
        page={page}
        actions={actions}
        selecting={selecting}
        onSelecting={(next) => {
          setSelecting(next);
          if (!next) store.clear();
        }}
      />
      <table aria-label={t("title")} aria-busy={props.loading}>
        <thead>
          <tr>
            <td className="sw-cell-check">
              <PageCheck store={store} page={page} />
            </td>
            <td className="sw-cell-picture" />
            <th scope="col" className="sw-cell-name">
              {t("columns.product")}
            </th>
            <th scope="col" className="sw-cell-texts">
              {t("columns.texts")}
            </th>
            <th scope="col" className="sw-cell-findings">
              {t("columns.findings")}
            </th>
            <th scope="col" className="sw-cell-changed">
              {t("columns.changed")}
            </th>
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click beside a row's link and box does what those do, by keyboard too */}
        <tbody onClick={(event) => take(event, store)}>
          {page.rows.map((product) => (
            <ProductRow key={product.id} product={product} store={store} now={now} reviewUrl={reviewUrlOf(product)} />
          ))}
        </tbody>
      </table>
      {page.nextCursor !== null || page.previousCursor !== null ? <Pages page={page} onCursor={onCursor} /> : null}
    </div>
  );
});

/** A click anywhere in a row opens its product, one into its box ticks it, with Shift all rows up to the last one ticked. */
function take(event: MouseEvent<HTMLTableSectionElement>, store: SelectionStore): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const row = target.closest<HTMLElement>("tr[data-id]");
  const id = row?.dataset.id;
  if (!row || id === undefined) return;
  if (target instanceof HTMLInputElement) {
    store.tick(id, { selecting: target.checked, far: event.shiftKey });
    return;
  }
  if (target.closest("a, button, label, input")) return;
  if (row.closest("[data-selecting]")) {
    row.querySelector<HTMLInputElement>("input[data-tick]")?.click();
    return;
  }
  // Words of a row can be marked and copied.
  if (window.getSelection()?.isCollapsed === false) return;
  row.querySelector<HTMLAnchorElement>("a[data-primary]")?.click();
}

function Pages({ page, onCursor }: { page: ProductPageView; onCursor(cursor: string): void }) {
  const { t } = useTranslation("products");
  const { nextCursor, previousCursor, count } = page;
  return (
    <nav className="sw-pages" aria-label={t("pages.name")}>
      <Button
        icon={ChevronLeftIcon}
        accessibilityLabel={t("pages.previous")}
        disabled={previousCursor === null}
        onClick={() => previousCursor && onCursor(previousCursor)}
      />
      <span>{t(count.capped ? "more" : "shown", { count: count.value })}</span>
      <Button
        icon={ChevronRightIcon}
        accessibilityLabel={t("pages.next")}
        disabled={nextCursor === null}
        onClick={() => nextCursor && onCursor(nextCursor)}
      />
    </nav>
  );
}

function NoRows({ heading, text, actions, loading }: EmptyWords & { loading: boolean }) {
  const [first, second] = actions;
  return (
    <div className="sw-products-empty" data-loading={loading || undefined}>
      <EmptyState
        heading={heading}
        image={shelfImage}
        {...(first ? { action: { ...first } } : {})}
        {...(second ? { secondaryAction: { ...second } } : {})}
      >
        <p>{text}</p>
      </EmptyState>
    </div>
  );
}

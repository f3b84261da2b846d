import { EmptySearchResult, EmptyState, IndexTable, type IndexTableProps, useBreakpoints } from "@shopify/polaris";
import { shelfImage } from "../illustration.ts";
import { countOf } from "../numbers.ts";
import { useSlow } from "../use-slow.ts";
import { ProductRow } from "./product-row.tsx";
import type { ProductRowView, Selection } from "./product-view.ts";
import { isChosen, type useSelection } from "./use-selection.ts";

export interface ProductPageView {
  rows: ProductRowView[];
  nextCursor: string | null;
  previousCursor: string | null;
  count: { value: number; capped: boolean };
}

export interface ProductsTableProps {
  page: ProductPageView;
  now: number;
  loading: boolean;
  /** why there may be no rows */
  empty: "filtered" | "quiet" | "importing" | "none";
  selection: Selection;
  onSelect: ReturnType<typeof useSelection>["change"];
  onCursor(cursor: string): void;
  actions: { content: string; onAction(): void }[];
}

const headings: IndexTableProps["headings"] = [
  { title: "Image", hidden: true },
  { title: "Product" },
  { title: "Status" },
  { title: "Content" },
  { title: "Missing" },
  { title: "Vendor" },
  { title: "Type" },
  { title: "Updated" },
];

export function ProductsTable(props: ProductsTableProps) {
  const { page, now, selection, onSelect, onCursor, actions } = props;
  const slow = useSlow(props.loading);
  const narrow = useBreakpoints().smDown;
  const { value, capped } = page.count;
  const whole = selection.all && selection.except.length === 0;
  const selectedCount = whole ? "All" : selection.all ? value - selection.except.length : selection.ids.length;
  const more = page.nextCursor !== null || page.previousCursor !== null;
  const count = `${capped ? "more than " : ""}${countOf(value, "product")}`;
  return (
    <div className="sw-list sw-list-products">
      <IndexTable
        resourceName={{ singular: "product", plural: "products" }}
        itemCount={page.rows.length}
        selectedItemsCount={selectedCount}
        onSelectionChange={(type, selecting, what) => onSelect(type, selecting, what)}
        hasMoreItems={more}
        paginatedSelectAllActionText={`Select all ${count} in this view`}
        paginatedSelectAllText={whole ? `All ${count} in this view are selected.` : undefined}
        loading={slow}
        headings={headings}
        // These are shown only where something is chosen, which is long after the page has come.
        promotedBulkActions={narrow ? actions.slice(0, 1) : actions}
        bulkActions={narrow ? actions.slice(1) : []}
        emptyState={<NoRows why={props.empty} />}
        pagination={
          more
            ? {
                hasNext: page.nextCursor !== null,
                hasPrevious: page.previousCursor !== null,
                onNext: () => page.nextCursor && onCursor(page.nextCursor),
                onPrevious: () => page.previousCursor && onCursor(page.previousCursor),
                label: count,
                accessibilityLabel: "Pages of products",
              }
            : undefined
        }
      >
        {page.rows.map((product, position) => (
          <ProductRow
            key={product.id}
            product={product}
            position={position}
            selected={isChosen(selection, product.id)}
            now={now}
          />
        ))}
      </IndexTable>
    </div>
  );
}

function NoRows({ why }: { why: ProductsTableProps["empty"] }) {
  if (why === "importing") {
    return (
      <EmptyState heading="Your products are on their way" image={shelfImage}>
        <p>They appear here as the import goes on.</p>
      </EmptyState>
    );
  }
  if (why === "none") {
    return (
      <EmptyState heading="Your store has no products yet" image={shelfImage}>
        <p>Add products in Shopify, then choose Sync now.</p>
      </EmptyState>
    );
  }
  if (why === "quiet") {
    return (
      <EmptyState heading="Nothing here" image={shelfImage}>
        <p>No product is in this state now. Choose All to see every product.</p>
      </EmptyState>
    );
  }
  return (
    <EmptySearchResult
      title="No products found"
      description="Try other words or take off a filter."
      withIllustration={false}
    />
  );
}

import { Pagination, type PaginationProps, Text } from "@shopify/polaris";
import type { MouseEvent, ReactNode } from "react";
import "./ui.css";

export interface ListTableProps {
  headings: { title: string; alignment?: "end" }[];
  loading?: boolean;
  /** instead of the table where there are no rows */
  empty: ReactNode;
  pages?: PaginationProps | undefined;
  rows: ReactNode[];
}

/**
 * A list whose rows are read and opened, not chosen. It looks as Polaris's IndexTable does, by its styles, without the 12 kB of
 * program that are for choosing, sorting and headings that are measured.
 */
export function ListTable({ headings, loading = false, empty, pages, rows }: ListTableProps) {
  return (
    <div className="Polaris-IndexTable">
      <div className="Polaris-IndexTable__IndexTableWrapper">
        {loading ? <div className="sw-thin-bar" aria-hidden="true" /> : null}
        {rows.length === 0 ? (
          <div className="Polaris-IndexTable__EmptySearchResultWrapper">{empty}</div>
        ) : (
          <div className="Polaris-IndexTable-ScrollContainer">
            <table
              className="Polaris-IndexTable__Table Polaris-IndexTable__Table--unselectable Polaris-IndexTable__Table--sticky"
              aria-busy={loading}
            >
              <thead>
                <tr>
                  {headings.map(({ title, alignment }) => (
                    <th
                      key={title}
                      scope="col"
                      className={`Polaris-IndexTable__TableHeading Polaris-IndexTable__TableHeading--unselectable${alignment === "end" ? " Polaris-IndexTable--tableHeadingAlignEnd" : ""}`}
                    >
                      <Text as="span" variant="bodySm" fontWeight="medium">
                        {title}
                      </Text>
                    </th>
                  ))}
                </tr>
              </thead>
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click beside a row's link does what that does, by keyboard too */}
              <tbody onClick={openRow}>{rows}</tbody>
            </table>
          </div>
        )}
        {pages ? (
          <div className="Polaris-IndexTable__PaginationWrapper">
            <Pagination type="table" {...pages} />
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** @param opens whether it has a link marked `dataPrimaryLink`, to which a click anywhere in the row leads */
export function ListRow({ opens, children }: { opens: boolean; children: ReactNode }) {
  return (
    <tr className={`Polaris-IndexTable__TableRow${opens ? "" : " Polaris-IndexTable__TableRow--unclickable"}`}>
      {children}
    </tr>
  );
}

export function ListCell({ children }: { children?: ReactNode }) {
  return <td className="Polaris-IndexTable__TableCell">{children}</td>;
}

function openRow({ target }: MouseEvent<HTMLTableSectionElement>): void {
  if (!(target instanceof Element) || target.closest("a, button, label, input")) return;
  // Words of a row can be marked and copied.
  if (window.getSelection()?.isCollapsed === false) return;
  target.closest("tr")?.querySelector<HTMLAnchorElement>("a[data-primary-link]")?.click();
}

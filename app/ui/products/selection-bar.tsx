import { ActionList, Button, Popover } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProductPageView, ProductRowView, Selection } from "./product-view.ts";
import { countChosen, isChosen, type SelectionStore, useSelection, useSelectionSoon } from "./selection.ts";

/** What can be done with the chosen products. */
export interface SelectionActions {
  review(selection: Selection): void;
  write(selection: Selection): void;
  /** null: the shop has one language */
  translate: ((selection: Selection) => void) | null;
  approve(selection: Selection): void;
  publish(selection: Selection): void;
  /** whether all products of the list wait for a review, as its view says */
  allDrafts: boolean;
}

interface BarProps {
  store: SelectionStore;
  page: ProductPageView;
  actions: SelectionActions;
  /** on a telephone: rows are ticked by a press */
  selecting: boolean;
  onSelecting(selecting: boolean): void;
}

/** Takes the place of the table's head while something is chosen; its first button follows what that is. */
export function SelectionBar({ store, page, actions, selecting, onSelecting }: BarProps) {
  const { t } = useTranslation("products");
  const selection = useSelectionSoon(store);
  const seen = useSeenRows(page.rows);
  const total = page.count.value;
  const count = countChosen(selection, total);
  const [more, setMore] = useState(false);
  if (count === 0) {
    return (
      <div className="sw-select-start">
        <Button size="slim" onClick={() => onSelecting(!selecting)} pressed={selecting}>
          {selecting ? t("select.end") : t("select.start")}
        </Button>
      </div>
    );
  }
  const { drafts, clean, approved } = kindsOf(selection, seen, actions.allDrafts);
  const { translate } = actions;
  const allDrafts = selection.all ? actions.allDrafts : drafts === count;
  const buttons = [
    ...(allDrafts ? [{ content: t("review", { count }), onAction: () => actions.review(selection) }] : []),
    { content: t("select.write"), onAction: () => actions.write(selection) },
    ...(clean === null || clean > 0
      ? [
          {
            content: clean === null ? t("select.approve") : t("select.approveCount", { count: clean }),
            onAction: () => actions.approve(selection),
          },
        ]
      : []),
    ...(translate ? [{ content: t("select.translate"), onAction: () => translate(selection) }] : []),
    ...(approved === null || approved > 0
      ? [
          {
            content: approved === null ? t("select.publish") : t("select.publishCount", { count: approved }),
            onAction: () => actions.publish(selection),
          },
        ]
      : []),
  ];
  const whole = selection.all && selection.except.length === 0;
  const others = page.nextCursor !== null || page.previousCursor !== null;
  return (
    <section className="sw-selection" aria-label={t("select.actions")}>
      <PageCheck store={store} page={page} />
      <b aria-live="polite">
        {t("select.chosen", { count })}
        {selection.all && page.count.capped ? "+" : ""}
      </b>
      {others && !whole ? (
        <Button variant="plain" onClick={() => store.tickAll()}>
          {t("select.all", { count: total })}
        </Button>
      ) : null}
      <span className="sw-selection-actions">
        {buttons.slice(0, 3).map(({ content, onAction }, at) => (
          <span key={content} className={at === 0 ? undefined : "sw-if-bar-wide"}>
            <Button size="slim" onClick={onAction}>
              {content}
            </Button>
          </span>
        ))}
        {buttons.length > 1 ? (
          <span className={buttons.length > 3 ? undefined : "sw-if-bar-narrow"}>
            <Popover
              active={more}
              onClose={() => setMore(false)}
              preferredAlignment="right"
              activator={
                <Button size="slim" disclosure onClick={() => setMore(!more)}>
                  {t("select.more")}
                </Button>
              }
            >
              <ActionList items={buttons.slice(1)} onActionAnyItem={() => setMore(false)} />
            </Popover>
          </span>
        ) : null}
        <Button
          size="slim"
          variant="tertiary"
          onClick={() => {
            store.clear();
            onSelecting(false);
          }}
        >
          {t("select.clear")}
        </Button>
      </span>
    </section>
  );
}

/** The box that ticks the whole page; half ticked where some of it is. */
export function PageCheck({ store, page }: { store: SelectionStore; page: ProductPageView }) {
  const { t } = useTranslation("products");
  const selection = useSelection(store);
  const chosen = page.rows.filter(({ id }) => isChosen(selection, id)).length;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen > 0 && chosen < page.rows.length;
  });
  return (
    <label className="sw-check">
      <input
        ref={box}
        type="checkbox"
        checked={chosen > 0 && chosen === page.rows.length}
        onChange={({ target }) => store.tickPage(target.checked)}
        aria-label={t("select.page")}
      />
    </label>
  );
}

/** Rows of this and earlier pages of the list, by id: what is chosen may be on any of them. */
function useSeenRows(rows: readonly ProductRowView[]): Map<string, ProductRowView> {
  const seen = useRef(new Map<string, ProductRowView>());
  for (const row of rows) seen.current.set(row.id, row);
  return seen.current;
}

const withDrafts: readonly string[] = ["needs_review", "warned", "blocked"];

/** How many of the chosen products have drafts, have drafts without findings, are approved; null: not known of all. */
function kindsOf(selection: Selection, seen: Map<string, ProductRowView>, allDrafts: boolean) {
  if (selection.all) return { drafts: 0, clean: null, approved: allDrafts ? 0 : null };
  const rows = selection.ids.flatMap((id) => seen.get(id) ?? []);
  const inState = (states: readonly string[]) =>
    rows.filter(({ contentState }) => states.includes(contentState)).length;
  return { drafts: inState(withDrafts), clean: inState(["needs_review"]), approved: inState(["approved"]) };
}

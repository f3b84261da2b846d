import { ActionList, Button, Icon, Popover, UnstyledLink } from "@shopify/polaris";
import { ChevronDownIcon, ChevronLeftIcon, ChevronRightIcon, ImageIcon } from "@shopify/polaris-icons";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { thumbnailUrl } from "../products/product-view.ts";
import { useFormats } from "../use-formats.ts";
import { useSlow } from "../use-slow.ts";
import type { BulkAsked } from "./bulk-asked.ts";
import { CellState } from "./cell-state.tsx";
import { editorUrl, listAddress } from "./language-address.ts";
import type { CellView, LanguageHead, LanguageRowView, LanguagesView } from "./languages-view.ts";

export interface LanguagesTableProps extends Pick<LanguagesView, "languages" | "page" | "source" | "kind" | "market"> {
  address: URLSearchParams;
  loading: boolean;
  onAddress(next: URLSearchParams): void;
  onBulk(asked: BulkAsked): void;
}

/** Products by languages. Each cell leads to the editor of its product and language; arrows go from cell to cell. */
export function LanguagesTable(props: LanguagesTableProps) {
  const { languages, page, source, kind, market, address, loading, onAddress, onBulk } = props;
  const { t } = useTranslation("languages");
  const slow = useSlow(loading, 300);
  return (
    <div className="sw-langs-box">
      {slow ? <div className="sw-thin-bar" aria-hidden="true" /> : null}
      <div className="sw-langs-scroll">
        <table aria-label={t("title")} aria-busy={loading} onKeyDown={moveFocus}>
          <thead>
            <tr>
              <th scope="col" className="sw-langs-product">
                {kind === "product" ? t("product") : t(`kinds.of.${kind}`)}
              </th>
              {languages.map((language) => (
                <Head key={language.locale} {...{ language, kind, address, onAddress, onBulk }} />
              ))}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <Row key={row.id} {...{ row, languages, source, kind, market, address }} />
            ))}
          </tbody>
        </table>
      </div>
      {page.nextCursor !== null || page.previousCursor !== null ? (
        <Pages {...{ page, kind, address, onAddress }} />
      ) : null}
    </div>
  );
}

interface HeadProps extends Pick<LanguagesTableProps, "kind"> {
  language: LanguageHead;
  address: URLSearchParams;
  onAddress(next: URLSearchParams): void;
  onBulk(asked: BulkAsked): void;
}

/** A language with its numbers in words; the bar says the same to the eye. */
function Head({ language, kind, address, onAddress, onBulk }: HeadProps) {
  const { t } = useTranslation("languages");
  const [open, setOpen] = useState(false);
  const { name, counts, products, state, locale } = language;
  const share = products === 0 ? 0 : ((language.own ?? counts.live) / products) * 100;
  const gravest = (["conflict", "outdated", "review", "missing"] as const).find((one) => counts[one] > 0);
  const show = (view: string) => () => onAddress(listAddress(address, { view, lang: locale }));
  const bulk = (count: number, content: string, asked: Omit<BulkAsked, "locales" | "count">) =>
    count > 0 ? [{ content, onAction: () => onBulk({ ...asked, count, locales: [locale] }) }] : [];
  const { missing, outdated, review, approved } = counts;
  const menu = kind === "product" ? "menu" : "kinds.menu";
  const items = [
    ...bulk(missing, t(`${menu}.translate`, { count: missing }), {
      act: "translate",
      view: "missing",
      which: "missing",
    }),
    ...bulk(outdated, t(`${menu}.update`, { count: outdated }), {
      ...{ act: "translate", view: "outdated", which: "missing_or_outdated" },
    }),
    ...bulk(review, t(`${menu}.approve`, { count: review }), { act: "approve", view: "review" }),
    ...bulk(approved, t(`${menu}.publish`, { count: approved }), { act: "publish", view: "approved" }),
    { content: t("menu.todo", { count: products - counts.live }), onAction: show("todo") },
    { content: t("menu.outdated", { count: counts.outdated }), onAction: show("outdated") },
    { content: t("menu.review", { count: counts.review }), onAction: show("review") },
    { content: t("menu.conflicts", { count: counts.conflict }), onAction: show("conflicts") },
    ...(address.has("lang")
      ? [{ content: t("menu.all"), onAction: () => onAddress(listAddress(address, { lang: null })) }]
      : []),
    { content: t("glossary"), url: "/app/rules/glossary" },
  ];
  return (
    <th scope="col" data-locale={locale} data-chosen={address.get("lang") === locale || undefined}>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        activator={
          <button type="button" className="sw-langs-name" aria-expanded={open} onClick={() => setOpen(!open)}>
            <span className="sw-one-line" title={name}>
              {name}
            </span>{" "}
            <Icon source={ChevronDownIcon} tone="subdued" />
          </button>
        }
      >
        <ActionList items={items} onActionAnyItem={() => setOpen(false)} />
      </Popover>
      <span className="sw-langs-bar" aria-hidden="true">
        <span data-shown={state === "live" || undefined} style={{ inlineSize: `${share}%` }} />
      </span>
      <span className="sw-langs-count">
        {language.own === undefined
          ? t(state === "live" ? "head.live" : "head.ready", { count: counts.live })
          : t("head.own", { count: language.own })}
      </span>
      {gravest ? (
        <span className="sw-langs-count" data-state={gravest}>
          {t(`head.${gravest}`, { count: counts[gravest] })}
        </span>
      ) : null}
      {state === "live" ? null : (
        <span className="sw-langs-count" data-state="outdated">
          {t(`state.${state}`)}
        </span>
      )}
    </th>
  );
}

interface RowProps {
  row: LanguageRowView;
  languages: readonly LanguageHead[];
  source: string;
  kind: LanguagesView["kind"];
  market: LanguagesView["market"];
  address: URLSearchParams;
}

function Row({ row, languages, source, kind, market, address }: RowProps) {
  const { t } = useTranslation("languages");
  const { language: languageName } = useFormats();
  const name = row.title || t(kind === "product" ? "untitled" : "kinds.untitled");
  const [first] = languages;
  // What is no product has no page but the editors of its translations.
  const url =
    kind === "product" || !first
      ? `/app/products/${encodeURIComponent(row.id)}`
      : editorUrl({ locale: first.locale, productId: row.id, market: market?.id ?? "" }, address);
  const under =
    row.drafts > 0
      ? t("draftsFirst", { count: row.drafts, source })
      : row.writtenIn === null
        ? row.vendor
        : t("writtenIn", { language: languageName(row.writtenIn) });
  return (
    <tr>
      <th scope="row" className="sw-langs-product">
        <span className="sw-langs-named">
          {kind === "product" ? <Picture url={row.imageUrl} /> : null}
          <span className="sw-langs-words">
            <UnstyledLink url={url} className="sw-row-link sw-one-line" dir="auto" title={name}>
              {name}
            </UnstyledLink>
            <span className="sw-under sw-one-line" dir="auto" title={under}>
              {under}
            </span>
          </span>
        </span>
      </th>
      {languages.map((language) => {
        const cell = row.cells.find(({ locale }) => locale === language.locale);
        return cell ? (
          <Cell key={language.locale} {...{ cell, language, row, market, address }} />
        ) : (
          <td key={language.locale} />
        );
      })}
    </tr>
  );
}

interface CellProps {
  cell: CellView;
  language: LanguageHead;
  row: LanguageRowView;
  market: LanguagesView["market"];
  address: URLSearchParams;
}

function Cell({ cell, language, row, market, address }: CellProps) {
  const { t } = useTranslation("languages");
  return (
    <td>
      <UnstyledLink
        url={editorUrl({ locale: language.locale, productId: row.id, market: market?.id ?? "" }, address)}
        className="sw-langs-cell"
        data-cell=""
      >
        <CellState cell={cell} shown={language.state === "live"} />
        {cell.second ? <span className="sw-under sw-one-line">{t(`second.${cell.second}`)}</span> : null}
        <span className="sw-hidden">
          {t("cellOf", { language: language.name, product: row.title || t("untitled") })}
        </span>
      </UnstyledLink>
    </td>
  );
}

/** The title is beside it: reading it twice would only hold people up. */
function Picture({ url }: { url: string | null }) {
  return url ? (
    <img className="sw-picture" src={thumbnailUrl(url)} alt="" width={40} height={40} loading="lazy" decoding="async" />
  ) : (
    <span className="sw-picture sw-picture-none">
      <Icon source={ImageIcon} tone="subdued" />
    </span>
  );
}

function Pages(props: Pick<LanguagesTableProps, "page" | "kind" | "address" | "onAddress">) {
  const { page, kind, address, onAddress } = props;
  const { t } = useTranslation("languages");
  const { count: number } = useFormats();
  const { nextCursor, previousCursor, count } = page;
  const turn = (cursor: string | null) => {
    if (cursor === null) return;
    const next = new URLSearchParams(address);
    next.set("cursor", cursor);
    onAddress(next);
  };
  return (
    <nav className="sw-pages" aria-label={t("pages.name")}>
      <Button
        icon={ChevronLeftIcon}
        accessibilityLabel={t("pages.previous")}
        disabled={previousCursor === null}
        onClick={() => turn(previousCursor)}
      />
      <span>
        {count.capped
          ? t("pages.more", { number: number(count.value) })
          : t(kind === "product" ? "shown" : "kinds.shown", { count: count.value })}
      </span>
      <Button
        icon={ChevronRightIcon}
        accessibilityLabel={t("pages.next")}
        disabled={nextCursor === null}
        onClick={() => turn(nextCursor)}
      />
    </nav>
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows lead from cell to cell, as the eye sees them. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-cell]") : null;
  const row = cell?.closest("tr");
  const column = cell?.closest("td");
  if (!step || !cell || !row || !column || event.ctrlKey || event.metaKey || event.altKey) return;
  const turned = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
  const rows = [...(event.currentTarget.tBodies[0]?.rows ?? [])];
  const next = rows[rows.indexOf(row) + step[0]]?.cells[column.cellIndex + step[1] * turned];
  const link = next?.querySelector<HTMLElement>("[data-cell]");
  if (!link) return;
  event.preventDefault();
  link.focus();
}

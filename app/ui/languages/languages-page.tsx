import { Banner, Card, EmptyState, Select } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { type FormEvent, type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { shelfImage } from "../illustration.ts";
import { Page } from "../page.tsx";
import { TabRow } from "../tab-row.tsx";
import { useFormats } from "../use-formats.ts";
import type { BulkAsked } from "./bulk-asked.ts";
import { languageViews, listAddress, viewOfAddress } from "./language-address.ts";
import { LanguagesTable } from "./languages-table.tsx";
import type { LanguagesView } from "./languages-view.ts";
import "../products/products.css";
import "./languages.css";

export interface LanguagesPageProps extends LanguagesView {
  notices: ReactNode;
  address: URLSearchParams;
  loading: boolean;
  onAddress(next: URLSearchParams): void;
  onBulk(asked: BulkAsked): void;
  onOpen(url: string): void;
}

/** Where is which language, and what is to do there: products by languages. */
export function LanguagesPage(props: LanguagesPageProps) {
  const { languages, source, review, gone, importing, settingsUrl, notices, address, onBulk } = props;
  const { t, i18n } = useTranslation("languages");
  const glossary = { content: t("glossary"), url: "/app/rules/glossary" };
  const listed = languages.filter(({ locale }) => locale === address.get("lang"));
  const locales = (listed.length > 0 ? listed : languages).map(({ locale }) => locale);
  const of = (state: "review" | "approved") =>
    languages.some((one) => locales.includes(one.locale) && one.counts[state] > 0);
  const shown = props.page.count.value;
  const view = viewOfAddress(address);
  const translate =
    shown === 0
      ? []
      : [
          {
            content: t(props.kind === "product" ? "translate.shown" : "kinds.translate", { count: shown }),
            onAction: () => onBulk({ act: "translate", view, locales, count: shown, which: "missing_or_outdated" }),
          },
        ];
  const decide = [
    ...(of("review")
      ? [
          {
            content: t("bulk.approveOpen"),
            onAction: () => onBulk({ act: "approve", view: "review", locales, count: props.counts.review }),
          },
        ]
      : []),
    ...(of("approved")
      ? [
          {
            content: t("bulk.publishOpen"),
            onAction: () => onBulk({ act: "publish", view: "approved", locales, count: 0 }),
          },
        ]
      : []),
  ];
  const shopify = { content: t("inShopify"), url: settingsUrl, target: "_top" as const };
  return (
    <Page
      fullWidth
      title={t("title")}
      {...(languages.length > 0 ? { subtitle: t("beside", { count: languages.length, source }) } : {})}
      secondaryActions={languages.length > 0 ? [...translate, ...decide, glossary, shopify] : []}
      {...(review ? { primaryAction: { content: t("review", { count: review.count }), url: review.url } } : {})}
    >
      {notices}
      {importing ? <p className="sw-langs-line">{t("importing")}</p> : null}
      {gone.length > 0 ? (
        <Banner title={t("gone.title", { count: gone.length, names: listOf(i18n.language, gone) })}>
          <p>{t("gone.words")}</p>
        </Banner>
      ) : null}
      {languages.length === 0 ? <NoLanguages {...props} /> : <Matrix {...props} />}
    </Page>
  );
}

function listOf(language: string, names: readonly string[]): string {
  return new Intl.ListFormat(language).format(names);
}

function NoLanguages({ imported, importing, settingsUrl }: LanguagesPageProps) {
  const { t } = useTranslation("languages");
  const state = imported || importing ? "one" : "nothing";
  const action =
    state === "one"
      ? { content: t("none.one.act"), url: settingsUrl, target: "_top" as const }
      : { content: t("none.nothing.act"), url: "/app/products" };
  return (
    <Card padding="0">
      <EmptyState heading={t(`none.${state}.title`)} image={shelfImage} action={action}>
        <p>{t(`none.${state}.words`)}</p>
      </EmptyState>
    </Card>
  );
}

function Matrix(props: LanguagesPageProps) {
  const { address, counts, page, kind, kinds, markets, market, onAddress } = props;
  const { t } = useTranslation("languages");
  const { count: number } = useFormats();
  const view = viewOfAddress(address);
  const searched = address.get("q") ?? "";
  const emptyOf = view === "all" && kind !== "product" ? ("kinds.empty" as const) : (`empty.${view}` as const);
  const tabs = languageViews.map((id) => ({
    id,
    content: t("tab", { view: t(`views.${id}`), number: number(counts[id]) }),
  }));
  const change = (values: Record<string, string | null>) => onAddress(listAddress(address, values));
  return (
    <div className="sw-langs">
      <div className={markets.length > 0 ? "sw-langs-tools sw-langs-tools-wide" : "sw-langs-tools"}>
        <Select
          label={t("kinds.choose")}
          labelInline
          value={kind}
          options={kinds.map((one) => ({ value: one.kind, label: kindLabel(t, number, one) }))}
          onChange={(next) => change({ kind: next === "product" ? null : next, q: null, view: null })}
        />
        {markets.length > 0 ? (
          <Select
            label={t("market.choose")}
            labelInline
            value={market?.id ?? ""}
            options={[
              { value: "", label: t("market.general") },
              ...markets.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(next) => change({ market: next, lang: null })}
          />
        ) : null}
        <TabRow
          tabs={tabs}
          selected={languageViews.indexOf(view)}
          onSelect={(index) => change({ view: languageViews[index] ?? "all" })}
        />
        <Search
          searched={searched}
          words={t(kind === "product" ? "search" : "kinds.search")}
          onSearch={(q) => change({ q })}
        />
        {kind === "product" ? (
          <button
            type="button"
            role="switch"
            aria-checked={address.get("sale") !== "all"}
            className="sw-switch"
            onClick={() => change({ sale: address.get("sale") === "all" ? null : "all" })}
          >
            {t("onSale")} <span className="sw-switch-track" aria-hidden="true" />
          </button>
        ) : null}
      </div>
      {market ? <p className="sw-langs-line">{t("market.about", { market: market.name })}</p> : null}
      <p className="sw-hidden" role="status">
        {t(kind === "product" ? "shown" : "kinds.shown", { count: page.count.value })}
      </p>
      {page.rows.length === 0 ? (
        <div className="sw-langs-empty">
          <EmptyState
            heading={
              searched === ""
                ? t(`${emptyOf}.title`)
                : t(kind === "product" ? "empty.search.title" : "kinds.nothing", { words: searched })
            }
            image={shelfImage}
            {...(searched === ""
              ? {}
              : { action: { content: t("empty.search.act"), onAction: () => change({ q: null }) } })}
          >
            <p>{searched === "" ? t(`${emptyOf}.words`) : t("empty.search.words")}</p>
          </EmptyState>
        </div>
      ) : (
        <LanguagesTable {...props} />
      )}
    </div>
  );
}

function kindLabel(t: TFunction<"languages">, number: (count: number) => string, one: LanguagesView["kinds"][number]) {
  const kind = t(`kinds.of.${one.kind}`);
  return one.count === null ? kind : t("tab", { view: kind, number: number(one.count) });
}

function Search({ searched, words, onSearch }: { searched: string; words: string; onSearch(words: string): void }) {
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = new FormData(event.currentTarget).get("q");
    onSearch(typeof asked === "string" ? asked.trim() : "");
  };
  return (
    <search className="sw-langs-search">
      <form onSubmit={submit}>
        <label className="sw-hidden" htmlFor={id}>
          {words}
        </label>
        <input id={id} key={searched} type="search" name="q" defaultValue={searched} placeholder={words} />
      </form>
    </search>
  );
}

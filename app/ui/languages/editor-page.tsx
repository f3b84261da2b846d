import { Banner, Button, ButtonGroup } from "@shopify/polaris";
import { ChevronLeftIcon, ChevronRightIcon } from "@shopify/polaris-icons";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmModal } from "../confirm-modal.tsx";
import { Page } from "../page.tsx";
import { approvable, publishable } from "../product/next-step.ts";
import type { ConflictChoice, VersionView } from "../product/product-detail-view.ts";
import { useOpenTexts } from "../product/use-open-texts.ts";
import { EditorAside } from "./editor-aside.tsx";
import { actOfKey, type EditorAct } from "./editor-keys.ts";
import type { EditorView, TranslationView } from "./editor-view.ts";
import { LanguageTabs } from "./language-tabs.tsx";
import { MarketTabs } from "./market-tabs.tsx";
import { TranslationRow } from "./translation-row.tsx";
import { stopSelector, walkTexts } from "./walk-texts.ts";
import "../product/product.css";
import "./editor.css";

export interface EditorPageProps extends EditorView {
  busy: boolean;
  problem: string | null;
  /** one that a check blocks comes alone, and its person said that it is approved anyway */
  onApprove(versions: VersionView[], then?: () => void): void;
  /** takes away what the market has of its own of a text */
  onUseGeneral(text: TranslationView): void;
  /** the original is its own translation. @param reason in the words of the page */
  onKeepOriginal(text: TranslationView, reason: string): void;
  onReject(version: VersionView, reason: string, done: () => void): void;
  onPublish(types: string[]): void;
  onUndo(done: () => void): void;
  onResolve(type: string, choice: ConflictChoice, done?: () => void): void;
  onTranslate(): void;
  onOpen(url: string): void;
}

/** All texts of one product in one language, beside what they say in the shop's own. */
export function EditorPage(props: EditorPageProps) {
  const { product: shown, locale, language, state, texts, tabs, previous, next, busy, problem, market } = props;
  const { t } = useTranslation("languages");
  const { t: product } = useTranslation("product");
  const open = useOpenTexts(shown.id, locale, texts, market?.id);
  const [undoing, setUndoing] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const toText = (name: string) =>
    document.querySelector<HTMLElement>(`[data-text="${CSS.escape(name)}"] ${stopSelector}`)?.focus();
  // What has no original cannot go live: it is decided on in its row.
  const translated = texts.filter(({ source }) => source !== null);
  const ready = approvable(translated);
  const blocked = translated.filter(({ newest }) => newest?.state === "draft" && newest.blocked).length;
  const waiting = publishable(translated);
  const approve = () => {
    if (busy || ready.length === 0) return;
    props.onApprove(ready, blocked === 0 && next !== null ? () => props.onOpen(next) : undefined);
  };
  const turnLanguage = (step: 1 | -1) => {
    const at = tabs.findIndex((tab) => tab.locale === locale);
    const to = tabs[(at + step + tabs.length) % tabs.length];
    if (to && to.locale !== locale) props.onOpen(to.url);
  };
  useEditorKeys({
    approve,
    previous: previous === null ? null : () => props.onOpen(previous),
    next: next === null ? null : () => props.onOpen(next),
    reject: askToReject,
    languageBefore: () => turnLanguage(-1),
    languageAfter: () => turnLanguage(1),
  });
  const isProduct = props.kind === "product";
  const under = isProduct ? shown.vendor : t(`kinds.of.${props.kind}`);
  const title = shown.title || t(isProduct ? "untitled" : "kinds.untitled");
  return (
    <Page
      fullWidth
      title={title}
      subtitle={under === "" ? language : t("editor.of", { vendor: under, language })}
      backAction={{ content: t("title"), url: props.listUrl }}
      secondaryActions={[
        { content: t("translate.open"), onAction: props.onTranslate },
        ...(props.lastWriteBack === null
          ? []
          : [{ content: product("step.undo"), disabled: busy, onAction: () => setUndoing(true) }]),
        ...(isProduct ? [{ content: t("editor.product"), url: `/app/products/${encodeURIComponent(shown.id)}` }] : []),
        { content: t("glossary"), url: "/app/rules/glossary" },
      ]}
    >
      <LanguageTabs tabs={tabs} locale={locale} />
      <MarketTabs
        tabs={props.markets}
        market={market?.id ?? ""}
        generalUrl={tabs.find((tab) => tab.locale === locale)?.url ?? ""}
      />
      {market ? (
        <p className="sw-tr-about">
          {t("market.about", { market: market.name })}
          {props.markets.some(({ id, active }) => id === market.id && !active)
            ? ` ${t("market.draft", { market: market.name })}`
            : null}
        </p>
      ) : null}
      {problem ? (
        <Banner tone="critical">
          <p>{problem}</p>
        </Banner>
      ) : null}
      {state === "live" ? null : (
        <Banner
          tone={state === "gone" ? "critical" : "warning"}
          action={{ content: t("editor.inShopify"), url: props.settingsUrl, target: "_top" }}
        >
          <p>{t(`editor.state.${state}`, { language })}</p>
        </Banner>
      )}
      <div className="sw-tr-sides">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that lead between the texts in it */}
        <div
          className="sw-tr"
          onKeyDown={walkTexts}
          onFocus={({ target }) => setCurrent(target.closest("[data-text]")?.getAttribute("data-text") ?? null)}
        >
          <div className="sw-tr-row sw-tr-head" aria-hidden="true">
            <span />
            <span>{props.sourceLanguage}</span>
            <span>{market ? `${language} · ${market.name}` : language}</span>
          </div>
          {texts.map((text) => (
            <TranslationRow
              key={text.type.name}
              {...{ text, locale, language, busy, title, market }}
              onUseGeneral={() => props.onUseGeneral(text)}
              onKeepOriginal={() => props.onKeepOriginal(text, t("editor.staysSame"))}
              productId={shown.id}
              dir={props.dir}
              sourceLocale={props.sourceLocale}
              sourceLanguage={props.sourceLanguage}
              begun={open.bodyOf(text.type.name)}
              kept={open.keptOf(text.type.name)}
              onEdit={(body) => open.edit(text.type.name, body)}
              onApprove={(version, done) => props.onApprove([version], done)}
              onReject={props.onReject}
              now={props.now}
              onResolve={(choice, done) => props.onResolve(text.type.name, choice, done)}
              onFacts={() => props.onOpen(`/app/products/${encodeURIComponent(shown.id)}`)}
            />
          ))}
          {texts.length === 0 ? <p className="sw-tr-none">{t("editor.none")}</p> : null}
        </div>
        <EditorAside texts={texts} facts={props.facts} current={current} onText={toText} />
      </div>
      <section className="sw-tr-dock" aria-label={t("editor.decide")}>
        <Turns {...props} />
        <span className="sw-tr-keys">{t("editor.keys")}</span>
        <span className="sw-grow" />
        {blocked > 0 ? <span className="sw-tr-said">{t("editor.blocked", { count: blocked })}</span> : null}
        {waiting.length > 0 ? (
          <Button disabled={busy} onClick={() => props.onPublish(waiting.map(({ type }) => type.name))}>
            {t("editor.publish", { count: waiting.length })}
          </Button>
        ) : null}
        {ready.length > 0 ? (
          <Button
            variant="primary"
            disabled={busy}
            onClick={approve}
            accessibilityLabel={t("editor.approve", { count: ready.length })}
          >
            {t("editor.approve", { count: ready.length })}
          </Button>
        ) : props.running === "translate" ? (
          <span className="sw-tr-said" role="status">
            {t("editor.running")}
          </span>
        ) : blocked === 0 ? (
          <span className="sw-tr-said">{t("editor.nothing")}</span>
        ) : null}
      </section>
      <ConfirmModal
        open={undoing}
        title={product("undo.title")}
        message={product("undo.words")}
        confirmLabel={product("undo.act")}
        destructive
        busy={busy}
        onConfirm={() => props.onUndo(() => setUndoing(false))}
        onClose={() => setUndoing(false)}
      />
    </Page>
  );
}

function Turns({ previous, next, place, onOpen }: EditorPageProps) {
  const { t } = useTranslation("languages");
  return (
    <ButtonGroup>
      <Button
        icon={ChevronLeftIcon}
        accessibilityLabel={t("editor.previous")}
        disabled={previous === null}
        onClick={() => previous !== null && onOpen(previous)}
      />
      {place ? <span>{t("editor.place", place)}</span> : null}
      <Button
        icon={ChevronRightIcon}
        accessibilityLabel={t("editor.next")}
        disabled={next === null}
        onClick={() => next !== null && onOpen(next)}
      />
    </ButtonGroup>
  );
}

type EditorKeys = Readonly<Record<EditorAct, (() => void) | null>>;

/** No decision in the first moment after a product appears. */
const settledMs = 250;
const fields = "input, textarea, select, [contenteditable]";

function useEditorKeys(keys: EditorKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const since = performance.now();
    const act = (event: KeyboardEvent) => {
      const { target } = event;
      // An open text says itself with Ctrl and Enter that it is done.
      if (event.defaultPrevented || (target instanceof Element && target.closest("[role=dialog]"))) return;
      const inField = target instanceof Element && target.closest(fields) !== null;
      const asked = actOfKey(event, { inField, settled: performance.now() - since >= settledMs });
      if (asked === null) return;
      if (event.ctrlKey || event.metaKey) event.preventDefault();
      latest.current[asked]?.();
    };
    document.addEventListener("keydown", act);
    return () => document.removeEventListener("keydown", act);
  }, []);
}

/** Asks why the text that has the focus is rejected, else the first one that waits. */
function askToReject(): void {
  const focused = document.activeElement?.closest("[data-text]")?.querySelector<HTMLElement>(rejectButton);
  (focused ?? document.querySelector<HTMLElement>(rejectButton))?.click();
}

const rejectButton = '[data-act="reject"] button';

import { Button } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { stateWords } from "./cell-state.tsx";
import type { LanguageTab } from "./language-tab.ts";
import "./language-tabs.css";

/** The languages of a product, each with what it asks for. @param locale the one that is shown; null for the shop's own */
export function LanguageTabs({ tabs, locale }: { tabs: readonly LanguageTab[]; locale: string | null }) {
  const { t } = useTranslation("languages");
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>("[data-current]");
    if (row.current && tab) row.current.scrollLeft = tab.offsetLeft + tab.offsetWidth / 2 - row.current.clientWidth / 2;
  }, []);
  return (
    <nav className="sw-tr-tabs" aria-label={t("editor.languages")} ref={row}>
      {tabs.map((tab) => (
        <span key={tab.locale} data-current={tab.locale === locale || undefined}>
          <Button
            url={tab.url}
            variant={tab.locale === locale ? "secondary" : "tertiary"}
            pressed={tab.locale === locale}
          >
            {tab.state === "live"
              ? tab.name
              : t("editor.tab", { language: tab.name, state: stateWords(t, tab, tab.isShown) })}
          </Button>
        </span>
      ))}
    </nav>
  );
}

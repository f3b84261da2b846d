import { Button } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { MarketTab } from "./market-tab.ts";
import "./language-tabs.css";

export interface MarketTabsProps {
  tabs: readonly MarketTab[];
  /** the one that is shown; "" for what is said everywhere */
  market: string;
  /** the editor of what is said everywhere */
  generalUrl: string;
}

/** What is said everywhere in a language, and the markets that may say something of their own. */
export function MarketTabs({ tabs, market, generalUrl }: MarketTabsProps) {
  const { t } = useTranslation("languages");
  if (tabs.length === 0) return null;
  const all = [
    { id: "", url: generalUrl, label: t("market.general") },
    ...tabs.map((tab) => ({ ...tab, label: name(tab) })),
  ];
  return (
    <nav className="sw-tr-tabs" aria-label={t("market.tabs")}>
      {all.map(({ id, url, label }) => (
        <span key={id}>
          <Button url={url} size="slim" variant={id === market ? "secondary" : "tertiary"} pressed={id === market}>
            {label}
          </Button>
        </span>
      ))}
    </nav>
  );

  function name({ name, own, waits }: MarketTab): string {
    if (waits > 0) return t("market.waits", { market: name, count: waits });
    return own > 0 ? t("market.own", { market: name, count: own }) : name;
  }
}

import { UnstyledLink } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { isOnSaleOnly, withGap, withOnSaleOnly } from "./list-address.ts";
import type { GapView } from "./product-view.ts";
import { nameOfText } from "./text-names.ts";

export interface GapLineProps {
  gaps: readonly GapView[];
  address: URLSearchParams;
  onAddress(next: URLSearchParams): void;
}

/** What products lack of the texts that the shop wants, each a link to exactly those, and the switch that says which products count. */
export function GapLine({ gaps, address, onAddress }: GapLineProps) {
  const { t } = useTranslation("products");
  const shown = address.getAll("gap");
  const listed = gaps.filter(({ name, count }) => count.value > 0 || shown.includes(name));
  const onSale = isOnSaleOnly(address);
  return (
    <div className="sw-gaps">
      <div className="sw-gap-list">
        <span className="sw-under" id="gaps">
          {t("gaps.heading")}
        </span>
        {listed.length === 0 ? <span className="sw-under">{t("gaps.none")}</span> : null}
        <ul aria-labelledby="gaps">
          {listed.map(({ name, contentType, label, count }) => (
            <li key={name}>
              <UnstyledLink
                className="sw-gap"
                url={`?${withGap(address, shown.includes(name) ? null : name)}`}
                aria-current={shown.includes(name) ? "true" : undefined}
              >
                {label || nameOfText(t, contentType)}{" "}
                <b>{t("number", { count: count.value, more: count.capped ? "+" : "" })}</b>
              </UnstyledLink>
            </li>
          ))}
        </ul>
      </div>
      <button
        type="button"
        role="switch"
        className="sw-switch"
        aria-checked={onSale}
        onClick={() => onAddress(withOnSaleOnly(address, !onSale))}
      >
        {t("gaps.onSale")} <span className="sw-switch-track" aria-hidden="true" />
      </button>
    </div>
  );
}

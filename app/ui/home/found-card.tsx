import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../use-formats.ts";
import { listOfAny, listOfTexts } from "./addresses.ts";
import type { CatalogueView } from "./home-view.ts";

/** What the checks found in live texts: the first thing that the app is worth, before any model is connected. */
export function FoundCard({ catalogue }: { catalogue: CatalogueView }) {
  const { t } = useTranslation("home");
  const { count: number } = useFormats();
  const { texts, anyText, checking } = catalogue;
  const of = (text: string) => texts.find((one) => one.text === text)?.counts;
  const lines = [
    { key: "contradicted", count: anyText.contradicted, to: listOfAny(texts, "contradicted") },
    { key: "missing", count: of("description")?.missing ?? 0, to: listOfTexts("description", "missing") },
    { key: "thin", count: of("description")?.thin ?? 0, to: listOfTexts("description", "thin") },
    { key: "alt", count: of("alt_text")?.missing ?? 0, to: listOfTexts("alt_text", "missing") },
    { key: "duplicate", count: of("description")?.duplicate ?? 0, to: listOfTexts("description", "duplicate") },
    { key: "found", count: anyText.found, to: listOfAny(texts, "found") },
  ] as const;
  return (
    <section className="sw-home-card" aria-labelledby="home-found">
      <div className="sw-home-pad sw-found-head">
        <h2 id="home-found">{t("found.heading")}</h2>
        <p className="sw-home-sub">{checking ? t("catalogue.checking") : t("found.text")}</p>
      </div>
      <ul className="sw-found">
        {lines.map(({ key, count, to }) => (
          <li key={key}>
            <b className={key === "contradicted" && count > 0 ? "sw-found-wrong" : undefined}>{number(count)}</b>
            <span>
              {t(`found.${key}`, { count })}{" "}
              {count > 0 ? (
                <Link
                  className="sw-target"
                  to={to}
                  aria-label={t("found.showWhich", { what: t(`found.${key}`, { count }) })}
                >
                  {t("found.show")}
                </Link>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

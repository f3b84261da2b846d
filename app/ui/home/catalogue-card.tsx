import { Link } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../use-formats.ts";
import { listOfTexts, settingsUrl } from "./addresses.ts";
import type { CatalogueView, TextRow, TextState } from "./home-view.ts";
import { nameOfText } from "./text-names.ts";

const columns: readonly TextState[] = [
  "missing", "thin", "duplicate", "contradicted", "found", "review", "approved", "live", "outdated",
]; // biome-ignore format: a list of names

/** What of the catalogue has which texts: a bar a text, each of which leads to the products that it is of. */
export function CatalogueCard({ catalogue }: { catalogue: CatalogueView }) {
  const { t } = useTranslation("home");
  const [asTable, setAsTable] = useState(false);
  const { onSale, texts, checking } = catalogue;
  return (
    <section className="sw-home-card" aria-labelledby="home-catalogue">
      <div className="sw-home-head">
        <h2 id="home-catalogue">{t("catalogue.heading")}</h2>
        <span className="sw-home-sub sw-home-small">{t("catalogue.onSale", { count: onSale })}</span>
        <span className="sw-home-end">
          <Button variant="tertiary" size="micro" pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t("catalogue.asTable")}
          </Button>
        </span>
      </div>
      {asTable ? <TextsTable texts={texts} /> : <TextsBars texts={texts} onSale={onSale} />}
      <div className="sw-home-legend">
        {asTable ? null : (
          <ul aria-hidden="true">
            <li className="sw-bar-live">{t("catalogue.live")}</li>
            <li className="sw-bar-waits">{t("catalogue.waits")}</li>
            <li className="sw-bar-thin">{t("catalogue.thin")}</li>
            <li className="sw-bar-missing">{t("catalogue.missing")}</li>
          </ul>
        )}
        {checking ? <span>{t("catalogue.checking")}</span> : null}
        <Link className="sw-home-end" to={settingsUrl}>
          {t("catalogue.choose")}
        </Link>
      </div>
    </section>
  );
}

function TextsBars({ texts, onSale }: { texts: readonly TextRow[]; onSale: number }) {
  const { t } = useTranslation("home");
  const { list } = useFormats();
  return (
    <ul className="sw-bars">
      {texts.map(({ text, label, counts }) => {
        const name = nameOfText(t, text, label);
        const waits = counts.review + counts.approved;
        const { state, words } = gravest(t, counts);
        const sentence = t("catalogue.bar", {
          text: name,
          parts: list([
            t("catalogue.liveCount", { count: counts.live }),
            t("catalogue.waitsCount", { count: waits }),
            t("catalogue.thinCount", { count: counts.thin }),
            t("catalogue.missingCount", { count: counts.missing }),
          ]),
        });
        return (
          <li key={text}>
            <Link className="sw-bar-row" to={listOfTexts(text, state)}>
              <span className="sw-bar-name" dir="auto">
                {name}
              </span>
              <span className="sw-bar" role="img" aria-label={sentence}>
                <span className="sw-bar-live" style={widthOf(counts.live, onSale)} />
                <span className="sw-bar-waits" style={widthOf(waits, onSale)} />
                <span className="sw-bar-thin" style={widthOf(counts.thin, onSale)} />
              </span>
              <span className={counts.missing > 0 ? "sw-bar-count" : "sw-bar-count sw-home-sub"}>{words}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

type Translate = ReturnType<typeof useTranslation<"home">>["t"];

/** What of a text's products needs somebody most, or that all is there. */
function gravest(t: Translate, counts: TextRow["counts"]): { state: TextState; words: string } {
  if (counts.missing > 0) return { state: "missing", words: t("catalogue.missingCount", { count: counts.missing }) };
  if (counts.review > 0) return { state: "review", words: t("catalogue.reviewCount", { count: counts.review }) };
  if (counts.thin > 0) return { state: "thin", words: t("catalogue.thinCount", { count: counts.thin }) };
  return { state: "live", words: t("catalogue.allThere") };
}

function widthOf(part: number, whole: number) {
  return { inlineSize: `${whole === 0 ? 0 : (part / whole) * 100}%` };
}

function TextsTable({ texts }: { texts: readonly TextRow[] }) {
  const { t } = useTranslation("home");
  const { count: number } = useFormats();
  return (
    // Wider than a phone: it scrolls by itself, with the keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached
    <section className="sw-home-table" tabIndex={0} aria-label={t("catalogue.table")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("catalogue.text")}</th>
            {columns.map((state) => (
              <th scope="col" key={state}>
                {t(`states.${state}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {texts.map(({ text, label, counts }) => {
            const name = nameOfText(t, text, label);
            return (
              <tr key={text}>
                <th scope="row" dir="auto">
                  {name}
                </th>
                {columns.map((state) => (
                  <td key={state}>
                    {counts[state] === 0 ? (
                      number(0)
                    ) : (
                      <Link
                        className="sw-target"
                        to={listOfTexts(text, state)}
                        aria-label={t("catalogue.cell", {
                          text: name,
                          state: t(`states.${state}`),
                          count: counts[state],
                        })}
                      >
                        {number(counts[state])}
                      </Link>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

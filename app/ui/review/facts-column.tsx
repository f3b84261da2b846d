import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { formatsOf } from "../../i18n/formats.ts";
import { factName } from "../marks/fact-name.ts";
import { sourceKey } from "../marks/finding-words.ts";
import { FindingNumber } from "../marks/marked-text.tsx";
import { rulesLabel } from "../preset-words.ts";
import { thumbnailUrl } from "../products/product-view.ts";
import type { NumberedFinding } from "./judge-product.ts";
import type { ReviewProduct } from "./review-view.ts";

export interface FactsColumnProps {
  product: ReviewProduct;
  findings: readonly NumberedFinding[];
  now: number;
}

/** What is known of the product, which a text is held to: facts with the numbers of findings about them, keywords, rules. */
export function FactsColumn({ product, findings, now }: FactsColumnProps) {
  const { t, i18n } = useTranslation("review");
  const { t: m } = useTranslation("marks");
  const { facts, keywords, rulesName, writtenAt } = product;
  const used = facts.filter((fact) => fact.used).length;
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  return (
    <section className="sw-review-facts" aria-label={t("facts.label")}>
      <div className="sw-review-facts-head">
        <h3>{t("facts.label")}</h3>
        <span>{t("facts.used", { used: number(used), count: facts.length })}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div className="sw-review-facts-body" tabIndex={0}>
        {facts.length === 0 ? <p className="sw-review-subdued">{t("facts.none")}</p> : null}
        <dl>
          {facts.map(({ path, name, value, source, used: isUsed }) => {
            const about = findings.filter(({ finding }) => finding.fact?.path === path);
            const isDisputed = about.length > 0;
            const isBlocked = about.some(({ finding }) => finding.severity === "block");
            const tone = isDisputed ? (isBlocked ? " sw-fact-blocks" : " sw-fact-warns") : "";
            return (
              <div
                key={path}
                className={`sw-fact${tone}${isUsed || isDisputed ? "" : " sw-fact-unused"}`}
                title={m(sourceKey(source))}
              >
                <dt>
                  {factName(m, { path, name })}{" "}
                  {about.map(({ number: nth, finding }) => (
                    <Fragment key={nth}>
                      <FindingNumber number={nth} kind={finding.severity === "block" ? "blocks" : "warns"} />
                      <span className="sw-unseen">{t("facts.finding", { number: nth })} </span>
                    </Fragment>
                  ))}
                </dt>
                <dd dir="auto">
                  {value}
                  {isUsed || isDisputed ? null : <span className="sw-review-subdued"> {t("facts.notUsed")}</span>}
                </dd>
              </div>
            );
          })}
        </dl>
        {keywords.length > 0 ? (
          <div className="sw-review-keywords">
            <h3>{t("facts.keywords")}</h3>
            <ul>
              {keywords.map(({ term, used: isUsed, must }) => (
                <li key={term} className={isUsed ? "" : "sw-review-subdued"}>
                  <span aria-hidden="true">{isUsed ? "✓" : "–"}</span> <bdi>{term}</bdi>
                  <span className={isUsed ? "sw-unseen" : ""}>
                    {" "}
                    {isUsed ? t("facts.keywordUsed") : must ? t("facts.keywordMissing") : t("facts.keywordOptional")}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      <p className="sw-review-facts-foot">
        {t("facts.rules", { rules: rulesLabel(i18n.t, { preset: product.preset, label: rulesName }) })}
        {writtenAt === null ? null : ` · ${t("facts.written", { when: formatsOf(i18n.language).ago(writtenAt, now) })}`}
      </p>
    </section>
  );
}

/** Picture and name: the heading that focus goes to when a product comes. */
export function ProductHead({
  product,
  headingRef,
}: {
  product: ReviewProduct;
  headingRef: React.RefObject<HTMLHeadingElement>;
}) {
  const { title, vendor, imageUrl } = product;
  return (
    <div className="sw-review-name">
      {imageUrl ? (
        <img src={thumbnailUrl(imageUrl)} alt="" width="40" height="40" />
      ) : (
        <span className="sw-review-noimage" aria-hidden="true" />
      )}
      <div>
        <h2 ref={headingRef} tabIndex={-1} dir="auto" title={title}>
          {title}
        </h2>
        <p className="sw-review-subdued" dir="auto">
          {vendor}
        </p>
      </div>
    </div>
  );
}

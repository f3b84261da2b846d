import { useTranslation } from "react-i18next";
import { useFormats } from "../use-formats.ts";
import type { WeekView } from "./home-view.ts";

/** What the last seven days brought, and what they cost. */
export function WeekCard({ week }: { week: WeekView }) {
  const { t } = useTranslation("home");
  const { count: number, percent, dollars: money } = useFormats();
  const { published, undone, unchanged, reviewed, spentNanos, capNanos, credits, granted } = week;
  const figures = [
    {
      name: t("week.published"),
      value: number(published),
      under: undone > 0 ? t("week.publishedUndone", { count: undone }) : t("week.products", { count: published }),
    },
    {
      name: t("week.unchanged"),
      value: reviewed === 0 ? "–" : percent(unchanged / reviewed),
      under: t("week.reviewed", { count: reviewed }),
    },
    {
      name: t("week.spent"),
      value: money(spentNanos),
      under: capNanos === null ? t("week.noCap") : t("week.cap", { amount: money(capNanos) }),
    },
    {
      name: t("week.credits"),
      value: credits === null ? "∞" : number(credits),
      under: credits === null || granted === null ? t("week.noLimit") : t("week.granted", { count: granted }),
    },
  ];
  return (
    <section className="sw-home-card" aria-labelledby="home-week">
      <div className="sw-home-head">
        <h2 id="home-week">{t("week.heading")}</h2>
      </div>
      <dl className="sw-home-figures">
        {figures.map(({ name, value, under }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <b>{value}</b>
              <span>{under}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

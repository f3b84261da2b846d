import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { HomeData } from "./home-view.ts";

/** One thing that people's decisions say of rules, where enough of them do. */
export function ObservationCard({ observation }: { observation: NonNullable<HomeData["observation"]> }) {
  const { t } = useTranslation("home");
  const { rules, rejected, decided } = observation;
  return (
    <section className="sw-home-card" aria-labelledby="home-observation">
      <div className="sw-home-head">
        <h2 id="home-observation">{t("observation.heading")}</h2>
        <Link className="sw-home-end sw-home-small" to="/app/rules/results">
          {t("observation.results")}
        </Link>
      </div>
      <p className="sw-home-sub sw-home-pad">{t("observation.text", { rules, count: decided, rejected })}</p>
    </section>
  );
}

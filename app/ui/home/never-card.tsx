import { useTranslation } from "react-i18next";

/** What a merchant need not fear. */
export function NeverCard() {
  const { t } = useTranslation("home");
  return (
    <section className="sw-home-card" aria-labelledby="home-never">
      <div className="sw-home-pad sw-found-head">
        <h2 id="home-never">{t("never.heading")}</h2>
        <ul className="sw-never">
          <li>{t("never.live")}</li>
          <li>{t("never.overwritten")}</li>
          <li>{t("never.undone")}</li>
        </ul>
      </div>
    </section>
  );
}

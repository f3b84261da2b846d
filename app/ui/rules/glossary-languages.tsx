import { Button } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import "../languages/language-tabs.css";

/** The languages of a shop's glossary, its own one first. @param locale the one that is shown */
export function GlossaryLanguages(props: {
  languages: readonly { locale: string; name: string; url: string }[];
  locale: string;
}) {
  const { t } = useTranslation("rules");
  if (props.languages.length < 2) return null;
  return (
    <nav className="sw-tr-tabs" aria-label={t("terms.languages")}>
      {props.languages.map(({ locale, name, url }) => (
        <span key={locale} data-current={locale === props.locale || undefined}>
          <Button
            url={url}
            variant={locale === props.locale ? "secondary" : "tertiary"}
            pressed={locale === props.locale}
          >
            {name}
          </Button>
        </span>
      ))}
    </nav>
  );
}

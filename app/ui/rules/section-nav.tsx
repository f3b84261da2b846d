import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ConfigDraft } from "./config-view.ts";
import { countIn, type Section, sections } from "./rules-sections.ts";

export interface SectionNavProps {
  current: Section;
  draft: ConfigDraft;
  /** those in which a field is wrong */
  wrong: ReadonlySet<Section>;
  hrefOf(section: Section): string;
  onGo(section: Section): void;
}

/** The parts of a set of rules: how much each holds, and a dot where something is wrong. */
export function SectionNav({ current, draft, wrong, hrefOf, onGo }: SectionNavProps) {
  const { t, i18n } = useTranslation("rules");
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <nav className="sw-rules-nav" aria-label={t("nav.label")}>
      <ul>
        {sections.map((section) => {
          const count = countIn(section, draft);
          return (
            <li key={section}>
              <a
                href={hrefOf(section)}
                aria-current={section === current ? "page" : undefined}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
                  event.preventDefault();
                  onGo(section);
                }}
              >
                {t(`section.${section}`)}
                {wrong.has(section) ? (
                  <>
                    <span className="sw-rules-dot" aria-hidden="true" />
                    <Text as="span" visuallyHidden>
                      {t("nav.wrong")}
                    </Text>
                  </>
                ) : null}
                {count === 0 ? null : <span className="sw-rules-count">{number.format(count)}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

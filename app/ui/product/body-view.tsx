import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { HtmlView } from "../html-view.tsx";
import { type ContentTypeView, isEmptyBody, type TextBody } from "../text-body.ts";
import "../ui.css";

export interface BodyViewProps {
  type: ContentTypeView;
  body: TextBody | null;
  lang: string;
  /** which of a content type's texts this is, for those who cannot see its place, e.g. "Live now" */
  place?: string;
  /** show HTML as it is written */
  source?: boolean;
  /** what to say when there is no text */
  empty: string;
}

/** One text as its reader sees it. */
export function BodyView({ type, body, lang, place, source = false, empty }: BodyViewProps) {
  const { t } = useTranslation("product");
  if (body === null || isEmptyBody(body)) {
    return (
      <Text as="p" tone="subdued">
        {empty}
      </Text>
    );
  }
  if (Array.isArray(body)) {
    return (
      <ul className="sw-bullets" dir="auto" lang={lang}>
        {body.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two bullets may say the same
          <li key={index} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    );
  }
  if (type.kind === "html") {
    const name = [source ? "HTML" : t("preview.label"), type.label, place].filter(Boolean).join(", ");
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      <section className="sw-long" tabIndex={0} aria-label={name}>
        {source ? <pre className="sw-source">{body}</pre> : <HtmlView html={body} lang={lang} />}
      </section>
    );
  }
  return (
    <p className="sw-text" dir="auto" lang={lang}>
      {body}
    </p>
  );
}

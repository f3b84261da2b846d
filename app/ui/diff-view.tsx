import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { type DiffPart, describeDiff } from "./diff-words.ts";
import "./ui.css";
import { type MarkupChange, noChange } from "./what-is-lost.ts";

/** A text with what was added and what was removed, marked by more than colour. */
export function DiffView({
  parts,
  markup = noChange,
  lang,
}: {
  parts: DiffPart[];
  markup?: MarkupChange;
  lang?: string | undefined;
}) {
  const { t } = useTranslation("texts");
  return (
    <div>
      <p className="sw-text" dir="auto" lang={lang}>
        {parts.map(({ kind, value }, index) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
          if (kind === "added") return <ins key={index}>{value}</ins>;
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
          if (kind === "removed") return <del key={index}>{value}</del>;
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
          return <span key={index}>{value}</span>;
        })}
      </p>
      <Text as="p" variant="bodySm" tone="subdued">
        {describeDiff(t, parts, markup.differs)}
      </Text>
    </div>
  );
}

import { Badge, BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { inSentence } from "../in-sentence.ts";
import { Phrase } from "../phrase.tsx";
import { type KeywordsChoice, OwnKeywordsDialog } from "./own-keywords-dialog.tsx";
import type { KeywordGroupView, KeywordsView } from "./product-detail-view.ts";
import "../ui.css";

const shownTerms = 12;

export interface KeywordsCardProps {
  keywords: KeywordsView;
  busy: boolean;
  onKeywords(groups: KeywordsChoice[], seen: KeywordsView["own"], done: () => void): void;
}

/** Which words the texts of this product are to use or to leave out. */
export function KeywordsCard({ keywords, busy, onKeywords }: KeywordsCardProps) {
  const { t } = useTranslation("product");
  const [editing, setEditing] = useState(false);
  const { groups, own, rulesName } = keywords;
  const used = groups.filter(({ uses }) => uses.length > 0);
  const unused = groups.filter(({ uses }) => uses.length === 0);
  const rulesLink = <Link url="/app/rules" removeUnderline={false} />;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t("keywords.title")}
        </Text>
        {used.map((group) => (
          <Group key={group.name} group={group} />
        ))}
        {unused.length > 0 ? (
          <BlockStack gap="200">
            <Text as="p" tone="subdued">
              <Phrase
                text={t(used.length > 0 ? "keywords.unused" : "keywords.unusedYet", { rules: rulesName })}
                parts={{ rules: rulesLink }}
              />
            </Text>
            {unused.map((group) => (
              <Group key={group.name} group={group} />
            ))}
          </BlockStack>
        ) : null}
        {groups.length === 0 ? (
          <Text as="p" tone="subdued">
            <Phrase text={t("keywords.none", { rules: rulesName })} parts={{ rules: rulesLink }} />
          </Text>
        ) : null}
        <InlineStack>
          <Button variant="plain" disabled={busy} onClick={() => setEditing(true)}>
            {t(own.length > 0 ? "keywords.edit" : "keywords.add")}
          </Button>
        </InlineStack>
        {editing ? (
          <OwnKeywordsDialog
            keywords={keywords}
            busy={busy}
            onSave={(list, seen) => onKeywords(list, seen, () => setEditing(false))}
            onClose={() => setEditing(false)}
          />
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Group({ group: { name, terms, source, uses } }: { group: KeywordGroupView }) {
  const { t, i18n } = useTranslation("product");
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          <span dir="auto">{name}</span>
        </Text>
        {uses.map(({ use, text }) => (
          <Badge key={`${use} ${text}`}>
            {text === null
              ? t(`keywords.use.${use}`)
              : t("keywords.useIn", { text, use: inSentence(t(`keywords.use.${use}`), i18n.language) })}
          </Badge>
        ))}
        {source === "yours" ? (
          <Text as="span" tone="subdued" variant="bodySm">
            {t("factsCard.yours")}
          </Text>
        ) : null}
        {source === "rules" ? (
          <Text as="span" tone="subdued" variant="bodySm">
            {t("keywords.fromRules")}
          </Text>
        ) : null}
      </InlineStack>
      {terms.length > 0 ? (
        <ul className="sw-terms">
          {terms.slice(0, shownTerms).map((term) => (
            <li key={term} dir="auto">
              {term}
            </li>
          ))}
          {terms.length > shownTerms ? <li>{t("keywords.more", { count: terms.length - shownTerms })}</li> : null}
        </ul>
      ) : (
        <Text as="p" tone="subdued">
          {t(source === "yours" ? "keywords.noneHere" : "keywords.noWords")}
        </Text>
      )}
    </BlockStack>
  );
}

import { Badge, BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useState } from "react";
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
  const [editing, setEditing] = useState(false);
  const { groups, own, rulesName } = keywords;
  const used = groups.filter(({ uses }) => uses.length > 0);
  const unused = groups.filter(({ uses }) => uses.length === 0);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Keywords
        </Text>
        {used.map((group) => (
          <Group key={group.name} group={group} />
        ))}
        {unused.length > 0 ? (
          <BlockStack gap="200">
            <Text as="p" tone="subdued">
              {used.length > 0 ? "Not used" : "Not used yet"}: the rules “{rulesName}”, which hold for this product,
              name no such group. Name it under Keywords in{" "}
              <Link url="/app/configs" removeUnderline={false}>
                Content rules
              </Link>
              .
            </Text>
            {unused.map((group) => (
              <Group key={group.name} group={group} />
            ))}
          </BlockStack>
        ) : null}
        {groups.length === 0 ? (
          <Text as="p" tone="subdued">
            The rules “{rulesName}”, which hold for this product, use no keywords. Name keyword groups in{" "}
            <Link url="/app/configs" removeUnderline={false}>
              Content rules
            </Link>{" "}
            first; their words come from there, from metafields of the namespace “keywords”, or from you.
          </Text>
        ) : null}
        <InlineStack>
          <Button variant="plain" disabled={busy} onClick={() => setEditing(true)}>
            {own.length > 0 ? "Edit your keywords" : "Add your own keywords"}
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
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          <span dir="auto">{name}</span>
        </Text>
        {uses.map((use) => (
          <Badge key={use}>{use}</Badge>
        ))}
        {source === "yours" ? (
          <Text as="span" tone="subdued" variant="bodySm">
            (yours)
          </Text>
        ) : null}
        {source === "rules" ? (
          <Text as="span" tone="subdued" variant="bodySm">
            (from the rules)
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
          {terms.length > shownTerms ? <li>{`and ${terms.length - shownTerms} more`}</li> : null}
        </ul>
      ) : (
        <Text as="p" tone="subdued">
          {source === "yours" ? "None for this product" : "No words yet"}
        </Text>
      )}
    </BlockStack>
  );
}

import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { findingTitleKey } from "../marks/finding-words.ts";
import type { RunReasonView } from "./run-view.ts";
import { textInWords } from "./run-words.ts";

/** What was found in what a run wrote, and why some of it was not done: most first, each a link to exactly those products. */
export function RunReasons({ reasons }: { reasons: readonly RunReasonView[] }) {
  const { t } = useTranslation("runs");
  const { t: marks } = useTranslation("marks");
  if (reasons.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t("page.reasons")}
        </Text>
        <ul className="sw-run-reasons">
          {reasons.map(({ count, text, what, url }) => (
            <li key={`${text?.name} ${what}`}>
              <Link url={url}>
                {text === null
                  ? t("page.notDoneReason", { count, what })
                  : t("page.reason", {
                      count,
                      text: textInWords(t, text),
                      what: marks(findingTitleKey({ code: what })),
                    })}
              </Link>
            </li>
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}

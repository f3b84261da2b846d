import { Banner, BlockStack, Card, Text } from "@shopify/polaris";
import { daysInWords } from "./kept.ts";
import { Page } from "./page.tsx";
import { Reference } from "./reference.tsx";

export interface TryAgain {
  onAction(): void;
  loading: boolean;
}

/** What a page shows when it cannot show itself. */
export function PageProblem(props: {
  missing: boolean;
  /** it was there, and such things are kept for so many days */
  keptDays?: number | undefined;
  what?: string | undefined;
  again: TryAgain;
}) {
  const { missing, keptDays, what = "page", again } = props;
  const back = what === "job" ? { content: "Jobs", url: "/app/jobs" } : { content: "Products", url: "/app/products" };
  return (
    <Page
      title={keptDays !== undefined ? "No longer kept" : missing ? "Not found" : "Something went wrong"}
      backAction={back}
    >
      <Card>
        <BlockStack gap="300">
          {keptDays !== undefined ? (
            <Text as="p">
              The details of this {what} are no longer kept: a finished {what} is kept for {daysInWords(keptDays)}. The
              texts that came of it are on their products' pages, and the last publication of each can still be undone
              there.
            </Text>
          ) : missing ? (
            <Text as="p">
              This {what} does not exist in your shop, or it was removed. Go back to the list and choose another.
            </Text>
          ) : (
            <Banner
              tone="critical"
              title={`This ${what} could not be shown`}
              action={{ content: "Try again", onAction: again.onAction, loading: again.loading }}
            >
              <p>
                Nothing of your work is lost. If it happens again, tell whoever runs this app what you did just before.{" "}
                <Reference />
              </p>
            </Banner>
          )}
        </BlockStack>
      </Card>
    </Page>
  );
}

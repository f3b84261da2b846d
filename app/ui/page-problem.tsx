import { Banner, BlockStack, Card, Text } from "@shopify/polaris";
import { Page } from "./page.tsx";

export interface TryAgain {
  onAction(): void;
  loading: boolean;
}

/** What a page shows when it cannot show itself. */
export function PageProblem(props: { missing: boolean; what?: string | undefined; again: TryAgain }) {
  const { missing, what = "page", again } = props;
  const back = what === "job" ? { content: "Jobs", url: "/app/jobs" } : { content: "Products", url: "/app/products" };
  return (
    <Page title={missing ? "Not found" : "Something went wrong"} backAction={back}>
      <Card>
        <BlockStack gap="300">
          {missing ? (
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
                Nothing of your work is lost. If it happens again, tell whoever runs this app what you did just before.
              </p>
            </Banner>
          )}
        </BlockStack>
      </Card>
    </Page>
  );
}

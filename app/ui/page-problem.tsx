import { Banner, BlockStack, Card, Text } from "@shopify/polaris";
import { Page } from "./page.tsx";

/** What a page shows when it cannot show itself. */
export function PageProblem({ missing, what = "page" }: { missing: boolean; what?: string }) {
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
            <Banner tone="critical" title={`This ${what} could not be shown`}>
              <p>Reload the page. If it happens again, tell whoever runs this app what you did just before.</p>
            </Banner>
          )}
        </BlockStack>
      </Card>
    </Page>
  );
}

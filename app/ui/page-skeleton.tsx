import { Card, SkeletonBodyText, SkeletonPage } from "@shopify/polaris";

/** Stands in for a page while its data is on the way. */
export function PageSkeleton({ title }: { title: string }) {
  return (
    <SkeletonPage title={title} primaryAction fullWidth>
      <Card>
        <SkeletonBodyText lines={12} />
      </Card>
    </SkeletonPage>
  );
}

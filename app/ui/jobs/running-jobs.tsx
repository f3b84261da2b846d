import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { JobProgress } from "./job-progress.tsx";
import { JobState } from "./job-state.tsx";
import type { JobView } from "./job-view.ts";

/** Work that is under way, in a line each. */
export function RunningJobs({ jobs }: { jobs: readonly JobView[] }) {
  if (jobs.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        {jobs.map((job) => (
          <InlineStack key={job.id} align="space-between" blockAlign="center" gap="200" wrap={false}>
            <BlockStack gap="100">
              <Text as="h2" variant="headingSm">
                {job.title}
              </Text>
              <InlineStack gap="200" blockAlign="center">
                {job.paused || job.waitingFor ? <JobState job={job} /> : null}
                <JobProgress job={job} />
              </InlineStack>
            </BlockStack>
            <Button variant="plain" url={`/app/jobs/${job.id}`} accessibilityLabel={`Show the job ${job.title}`}>
              Show the job
            </Button>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}

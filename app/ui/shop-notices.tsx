import { Banner, type BannerProps, BlockStack } from "@shopify/polaris";

export type ParkReason = "billing" | "reauth" | "scope" | "model_key" | "model_settings" | "spend_cap";

/** What stands in the way of a shop's work; asked for by every page. */
export interface ShopNoticesView {
  parks: { reason: ParkReason; message: string }[];
  /** who outside does not answer; the work goes on by itself when they do */
  outages: ("shopify" | "model")[];
  /** false when no worker process showed a sign of life lately */
  workerAlive: boolean;
}

const parkTexts: Record<ParkReason, { title: string; tone: BannerProps["tone"] }> = {
  billing: {
    title: "The model provider asks for payment",
    tone: "warning",
  },
  model_key: {
    title: "Your model cannot be used without a valid API key",
    tone: "critical",
  },
  model_settings: {
    title: "Your model's settings need a change",
    tone: "critical",
  },
  spend_cap: {
    title: "Your daily spend cap stops the work",
    tone: "warning",
  },
  reauth: {
    title: "Shopify needs you to open the app again",
    tone: "critical",
  },
  scope: {
    title: "The app lacks a permission in Shopify",
    tone: "critical",
  },
};

/** What is put right there. */
const inSettings: ReadonlySet<ParkReason> = new Set(["model_key", "model_settings", "spend_cap"]);

const outageTexts = {
  shopify: {
    title: "Shopify does not answer",
    words: "Imports and publishing wait and go on by themselves. Nothing is lost meanwhile.",
  },
  model: {
    title: "Your model gives no answer",
    words: "Writing waits and goes on by itself as soon as the model answers. Reviewing and publishing go on.",
  },
};

/** Banners at the head of a page: why work waits, and what to do about it. Nothing when all is well. */
export function ShopNotices(props: { notices: ShopNoticesView; onContinue(reason: ParkReason): void; busy: boolean }) {
  const { notices, onContinue, busy } = props;
  if (notices.parks.length === 0 && notices.outages.length === 0 && notices.workerAlive) return null;
  return (
    <BlockStack gap="300">
      {notices.parks.map(({ reason, message }) => {
        const { title, tone } = parkTexts[reason];
        const settings = { content: "Open Settings", url: "/app/settings" };
        const proceed = {
          content: reason === "scope" ? "Check the permissions again" : "Continue the work",
          onAction: () => onContinue(reason),
          loading: busy,
        };
        return (
          <Banner
            key={reason}
            title={title}
            tone={tone}
            action={reason === "reauth" ? undefined : inSettings.has(reason) ? settings : proceed}
            secondaryAction={
              reason === "model_key" || reason === "model_settings"
                ? { ...proceed }
                : reason === "billing"
                  ? settings
                  : undefined
            }
          >
            <p>{message}</p>
          </Banner>
        );
      })}
      {notices.outages.map((provider) => (
        <Banner key={provider} title={outageTexts[provider].title} tone="info">
          <p>{outageTexts[provider].words}</p>
        </Banner>
      ))}
      {notices.workerAlive ? null : (
        <Banner title="Background work has stopped" tone="critical">
          <p>
            No worker has shown a sign of life for a minute, so imports, generation and publishing wait. Whoever runs
            this app can start it again with <code>npm run worker</code>; nothing is lost meanwhile.
          </p>
        </Banner>
      )}
    </BlockStack>
  );
}

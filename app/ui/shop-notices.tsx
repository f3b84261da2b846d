import { Banner, type BannerProps, BlockStack } from "@shopify/polaris";
import { describeOutages, nextTryWords } from "./outage-words.ts";
import type { PauseReason, ShopNoticesView } from "./shop-notices-view.ts";

const pauseTexts: Record<PauseReason, { title: string; tone: BannerProps["tone"] }> = {
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

const proceedWords: Partial<Record<PauseReason, string>> = {
  scope: "Check the permissions again",
  reauth: "Try again",
};

/** What is put right there. */
const inSettings: ReadonlySet<PauseReason> = new Set(["model_key", "model_settings", "spend_cap"]);

/** Banners at the head of a page: why work waits, and what to do about it. Nothing when all is well. */
export function ShopNotices(props: {
  notices: ShopNoticesView;
  onContinue(reason: PauseReason): void;
  /** asks who does not answer at once, instead of at the next try's time */
  onTryNow(): void;
  busy: boolean;
}) {
  const { notices, onContinue, busy } = props;
  const outage = describeOutages(notices);
  if (notices.pauses.length === 0 && notices.outages.length === 0 && notices.workerAlive) return null;
  return (
    <BlockStack gap="300">
      {notices.pauses.map(({ reason, message }) => {
        const { title, tone } = pauseTexts[reason];
        const settings = { content: "Open Settings", url: "/app/settings" };
        const proceed = {
          content: proceedWords[reason] ?? "Continue the work",
          onAction: () => onContinue(reason),
          loading: busy,
        };
        return (
          <Banner
            key={reason}
            title={title}
            tone={tone}
            action={inSettings.has(reason) ? settings : proceed}
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
      {outage ? (
        <Banner
          title={outage.title}
          tone="info"
          action={{ content: "Try now", onAction: props.onTryNow, loading: busy }}
        >
          <p>
            {outage.words} {nextTryWords(notices.outages, notices.now)}
          </p>
        </Banner>
      ) : null}
      {notices.workerAlive ? null : (
        <Banner title="Background work has stopped" tone="critical">
          <p>
            No worker has shown a heartbeat for a minute, so imports, generation and publishing wait. Whoever runs this
            app can start it again with <code>npm run worker</code>; nothing is lost meanwhile.
          </p>
        </Banner>
      )}
    </BlockStack>
  );
}

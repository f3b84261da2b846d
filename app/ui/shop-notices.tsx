import { Banner, type BannerProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { outageOf } from "./outage-words.ts";
import type { PauseReason, ShopNoticesView } from "./shop-notices-view.ts";
import { useFormats } from "./use-formats.ts";

/** The gravest first: what stops most, and what only a person can put right. */
const gravest: readonly PauseReason[] = [
  "reauth",
  "scope",
  "model_key",
  "model_settings",
  "billing",
  "market_content",
  "spend_cap",
];

const tones: Record<PauseReason, BannerProps["tone"]> = {
  reauth: "critical",
  scope: "critical",
  model_key: "critical",
  model_settings: "critical",
  billing: "warning",
  market_content: "warning",
  spend_cap: "warning",
};

/** What is put right there. */
const inSettings: ReadonlySet<PauseReason> = new Set(["model_key", "model_settings", "spend_cap"]);

export interface ShopNoticesProps {
  notices: ShopNoticesView;
  onContinue(reason: PauseReason): void;
  /** asks who does not answer at once, instead of at the next try's time */
  onTryNow(): void;
  busy: boolean;
}

/**
 * One line at the head of a page: why work waits, what became of it, and the way out. The gravest alone, since what waits for that
 * would not go on if another were put right. Nothing when all is well.
 */
export function ShopNotices(props: ShopNoticesProps) {
  const { notices } = props;
  const { t } = useTranslation("notices");
  if (!notices.workerAlive) {
    return (
      <Banner title={t("stopped.title")} tone="critical">
        <p>{t("stopped.words")}</p>
      </Banner>
    );
  }
  const pause = gravest.flatMap((reason) => notices.pauses.find((one) => one.reason === reason) ?? [])[0];
  return pause ? <PauseNotice {...props} pause={pause} /> : <OutageNotice {...props} />;
}

function PauseNotice({ pause, busy, onContinue }: ShopNoticesProps & { pause: ShopNoticesView["pauses"][number] }) {
  const { t } = useTranslation("notices");
  const { dollars } = useFormats();
  const { reason, waiting, capNanos } = pause;
  const settings = { content: t(`${reason}.act`), url: "/app/settings" };
  const proceed = (content: string) => ({ content, onAction: () => onContinue(reason), loading: busy });
  const title =
    reason === "spend_cap" && capNanos !== null
      ? t("spend_cap.titleOf", { cap: dollars(capNanos) })
      : t(`${reason}.title`);
  return (
    <Banner
      title={title}
      tone={tones[reason]}
      action={inSettings.has(reason) ? settings : proceed(t(`${reason}.act`))}
      secondaryAction={
        reason === "model_key" || reason === "model_settings"
          ? proceed(t("goOn"))
          : reason === "billing"
            ? { content: t("settings"), url: "/app/settings" }
            : undefined
      }
    >
      <p>{waiting === 0 ? t(`${reason}.none`) : t(`${reason}.words`, { count: waiting })}</p>
    </Banner>
  );
}

function OutageNotice({ notices, busy, onTryNow }: ShopNoticesProps) {
  const { t } = useTranslation("notices");
  const { duration } = useFormats();
  const away = outageOf(notices);
  if (away === null) return null;
  const { leftMs } = away;
  const next = leftMs === 0 ? t("nextTrySoon") : t("nextTry", { time: duration(leftMs) });
  return (
    <Banner
      title={t(`away.${away.who}.title`)}
      tone="info"
      action={{ content: t("tryNow"), onAction: onTryNow, loading: busy }}
    >
      <p>
        {t(`away.${away.who}.words`)} {next}
      </p>
    </Banner>
  );
}

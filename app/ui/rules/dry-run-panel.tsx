import { Button, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Phrase } from "../phrase.tsx";
import type { DryRunState } from "./use-dry-run.ts";

interface DryRunPanelProps extends Pick<DryRunState, "changed" | "counts" | "counting" | "failed" | "problem"> {
  /** to try these products */
  onShow(productIds: string[]): void;
}

/** Under the try: what the rules in the form would do to all texts that are there. Its height is the same from the beginning. */
export function DryRunPanel({ changed, counts, counting, failed, problem, onShow }: DryRunPanelProps) {
  const { t } = useTranslation("rules");
  const row = (name: "marked" | "blocked", of: "live" | "drafts") => ({
    name,
    figure: counts && { some: counts[name], all: counts[of] },
    examples: counts?.examples[name] ?? [],
  });
  const none = failed ? "–" : null;
  return (
    <section className="sw-dry-run" aria-busy={counting}>
      <div className="sw-dry-run-head">
        <Text as="h3" variant="headingSm">
          {t("dryRun.title")}
        </Text>
        <span role="status">{counting ? t("dryRun.counting") : failed ? t("dryRun.failed") : ""}</span>
      </div>
      {changed ? (
        <dl className={counting ? "sw-dry-run-old" : undefined}>
          {[row("marked", "live"), row("blocked", "drafts")].map(({ name, figure, examples }) => (
            <div key={name}>
              <dt>{t(`dryRun.${name}`)}</dt>
              <dd>
                {figure ? (
                  <span>
                    <Phrase
                      text={t("dryRun.of", { some: figure.some, all: figure.all })}
                      parts={{ some: <strong /> }}
                    />
                  </span>
                ) : (
                  none
                )}
                {examples.length > 0 ? (
                  <Button
                    variant="plain"
                    accessibilityLabel={t(`dryRun.show.${name}`)}
                    onClick={() => onShow(examples)}
                  >
                    {t("dryRun.showShort")}
                  </Button>
                ) : null}
              </dd>
            </div>
          ))}
          <div>
            <dt>{t("dryRun.written")}</dt>
            <dd>
              {counts ? (
                <span>
                  <Phrase text={t("dryRun.stay", { count: counts.written })} parts={{ some: <strong /> }} />
                </span>
              ) : (
                none
              )}
            </dd>
          </div>
        </dl>
      ) : (
        <Text as="p" tone="subdued">
          {t("dryRun.unchanged")}
        </Text>
      )}
      {problem ? (
        <Text as="p" variant="bodySm" tone="critical">
          {problem}
        </Text>
      ) : null}
      {changed && counts && counts.uncounted.length > 0 ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {t("dryRun.uncounted", { checks: counts.uncounted.join(", ") })}
        </Text>
      ) : null}
    </section>
  );
}

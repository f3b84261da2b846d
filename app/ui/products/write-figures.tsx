import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { inARow } from "../in-a-row.ts";
import { estimateRun, type SpendingView } from "../spending.ts";
import { useFormats } from "../use-formats.ts";
import type { ModelChoice } from "./write-choice.ts";

export interface WriteFiguresProps {
  /** null while they are counted */
  products: number | null;
  /** those that the model writes */
  contentTypes: readonly string[];
  model: ModelChoice | undefined;
  spending: SpendingView;
  /** the run may wait: half the model's price, and up to a day */
  waits: boolean;
}

/** What a run will cost in credits, money and time, beside what is left; "unknown" where nothing is known. */
export function WriteFigures({ products, contentTypes, model, spending, waits }: WriteFiguresProps) {
  const { t } = useTranslation("products");
  const formats = useFormats();
  const counted = products ?? 0;
  const counting = products === null ? t("dialog.counting") : null;
  const credits = counted * (model?.creditsPerProduct ?? 0);
  const available = spending.availableCredits === null ? null : Math.max(0, spending.availableCredits);
  const estimate = model ? estimateRun(spending, { agentModel: model.version, contentTypes, products: counted }) : null;
  const cost = waits ? estimate?.waitingCostNanos : estimate?.costNanos;
  return (
    <>
      <dl className="sw-write-figures">
        <div>
          <dt>{t("dialog.credits")}</dt>
          <dd>
            <b>{counting ?? formats.count(credits)}</b>{" "}
            {available === null ? null : t("dialog.left", { count: available })}
          </dd>
        </div>
        <div>
          <dt>{t("dialog.price")}</dt>
          <dd>
            <b>
              {counting ?? (cost == null ? t("dialog.unknown") : t("dialog.about", { what: formats.dollars(cost) }))}
            </b>{" "}
            {spending.dailyCostCapNanos === null
              ? null
              : t("dialog.cap", { money: formats.dollars(spending.dailyCostCapNanos) })}
          </dd>
        </div>
        <div>
          <dt>{t("dialog.time")}</dt>
          <dd>
            <b>
              {waits
                ? t("dialog.upToADay")
                : (counting ??
                  (estimate?.durationMs == null
                    ? t("dialog.unknown")
                    : t("dialog.about", { what: formats.duration(Math.max(1_000, estimate.durationMs)) })))}
            </b>
          </dd>
        </div>
      </dl>
      <Text as="p" tone="subdued" variant="bodySm">
        {inARow(
          estimate === null
            ? t("dialog.noBasis")
            : t(estimate.sameTypes ? "dialog.basis" : "dialog.basisOther", { count: estimate.basis }),
          model && estimate?.costNanos === null && t("dialog.noPrice", { model: model.name }),
          products !== null && isBeyondCap(spending, { credits, costNanos: cost ?? 0 }) && t("dialog.beyondCap"),
        )}
      </Text>
    </>
  );
}

function isBeyondCap(
  { today, dailyCostCapNanos, dailyCreditsCap }: SpendingView,
  run: { credits: number; costNanos: number },
): boolean {
  return (
    (dailyCostCapNanos !== null && today.costNanos + run.costNanos > dailyCostCapNanos) ||
    (dailyCreditsCap !== null && today.credits + run.credits > dailyCreditsCap)
  );
}

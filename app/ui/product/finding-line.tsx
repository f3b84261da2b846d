import { Badge, BlockStack, Button, ButtonGroup, InlineStack, Link, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { factName } from "../marks/fact-name.ts";
import { sourceKey } from "../marks/finding-words.ts";
import { Moment } from "../moment.tsx";
import { Phrase } from "../phrase.tsx";
import { useFindingSentence } from "./finding-sentence.ts";
import { KeepDialog } from "./keep-dialog.tsx";
import type { WarningView } from "./product-detail-view.ts";
import "../ui.css";

/** What a person may do about a finding. */
export interface FindingEvents {
  /** an answer is awaited */
  busy: boolean;
  /** @param reason why the text is right as it is; null takes an earlier decision back */
  onDecide(finding: WarningView, reason: string | null, done?: () => void): void;
  onUseFix(finding: WarningView): void;
}

export interface FindingLineProps {
  finding: WarningView;
  /** the content type's label */
  label: string;
  /** epoch ms; absent where no decisions are shown */
  now?: number | undefined;
  /** absent where findings are only shown */
  events?: FindingEvents | undefined;
}

/** One finding: what it is, both sides of a contradiction, and what can be done about it. */
export function FindingLine({ finding, label, now, events }: FindingLineProps) {
  const { t } = useTranslation("product");
  const sentence = useFindingSentence(label);
  const { severity, decision, product, fact, quote } = finding;
  const blocks = severity === "block";
  const tone = blocks ? "critical" : "caution";
  return (
    <InlineStack gap="200" blockAlign="start" wrap={false}>
      <span>
        <Badge {...(decision ? {} : { tone: blocks ? "critical" : "warning" })}>
          {t(decision ? "finding.kept" : blocks ? "finding.blocks" : "finding.check")}
        </Badge>
      </span>
      <div className="sw-grow">
        <BlockStack gap="100">
          <span dir="auto" className="sw-wrap">
            <Text as="span" tone={decision ? "subdued" : tone}>
              {sentence(finding)}
            </Text>
            {product ? (
              <>
                {" "}
                <Link url={`/app/products/${product.id}`} monochrome>
                  {product.title ? t("finding.open", { title: product.title }) : t("finding.openOther")}
                </Link>
              </>
            ) : null}
          </span>
          {fact && quote ? <BothSides quote={quote} fact={fact} /> : null}
          {decision ? (
            <Text as="span" tone="subdued" variant="bodySm">
              <Phrase
                text={t(
                  `finding.keptBy.${decision.by === "you" || decision.by === "colleague" ? decision.by : "nobody"}`,
                )}
                parts={{ when: now === undefined ? <span /> : <Moment at={decision.at} now={now} /> }}
              />
              {decision.reason ? t("finding.because", { reason: decision.reason }) : ""}
            </Text>
          ) : null}
          {events ? <FindingActions finding={finding} label={label} events={events} /> : null}
        </BlockStack>
      </div>
    </InlineStack>
  );
}

function BothSides({ quote, fact }: { quote: string; fact: NonNullable<WarningView["fact"]> }) {
  const { t } = useTranslation("product");
  const { t: marks } = useTranslation("marks");
  const { value, source } = fact;
  const name = factName(marks, { path: fact.path ?? "", name: fact.name });
  const from = marks(sourceKey(source));
  return (
    <dl className="sw-sides">
      <div>
        <dt>{t("finding.yourText")}</dt>
        <dd dir="auto">{quote}</dd>
      </div>
      <div>
        <dt>{from === name ? name : t("finding.from", { name, source: from })}</dt>
        <dd dir="auto">{value}</dd>
      </div>
    </dl>
  );
}

function FindingActions({ finding, label, events }: { finding: WarningView; label: string; events: FindingEvents }) {
  const { t } = useTranslation("product");
  const { t: marks } = useTranslation("marks");
  const sentence = useFindingSentence(label);
  const [keeping, setKeeping] = useState(false);
  const { id, fix, decision, fixed, quote, severity } = finding;
  if (id === undefined || fixed) return null;
  const about = quote ? marks("quote", { words: quote }) : sentence(finding);
  if (decision) {
    return (
      <ButtonGroup>
        <Button
          size="slim"
          variant="plain"
          accessibilityLabel={t("finding.takeBackOf", { about })}
          disabled={events.busy}
          onClick={() => events.onDecide(finding, null)}
        >
          {t("finding.takeBack")}
        </Button>
      </ButtonGroup>
    );
  }
  return (
    <>
      <ButtonGroup>
        {fix ? (
          <Button
            size="slim"
            accessibilityLabel={t("finding.useFixOf", fix)}
            disabled={events.busy}
            onClick={() => events.onUseFix(finding)}
          >
            {t("finding.useFix")}
          </Button>
        ) : null}
        <Button
          size="slim"
          variant={fix ? "tertiary" : "secondary"}
          accessibilityLabel={t("finding.keepOf", { about })}
          disabled={events.busy}
          onClick={() => setKeeping(true)}
        >
          {t("finding.keep")}
        </Button>
      </ButtonGroup>
      {keeping ? (
        <KeepDialog
          about={about}
          needsReason={severity === "block"}
          busy={events.busy}
          onKeep={(reason) => events.onDecide(finding, reason, () => setKeeping(false))}
          onClose={() => setKeeping(false)}
        />
      ) : null}
    </>
  );
}

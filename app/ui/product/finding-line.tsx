import { Badge, BlockStack, Button, ButtonGroup, InlineStack, Link, Text } from "@shopify/polaris";
import { useState } from "react";
import { Moment } from "../moment.tsx";
import { KeepDialog } from "./keep-dialog.tsx";
import type { WarningView } from "./product-detail-view.ts";
import { warningText } from "./warning-text.ts";
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
  const { severity, decision, product, fact, quote } = finding;
  const blocks = severity === "block";
  const tone = blocks ? "critical" : "caution";
  return (
    <InlineStack gap="200" blockAlign="start" wrap={false}>
      <span>
        <Badge {...(decision ? {} : { tone: blocks ? "critical" : "warning" })}>
          {decision ? "Kept" : blocks ? "Blocks" : "Check"}
        </Badge>
      </span>
      <div className="sw-grow">
        <BlockStack gap="100">
          <span dir="auto" className="sw-wrap">
            <Text as="span" tone={decision ? "subdued" : tone}>
              {warningText(finding.description, label)}
            </Text>
            {product ? (
              <>
                {" "}
                <Link url={`/app/products/${product.id}`} monochrome>
                  {`Open ${product.title || "the other product"}`}
                </Link>
              </>
            ) : null}
          </span>
          {fact && quote ? <BothSides quote={quote} fact={fact} /> : null}
          {decision ? (
            <Text as="span" tone="subdued" variant="bodySm">
              Kept{decision.by ? ` by ${decision.by}` : ""}{" "}
              {now === undefined ? null : <Moment at={decision.at} now={now} />}
              {decision.reason ? `: ${decision.reason}` : ""}
            </Text>
          ) : null}
          {events ? <FindingActions finding={finding} label={label} events={events} /> : null}
        </BlockStack>
      </div>
    </InlineStack>
  );
}

/** What a fact is called by where it comes from. */
const sources: Record<string, string> = {
  title: "the product's title",
  vendor: "the brand",
  product_type: "the product type",
  category: "the category",
  tag: "a tag",
  attribute: "the product's data",
  option: "the options",
  variant: "the variants",
  description: "the live description",
  image: "an alt text",
  price: "the price",
  shipping_weight: "the shipping weight",
  merchant: "your rules",
  review: "a review",
};

function BothSides({ quote, fact }: { quote: string; fact: NonNullable<WarningView["fact"]> }) {
  const { name, value, source } = fact;
  const from = sources[source];
  return (
    <dl className="sw-sides">
      <div>
        <dt>Your text</dt>
        <dd dir="auto">{quote}</dd>
      </div>
      <div>
        <dt>
          {name}
          {from && from !== name ? `, from ${from}` : ""}
        </dt>
        <dd dir="auto">{value}</dd>
      </div>
    </dl>
  );
}

function FindingActions({ finding, label, events }: { finding: WarningView; label: string; events: FindingEvents }) {
  const [keeping, setKeeping] = useState(false);
  const { id, fix, decision, fixed, quote, severity } = finding;
  if (id === undefined || fixed) return null;
  const about = quote ? `“${quote}”` : warningText(finding.description, label);
  if (decision) {
    return (
      <ButtonGroup>
        <Button
          size="slim"
          variant="plain"
          accessibilityLabel={`Take back that this is kept: ${about}`}
          disabled={events.busy}
          onClick={() => events.onDecide(finding, null)}
        >
          Take back
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
            accessibilityLabel={`Use the fact's words: “${fix.with}” instead of “${fix.quote}”`}
            disabled={events.busy}
            onClick={() => events.onUseFix(finding)}
          >
            Use the fact's words
          </Button>
        ) : null}
        <Button
          size="slim"
          variant={fix ? "tertiary" : "secondary"}
          accessibilityLabel={`Keep mine: ${about}`}
          disabled={events.busy}
          onClick={() => setKeeping(true)}
        >
          Keep mine
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

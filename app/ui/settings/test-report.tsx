import { Badge, Banner, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { formatDollars } from "../money.ts";
import { countOf } from "../numbers.ts";
import "../ui.css";

export interface TestLineView {
  what: "server" | "model" | "form" | "length" | "pictures" | "price" | "batches";
  state: "works" | "limited" | "fails" | "untried";
  says: string;
}

/** What a test of a model found out, and what it took. */
export interface ModelTestView {
  model: string;
  ok: boolean;
  lines: TestLineView[];
  tookMs: number;
  calls: number;
  tokens: number;
  /** null when no price is set */
  costNanos: number | null;
}

const names: Record<TestLineView["what"], string> = {
  server: "Server and key",
  model: "Model",
  form: "Form of answers",
  length: "Length of answers",
  pictures: "Pictures",
  price: "Price",
  batches: "Half-price runs",
};
const states = {
  works: { tone: "success", label: "Works" },
  limited: { tone: "attention", label: "Limited" },
  fails: { tone: "critical", label: "Fails" },
  untried: { tone: undefined, label: "Not tried" },
} as const;

/** What works with a model and what does not, one line each. */
export function TestReport({ test }: { test: ModelTestView }) {
  const limited = test.lines.some(({ state }) => state === "limited");
  return (
    <Banner
      tone={!test.ok ? "critical" : limited ? "warning" : "success"}
      title={test.ok ? `${test.model} can write texts` : `${test.model} cannot be used yet`}
    >
      <BlockStack gap="200">
        <BlockStack as="ul" gap="150">
          {test.lines.map(({ what, state, says }) => (
            <li key={what} className="sw-plain">
              <InlineStack gap="200" align="start" blockAlign="start" wrap={false}>
                <span>
                  <Badge {...(states[state].tone ? { tone: states[state].tone } : {})}>{states[state].label}</Badge>
                </span>
                <span className="sw-wrap">
                  <Text as="span" fontWeight="semibold">
                    {`${names[what]}: `}
                  </Text>
                  {says}
                </span>
              </InlineStack>
            </li>
          ))}
        </BlockStack>
        <Text as="p" variant="bodySm" tone="subdued">
          {costOf(test)}
        </Text>
      </BlockStack>
    </Banner>
  );
}

function costOf({ calls, tokens, tookMs, costNanos }: ModelTestView): string {
  const took = `This test took ${(tookMs / 1_000).toFixed(1)} s`;
  if (calls === 0) return `${took} and cost nothing.`;
  const used = `${countOf(calls, "answer")}, ${countOf(tokens, "token")}`;
  return costNanos === null ? `${took} (${used}).` : `${took} and cost ${formatDollars(costNanos)} (${used}).`;
}

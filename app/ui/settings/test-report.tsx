import { Badge, Banner, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useFormats } from "../use-formats.ts";
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

const tones = { works: "success", limited: "attention", fails: "critical", untried: undefined } as const;

interface TestReportProps {
  test: ModelTestView;
}

/** What works with a model and what does not, one line each. */
export function TestReport({ test }: TestReportProps) {
  const { t } = useTranslation("settings");
  const limited = test.lines.some(({ state }) => state === "limited");
  return (
    <Banner
      tone={!test.ok ? "critical" : limited ? "warning" : "success"}
      title={t(test.ok ? "test.ok" : "test.notYet", { model: test.model })}
    >
      <BlockStack gap="200">
        <BlockStack as="ul" gap="150">
          {test.lines.map(({ what, state, says }) => (
            <li key={what} className="sw-plain">
              <InlineStack gap="200" align="start" blockAlign="start" wrap={false}>
                <span>
                  <Badge {...(tones[state] ? { tone: tones[state] } : {})}>{t(`test.state.${state}`)}</Badge>
                </span>
                <span className="sw-wrap">
                  <Text as="span" fontWeight="semibold">
                    {t("test.part", { part: t(`test.what.${what}`) })}
                  </Text>
                  {says}
                </span>
              </InlineStack>
            </li>
          ))}
        </BlockStack>
        <Text as="p" variant="bodySm" tone="subdued">
          <TestCost test={test} />
        </Text>
      </BlockStack>
    </Banner>
  );
}

function TestCost({ test: { calls, tokens, tookMs, costNanos } }: TestReportProps) {
  const { t, i18n } = useTranslation("settings");
  const { dollars } = useFormats();
  const tenth = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const seconds = new Intl.NumberFormat(i18n.language, tenth).format(tookMs / 1_000);
  if (calls === 0) return t("test.free", { seconds });
  const used = { seconds, answers: t("test.answers", { count: calls }), tokens: t("test.tokens", { count: tokens }) };
  return costNanos === null ? t("test.took", used) : t("test.cost", { ...used, money: dollars(costNanos) });
}

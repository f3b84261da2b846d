import { BlockStack, Box, Button, Collapsible, InlineStack, Link, Text } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Formats } from "../../i18n/formats.ts";
import { VersionStateBadge } from "../badges.tsx";
import { comparable } from "../diff-words.ts";
import { Moment } from "../moment.tsx";
import { Phrase } from "../phrase.tsx";
import type { ContentTypeView, TextBody } from "../text-body.ts";
import { useFormats } from "../use-formats.ts";
import { CopyButton } from "./copy-button.tsx";
import type { VersionView } from "./product-detail-view.ts";
import { VersionComparison } from "./version-comparison.tsx";
import "../ui.css";

type Words = TFunction<"product">;

/** How a version came to be, e.g. "Written by gpt-5-mini". */
function originOf(t: Words, { origin, model, chosen }: Pick<VersionView, "origin" | "model" | "chosen">): string {
  if (chosen) return t("history.chosen");
  if (origin !== "generated") return t(`history.${origin}`);
  return model === null ? t("history.byModel") : t("history.by", { model });
}

/** What a version cost, as far as it is known: "Cost $0.0012 together with 4 other texts (812 tokens in, 240 out)". */
export function costOf(t: Words, formats: Formats, { cost }: Pick<VersionView, "cost">): string | null {
  if (!cost) return null;
  const tokens = t("history.tokens", { in: formats.count(cost.tokensIn), out: formats.count(cost.tokensOut) });
  const others = cost.texts - 1;
  if (cost.costNanos === null) {
    return others > 0 ? t("history.costWith", { count: others, tokens }) : t("history.cost", { tokens });
  }
  const money = formats.dollars(cost.costNanos);
  return others > 0
    ? t("history.costMoneyWith", { count: others, money, tokens })
    : t("history.costMoney", { money, tokens });
}

export interface HistoryListProps {
  type: ContentTypeView;
  versions: VersionView[];
  lang: string;
  now: number;
  /** what is live in the store; absent where the text has no place there any more */
  live?: TextBody | null;
  /** offers to copy a text */
  copies?: boolean;
  /** absent where no new text can be made of it */
  onReuse?(body: TextBody): void;
  /** absent where it cannot become a draft now */
  onRestore?: ((version: VersionView) => void) | undefined;
}

/** Earlier versions behind one line, newest first. */
export function HistoryList(props: HistoryListProps) {
  const { t } = useTranslation("product");
  const [open, setOpen] = useState(false);
  const id = useId();
  if (props.versions.length === 0) return null;
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Button
        variant="plain"
        disclosure={open ? "up" : "down"}
        ariaControls={id}
        ariaExpanded={open}
        onClick={() => setOpen(!open)}
      >
        {t("history.versions", { count: props.versions.length })}
      </Button>
      <div className="sw-versions">
        <Collapsible open={open} id={id}>
          <Versions {...props} />
        </Collapsible>
      </div>
    </BlockStack>
  );
}

/** Any of them can be compared, and taken up again as a new one. */
export function Versions(props: HistoryListProps) {
  const { type, versions, lang, now } = props;
  const { t } = useTranslation("product");
  const [compared, setCompared] = useState<string | null>(null);
  return (
    <BlockStack gap="300">
      {versions.map((version) => (
        <Box key={version.id} background="bg-surface-secondary" borderRadius="200" padding="300">
          <BlockStack gap="150">
            <InlineStack gap="200" blockAlign="center">
              <VersionStateBadge version={version} />
              <Text as="span" variant="bodySm" tone="subdued">
                {version.productId ? t("history.otherProduct", { origin: originOf(t, version) }) : originOf(t, version)}
                {" · "}
                <Moment at={version.createdAt} now={now} />
              </Text>
            </InlineStack>
            <Decision version={version} now={now} />
            <VersionRules version={version} />
            <VersionCost version={version} />
            {compared === version.id ? (
              <VersionComparison {...props} version={version} />
            ) : (
              <p className="sw-text" dir="auto" lang={lang}>
                {comparable(type, version.body)}
              </p>
            )}
            <VersionActions
              {...props}
              version={version}
              comparing={compared === version.id}
              onCompare={() => setCompared(compared === version.id ? null : version.id)}
            />
          </BlockStack>
        </Box>
      ))}
    </BlockStack>
  );
}

interface VersionActionsProps extends HistoryListProps {
  version: VersionView;
  comparing: boolean;
  onCompare(): void;
}

function VersionActions(props: VersionActionsProps) {
  const { t } = useTranslation("product");
  const { type, version, versions, live, copies, comparing, onCompare, onReuse, onRestore } = props;
  return (
    <InlineStack gap="400">
      {live !== undefined || versions.length > 1 ? (
        <Button variant="plain" ariaExpanded={comparing} onClick={onCompare}>
          {t(comparing ? "history.stopComparing" : "history.compare")}
        </Button>
      ) : null}
      {onRestore && version.productId === undefined && version.state !== "draft" ? (
        <Button variant="plain" onClick={() => onRestore(version)}>
          {t("history.restore")}
        </Button>
      ) : null}
      {onReuse ? (
        <Button variant="plain" onClick={() => onReuse(version.body)}>
          {t("history.reuse")}
        </Button>
      ) : null}
      {copies ? <CopyButton text={comparable(type, version.body)} /> : null}
    </InlineStack>
  );
}

/** By which rules it was written, with the way to that state of them. */
function VersionRules({ version: { rules } }: { version: Pick<VersionView, "rules"> }) {
  const { t } = useTranslation("product");
  if (!rules) return null;
  const { id, label, revision } = rules;
  const page = <Link url={`/app/rules/${id}${revision === null ? "" : "/history"}`} removeUnderline />;
  const words =
    revision === null
      ? t("history.rules", { name: label })
      : t("history.rulesState", { name: label, number: revision });
  return (
    <Text as="p" variant="bodySm" tone="subdued" breakWord>
      <Phrase text={words} parts={{ rules: page }} />
    </Text>
  );
}

function VersionCost({ version }: { version: Pick<VersionView, "cost"> }) {
  const { t } = useTranslation("product");
  const words = costOf(t, useFormats(), version);
  return words === null ? null : (
    <Text as="span" variant="bodySm" tone="subdued">
      {words}
    </Text>
  );
}

// Also an undo, a conflict or the end of a content type sets a text aside: not always for another one.
const decisions = ["approved", "rejected", "superseded"] as const;

/** What became of a version, when, by whom and why. */
export function Decision({ version, now }: { version: VersionView; now: number }) {
  const { state, decidedAt, decidedBy, reason } = version;
  const { t } = useTranslation("product");
  const made = decisions.find((one) => one === state);
  if (!made || !decidedAt) return null;
  return (
    <Text as="p" variant="bodySm" tone="subdued" breakWord>
      <Phrase text={t(`history.decided.${made}`)} parts={{ when: <Moment at={decidedAt} now={now} /> }} />
      {decidedBy === "you" || decidedBy === "colleague" ? t(`history.decidedBy.${decidedBy}`) : ""}
      {reason ? t("finding.because", { reason }) : ""}
    </Text>
  );
}

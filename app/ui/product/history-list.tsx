import { BlockStack, Box, Button, Collapsible, InlineStack, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { VersionStateBadge } from "../badges.tsx";
import { comparable } from "../diff-words.ts";
import { Moment } from "../moment.tsx";
import { formatDollars } from "../money.ts";
import { countOf, formatCount } from "../numbers.ts";
import type { ContentTypeView, TextBody } from "../text-body.ts";
import { CopyButton } from "./copy-button.tsx";
import type { VersionView } from "./product-detail-view.ts";
import { VersionComparison } from "./version-comparison.tsx";
import "../ui.css";

const origins: Record<VersionView["origin"], string> = {
  generated: "Written by",
  edited: "Edited by hand",
  undo: "Put back by an undo",
};

/** How a version came to be, e.g. "Written by gpt-5-mini". */
export function originOf(version: Pick<VersionView, "origin" | "model">): string {
  return version.origin === "generated"
    ? `${origins.generated} ${version.model ?? "the model"}`
    : origins[version.origin];
}

/** What a version cost, as far as it is known: "Cost $0.0012 together with 4 other texts (812 tokens in, 240 out)". */
export function costOf({ cost }: Pick<VersionView, "cost">): string | null {
  if (!cost) return null;
  const tokens = `${formatCount(cost.tokensIn)} tokens in, ${formatCount(cost.tokensOut)} out`;
  const others = cost.texts > 1 ? ` together with ${countOf(cost.texts - 1, "other text")}` : "";
  return cost.costNanos === null
    ? `Cost ${tokens}${others}`
    : `Cost ${formatDollars(cost.costNanos)}${others} (${tokens})`;
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
        {countOf(props.versions.length, "version")}
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
  const [compared, setCompared] = useState<string | null>(null);
  return (
    <BlockStack gap="300">
      {versions.map((version) => (
        <Box key={version.id} background="bg-surface-secondary" borderRadius="200" padding="300">
          <BlockStack gap="150">
            <InlineStack gap="200" blockAlign="center">
              <VersionStateBadge version={version} />
              <Text as="span" variant="bodySm" tone="subdued">
                {originOf(version)}
                {version.productId ? " for another product with this image" : ""},{" "}
                <Moment at={version.createdAt} now={now} />
              </Text>
            </InlineStack>
            <Decision version={version} now={now} />
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
  const { type, version, versions, live, copies, comparing, onCompare, onReuse, onRestore } = props;
  return (
    <InlineStack gap="400">
      {live !== undefined || versions.length > 1 ? (
        <Button variant="plain" ariaExpanded={comparing} onClick={onCompare}>
          {comparing ? "Stop comparing" : "Compare"}
        </Button>
      ) : null}
      {onRestore && version.productId === undefined && version.state !== "draft" ? (
        <Button variant="plain" onClick={() => onRestore(version)}>
          Restore as a draft
        </Button>
      ) : null}
      {onReuse ? (
        <Button variant="plain" onClick={() => onReuse(version.body)}>
          Edit from this version
        </Button>
      ) : null}
      {copies ? <CopyButton text={comparable(type, version.body)} /> : null}
    </InlineStack>
  );
}

export function VersionCost({ version }: { version: Pick<VersionView, "cost"> }) {
  const words = costOf(version);
  return words === null ? null : (
    <Text as="span" variant="bodySm" tone="subdued">
      {words}
    </Text>
  );
}

// Also an undo, a conflict or the end of a content type sets a text aside: not always for another one.
const decisions: Partial<Record<VersionView["state"], string>> = {
  approved: "Approved",
  rejected: "Rejected",
  superseded: "Set aside",
};

/** What became of a version, when, by whom and why. */
export function Decision({ version, now }: { version: VersionView; now: number }) {
  const { state, decidedAt, decidedBy, reason } = version;
  const words = decisions[state];
  if (!words || !decidedAt) return null;
  return (
    <Text as="p" variant="bodySm" tone="subdued" breakWord>
      {words} <Moment at={decidedAt} now={now} />
      {decidedBy ? ` by ${decidedBy}` : ""}
      {reason ? `: ${reason}` : ""}
    </Text>
  );
}

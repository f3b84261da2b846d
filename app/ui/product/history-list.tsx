import { BlockStack, Box, Button, Collapsible, InlineStack, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { VersionStateBadge } from "../badges.tsx";
import { comparable } from "../diff-words.ts";
import { Moment } from "../moment.tsx";
import { countOf } from "../numbers.ts";
import type { ContentTypeView, TextBody } from "../text-body.ts";
import type { VersionView } from "./product-detail-view.ts";
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

export interface HistoryListProps {
  type: ContentTypeView;
  versions: VersionView[];
  lang: string;
  now: number;
  /** absent where no new text can be made of it */
  onReuse?(body: TextBody): void;
}

/** Earlier versions, newest first; any of them can be taken up again as a new one. */
export function HistoryList({ type, versions, lang, now, onReuse }: HistoryListProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (versions.length === 0) return null;
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Button
        variant="plain"
        disclosure={open ? "up" : "down"}
        ariaControls={id}
        ariaExpanded={open}
        onClick={() => setOpen(!open)}
      >
        {countOf(versions.length, "version")}
      </Button>
      <Collapsible open={open} id={id}>
        <BlockStack gap="300">
          {versions.map((version) => (
            <Box key={version.id} background="bg-surface-secondary" borderRadius="200" padding="300">
              <BlockStack gap="150" inlineAlign="start">
                <InlineStack gap="200" blockAlign="center">
                  <VersionStateBadge version={version} />
                  <Text as="span" variant="bodySm" tone="subdued">
                    {originOf(version)}
                    {version.productId ? " for another product with this image" : ""},{" "}
                    <Moment at={version.createdAt} now={now} />
                  </Text>
                </InlineStack>
                <Decision version={version} now={now} />
                <p className="sw-text" dir="auto" lang={lang}>
                  {comparable(type, version.body)}
                </p>
                {onReuse ? (
                  <Button variant="plain" onClick={() => onReuse(version.body)}>
                    Edit from this version
                  </Button>
                ) : null}
              </BlockStack>
            </Box>
          ))}
        </BlockStack>
      </Collapsible>
    </BlockStack>
  );
}

const decisions: Partial<Record<VersionView["state"], string>> = {
  approved: "Approved",
  rejected: "Rejected",
  superseded: "Gave way to another text",
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

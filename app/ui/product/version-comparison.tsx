import { BlockStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { versionStateLabel } from "../badges.tsx";
import { DiffView } from "../diff-view.tsx";
import { diffBodies } from "../diff-words.ts";
import { Losses } from "../losses.tsx";
import { formatAgo } from "../numbers.ts";
import type { ContentTypeView, TextBody } from "../text-body.ts";
import { markupChange } from "../what-is-lost.ts";
import { BodyView } from "./body-view.tsx";
import type { VersionView } from "./product-detail-view.ts";

export interface VersionComparisonProps {
  type: ContentTypeView;
  version: VersionView;
  /** all versions of the text */
  versions: VersionView[];
  /** what is live in the store; absent where there is no such place */
  live?: TextBody | null;
  lang: string;
  now: number;
}

const liveChoice = "live";

/** A version beside the live text or another version, with what differs by words. */
export function VersionComparison({ type, version, versions, live, lang, now }: VersionComparisonProps) {
  const others = versions.filter(({ id }) => id !== version.id);
  const choices = [
    ...(live === undefined ? [] : [{ value: liveChoice, label: "The live text" }]),
    ...others.map((other) => ({
      value: other.id,
      label: `${versionStateLabel(other)}, written ${formatAgo(other.createdAt, now)}`,
    })),
  ];
  const [chosen, setChosen] = useState(choices[0]?.value ?? liveChoice);
  const other = chosen === liveChoice ? (live ?? null) : (others.find(({ id }) => id === chosen)?.body ?? null);
  const change = markupChange(type, other, version.body);
  const lost = chosen === liveChoice ? change : { ...change, formatting: "" };
  return (
    <BlockStack gap="200">
      <Select label="Compare this version with" options={choices} value={chosen} onChange={setChosen} />
      <div className="sw-columns">
        <BlockStack gap="100">
          <Text as="h4" variant="headingSm" tone="subdued">
            {choices.find(({ value }) => value === chosen)?.label}
          </Text>
          <BodyView type={type} body={other} lang={lang} place="compared" empty="There is no text." />
        </BlockStack>
        <BlockStack gap="100">
          <Text as="h4" variant="headingSm" tone="subdued">
            This version
          </Text>
          <DiffView parts={diffBodies(type, other, version.body)} markup={change} lang={lang} />
          <Losses change={lost} what="This version" />
        </BlockStack>
      </div>
    </BlockStack>
  );
}

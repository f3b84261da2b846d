import { BlockStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { versionStateOf } from "../badges.tsx";
import { DiffView } from "../diff-view.tsx";
import { diffBodies } from "../diff-words.ts";
import { Losses } from "../losses.tsx";
import type { ContentTypeView, TextBody } from "../text-body.ts";
import { useFormats } from "../use-formats.ts";
import { markupChange, noChange } from "../what-is-lost.ts";
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
  const { t } = useTranslation("product");
  const { t: states } = useTranslation("states");
  const { ago } = useFormats();
  const others = versions.filter(({ id }) => id !== version.id);
  const choices = [
    ...(live === undefined ? [] : [{ value: liveChoice, label: t("history.live") }]),
    ...others.map((other) => ({
      value: other.id,
      label: t("history.written", {
        state: states(`version.${versionStateOf(other)}`),
        when: ago(other.createdAt, now),
      }),
    })),
  ];
  const [chosen, setChosen] = useState(choices[0]?.value ?? liveChoice);
  const other = chosen === liveChoice ? (live ?? null) : (others.find(({ id }) => id === chosen)?.body ?? null);
  const change = markupChange(type, other, version.body);
  const lost = chosen === liveChoice ? change : { ...change, formatting: noChange.formatting };
  return (
    <BlockStack gap="200">
      <Select label={t("history.with")} options={choices} value={chosen} onChange={setChosen} />
      <div className="sw-columns">
        <BlockStack gap="100">
          <Text as="h4" variant="headingSm" tone="subdued">
            {choices.find(({ value }) => value === chosen)?.label}
          </Text>
          <BodyView type={type} body={other} lang={lang} place={t("history.place")} empty={t("history.none")} />
        </BlockStack>
        <BlockStack gap="100">
          <Text as="h4" variant="headingSm" tone="subdued">
            {t("history.this")}
          </Text>
          <DiffView parts={diffBodies(type, other, version.body)} markup={change} lang={lang} />
          <Losses change={lost} ofVersion />
        </BlockStack>
      </div>
    </BlockStack>
  );
}

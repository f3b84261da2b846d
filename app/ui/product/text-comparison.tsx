import { BlockStack, Button, ButtonGroup, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DiffView } from "../diff-view.tsx";
import { diffBodies } from "../diff-words.ts";
import { Losses } from "../losses.tsx";
import { markupChange } from "../what-is-lost.ts";
import { BodyView } from "./body-view.tsx";
import { LengthNote } from "./length-note.tsx";
import type { TextView, VersionView } from "./product-detail-view.ts";

type Look = "changes" | "text" | "source";

/** The live text beside the new one. */
export function TextComparison({ text, version, lang }: { text: TextView; version: VersionView; lang: string }) {
  const { t } = useTranslation("product");
  const [look, setLook] = useState<Look>("changes");
  const { type, live } = text;
  const source = look === "source";
  const looks: Look[] = type.kind === "html" ? ["changes", "text", "source"] : ["changes", "text"];
  return (
    <BlockStack gap="200">
      <ButtonGroup variant="segmented">
        {looks.map((one) => (
          <Button key={one} size="slim" pressed={look === one} onClick={() => setLook(one)}>
            {one === "source" ? "HTML" : t(`compare.${one}`)}
          </Button>
        ))}
      </ButtonGroup>
      <div className="sw-columns">
        <Side title={t("compare.live")}>
          <BodyView
            type={type}
            body={live}
            lang={lang}
            place={t("compare.live")}
            source={source}
            empty={t("compare.noLive")}
          />
          {live === null ? null : <LengthNote type={type} body={live} />}
        </Side>
        <Side title={t("compare.new")}>
          {look === "changes" ? (
            <DiffView
              parts={diffBodies(type, live, version.body)}
              markup={markupChange(type, live, version.body)}
              lang={lang}
            />
          ) : (
            <BodyView
              type={type}
              body={version.body}
              lang={lang}
              place={t("compare.new")}
              source={source}
              empty={t("card.empty")}
            />
          )}
        </Side>
      </div>
      <Losses change={markupChange(type, live, version.body)} />
    </BlockStack>
  );
}

function Side({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm" tone="subdued">
        {title}
      </Text>
      {children}
    </BlockStack>
  );
}

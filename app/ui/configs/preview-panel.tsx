import {
  Badge,
  Banner,
  BlockStack,
  Button,
  Card,
  ChoiceList,
  Divider,
  InlineStack,
  Spinner,
  Text,
  TextField,
  Thumbnail,
} from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { countOf } from "../numbers.ts";
import { BodyView } from "../product/body-view.tsx";
import { ExaminedNote } from "../product/examined-note.tsx";
import { WarningsList } from "../product/warnings-list.tsx";
import { thumbnailUrl } from "../products/product-view.ts";
import { SettingsSection } from "../settings-section.tsx";
import { type ContentTypeView, lengthChars, type TextBody } from "../text-body.ts";
import { labelOfType } from "./field-name.ts";

export interface PreviewItemView {
  productId: string;
  title: string;
  status: "running" | "done" | "failed";
  message: string | null;
  texts: {
    contentType: string;
    image?: { url: string; position: number } | undefined;
    body: TextBody;
    /** `yes`; `no:` and a stable code; null where nothing had to be examined, or nobody was asked */
    examined?: string | null | undefined;
    warnings: { content_type: string; code: string; description: string; severity: "block" | "warn" }[];
  }[];
}

export interface PreviewPanelProps {
  products: { id: string; title: string }[];
  maxProducts: number;
  creditsPerProduct: number;
  locale: string;
  types: ContentTypeView[];
  preview: { finished: boolean; items: PreviewItemView[] } | null;
  busy: boolean;
  problem: string | null;
  onSearch(text: string): void;
  onTry(productIds: string[]): void;
}

/** Sample, then run: tries the rules in the form on a few products, before they are saved and hold for all. */
export function PreviewPanel(props: PreviewPanelProps) {
  const { products, maxProducts, preview, busy } = props;
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<{ id: string; title: string }[]>([]);
  const offered = [...chosen, ...products.filter(({ id }) => !chosen.some((one) => one.id === id))];
  const running = preview !== null && !preview.finished;
  const results = useRef<HTMLDivElement>(null);
  const wasRunning = useRef(running);
  // The results are below what is shown, and whoever waits for them must not pay again to see them.
  useEffect(() => {
    if (wasRunning.current && !running) {
      results.current?.scrollIntoView({ block: "start" });
      results.current?.focus({ preventScroll: true });
    }
    wasRunning.current = running;
  }, [running]);
  const cost = countOf(chosen.length * props.creditsPerProduct, "credit");
  return (
    <SettingsSection
      title="Try it"
      description="Writes texts for a few products by the rules above, saved or not. You see them here only: no draft is stored. Correct the rules, try again, then save them and generate the rest."
    >
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="400">
            {props.problem ? (
              <Banner tone="critical" title="The preview did not start">
                <p>{props.problem}</p>
              </Banner>
            ) : null}
            <TextField
              label="Find products"
              type="search"
              value={search}
              onChange={(text) => {
                setSearch(text);
                props.onSearch(text);
              }}
              clearButton
              onClearButtonClick={() => {
                setSearch("");
                props.onSearch("");
              }}
              autoComplete="off"
            />
            <ChoiceList
              allowMultiple
              title={`Products to try, at most ${maxProducts}`}
              choices={offered.map(({ id, title }) => ({
                value: id,
                label: title,
                disabled: chosen.length >= maxProducts && !chosen.some((one) => one.id === id),
              }))}
              selected={chosen.map(({ id }) => id)}
              onChange={(ids) => setChosen(offered.filter(({ id }) => ids.includes(id)))}
            />
            <InlineStack gap="300" blockAlign="center">
              <Button
                onClick={() => props.onTry(chosen.map(({ id }) => id))}
                disabled={chosen.length === 0 || busy || running}
              >
                {busy || running
                  ? `Trying on ${countOf(preview && running ? preview.items.length : chosen.length, "product")} …`
                  : chosen.length === 0
                    ? "Try"
                    : `Try on ${countOf(chosen.length, "product")}`}
              </Button>
              <div role="status">
                <Text as="span" tone="subdued">
                  {busy || running
                    ? "The texts are being written. They appear below."
                    : preview
                      ? `The preview has ended: see ${countOf(preview.items.length, "result")} below.${chosen.length === 0 ? "" : ` Trying again costs ${cost}.`}`
                      : chosen.length === 0
                        ? "Choose products first."
                        : `Costs ${cost}.`}
                </Text>
              </div>
            </InlineStack>
          </BlockStack>
        </Card>
        {preview === null ? null : (
          <div ref={results} tabIndex={-1}>
            <Text as="h3" variant="headingMd">
              Results of the preview
            </Text>
          </div>
        )}
        {preview?.items.map((item) => (
          <Card key={item.productId}>
            <BlockStack gap="300">
              <InlineStack align="space-between" gap="200">
                <Text as="h3" variant="headingSm">
                  {item.title}
                </Text>
                {item.status === "running" ? (
                  <Spinner size="small" accessibilityLabel="Writing" />
                ) : (
                  <Badge tone={item.status === "done" ? "info" : "critical"}>
                    {item.status === "done" ? "Preview" : "Failed"}
                  </Badge>
                )}
              </InlineStack>
              {item.status === "done" || item.message === null ? null : <Text as="p">{item.message}</Text>}
              {item.texts.map((text) => (
                <PreviewText key={text.contentType} text={text} types={props.types} lang={props.locale} />
              ))}
            </BlockStack>
          </Card>
        ))}
      </BlockStack>
    </SettingsSection>
  );
}

/** All images share what rules say of `image_alt`. */
function imageType(types: ContentTypeView[]): ContentTypeView {
  return types.find(({ name }) => name === "image_alt") ?? { name: "", label: "", limitChars: null, kind: "line" };
}

function PreviewText({
  text,
  types,
  lang,
}: {
  text: PreviewItemView["texts"][number];
  types: ContentTypeView[];
  lang: string;
}) {
  const known = text.image
    ? { ...imageType(types), label: `Alt text of image ${text.image.position}` }
    : types.find(({ name }) => name === text.contentType);
  const kind = Array.isArray(text.body) ? "bullets" : "text";
  const type = known ?? { name: text.contentType, label: labelOfType(text.contentType, types), limitChars: null, kind };
  const length = Array.isArray(text.body) ? null : lengthChars(text.body);
  return (
    <BlockStack gap="200">
      <Divider />
      <InlineStack align="space-between" gap="200">
        <InlineStack gap="200" blockAlign="center">
          {text.image ? <Thumbnail source={thumbnailUrl(text.image.url, 96)} alt="" size="small" /> : null}
          <Text as="h4" fontWeight="semibold">
            {type.label}
          </Text>
        </InlineStack>
        {length === null || type.kind === "html" ? null : (
          <Text as="span" tone="subdued" variant="bodySm">
            {countOf(length, "character")}
          </Text>
        )}
      </InlineStack>
      <BodyView type={type} body={text.body} lang={lang} empty="No text came back." />
      <ExaminedNote examined={text.examined ?? null} />
      <WarningsList warnings={text.warnings} label={type.label} />
    </BlockStack>
  );
}

import { BlockStack, Button, Card, Divider, InlineStack, Tag, Text, Thumbnail } from "@shopify/polaris";
import { ImageIcon } from "@shopify/polaris-icons";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Moment } from "../moment.tsx";
import { Phrase } from "../phrase.tsx";
import { thumbnailUrl } from "../products/product-view.ts";
import { type AttributeView, OwnAttributesDialog } from "./own-attributes-dialog.tsx";
import type { ProductDetailView } from "./product-detail-view.ts";
import "../ui.css";

const shownVariants = 6;

export interface FactsCardProps {
  product: ProductDetailView;
  now: number;
  busy: boolean;
  /** the shop's own ones are open for editing */
  editing: boolean;
  onEditing(editing: boolean): void;
  onAttributes(attributes: AttributeView[], seen: AttributeView[], done: () => void): void;
}

/** What is known about the product: the only things a text may say about it. */
export function FactsCard({ product, now, busy, editing, onEditing, onAttributes }: FactsCardProps) {
  const { t } = useTranslation("product");
  const { images, collections, vendor, productType, category, options, attributes, tags, updatedAt } = product;
  const facts: { name: string; value: string; from?: string }[] = [
    { name: t("factsCard.vendor"), value: vendor },
    { name: t("factsCard.type"), value: productType },
    { name: t("factsCard.category"), value: category ?? "" },
    { name: t("factsCard.collections", { count: collections.length }), value: collections.join(", ") },
    ...options.map(({ name, values }) => ({ name, value: values.join(", ") })),
    ...attributes.map((attribute) => ({
      ...attribute,
      from: isOwn(attribute, product.ownAttributes) ? t("factsCard.yours") : sourceWords(t, attribute.source),
    })),
  ].filter((fact) => fact.value !== "");
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t("factsCard.title")}
        </Text>
        {images.length > 0 ? (
          <InlineStack gap="200">
            {images.slice(0, 4).map((image) => (
              <Thumbnail key={image.id} source={thumbnailUrl(image.url, 160)} alt={image.alt ?? ""} size="large" />
            ))}
          </InlineStack>
        ) : (
          <InlineStack gap="200" blockAlign="center">
            <Thumbnail source={ImageIcon} alt="" size="small" />
            <Text as="span" tone="subdued">
              {t("factsCard.noImage")}
            </Text>
          </InlineStack>
        )}
        {facts.length > 0 ? (
          <dl className="sw-facts">
            {facts.map(({ name, value, from = "" }) => (
              <div key={`${name} ${value}`}>
                <dt dir="auto">{name}</dt>
                <dd dir="auto">
                  {value}
                  {from !== "" ? (
                    <Text as="span" tone="subdued" variant="bodySm">
                      {" "}
                      {from}
                    </Text>
                  ) : null}
                </dd>
              </div>
            ))}
          </dl>
        ) : (
          <Text as="p" tone="subdued">
            {t("factsCard.few")}
          </Text>
        )}
        <InlineStack>
          <Button variant="plain" disabled={busy} onClick={() => onEditing(true)}>
            {t(product.ownAttributes.length > 0 ? "factsCard.edit" : "factsCard.add")}
          </Button>
        </InlineStack>
        {editing ? (
          <OwnAttributesDialog
            attributes={product.ownAttributes}
            busy={busy}
            onSave={(list, seen) => onAttributes(list, seen, () => onEditing(false))}
            onClose={() => onEditing(false)}
          />
        ) : null}
        {tags.length > 0 ? (
          <BlockStack gap="150">
            <Text as="h3" variant="headingSm">
              {t("factsCard.tags")}
            </Text>
            <InlineStack gap="100">
              {tags.map((tag) => (
                <Tag key={tag}>
                  <span dir="auto">{tag}</span>
                </Tag>
              ))}
            </InlineStack>
          </BlockStack>
        ) : null}
        <Divider />
        <Variants variants={product.variants} />
        <Text as="p" tone="subdued" variant="bodySm">
          <Phrase text={t("factsCard.changed")} parts={{ when: <Moment at={updatedAt} now={now} /> }} />
        </Text>
      </BlockStack>
    </Card>
  );
}

/** Where an attribute comes from, unless that is the shop's own data: "(from the description)". */
function sourceWords(t: TFunction<"product">, source = ""): string {
  if (source === "description") return t("factsCard.described");
  const [, app] = /^app:(.+)$/.exec(source) ?? [];
  return app === undefined ? "" : t("factsCard.ofApp", { app });
}

function isOwn({ name, value }: AttributeView, own: readonly AttributeView[]): boolean {
  const key = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, " ");
  return own.some((mine) => mine.value === value && key(mine.name) === key(name));
}

function Variants({ variants }: { variants: ProductDetailView["variants"] }) {
  const { t } = useTranslation("product");
  const [all, setAll] = useState(false);
  const shown = all ? variants : variants.slice(0, shownVariants);
  return (
    <BlockStack gap="150" inlineAlign="start">
      <Text as="h3" variant="headingSm">
        {t("factsCard.variants", { count: variants.length })}
      </Text>
      <ul className="sw-variants">
        {shown.map(({ id, title, sku, price, barcodes }) => (
          <li key={id}>
            <span dir="auto">{title === "Default Title" ? t("factsCard.default") : title}</span>
            <Text as="span" tone="subdued" variant="bodySm">
              {[sku, price].filter(Boolean).join(" · ") || t("factsCard.noSku")}
            </Text>
            {barcodes.length > 0 ? (
              <span className="sw-barcodes">
                <Text as="span" tone="subdued" variant="bodySm">
                  {t("factsCard.barcodes", {
                    count: barcodes.length,
                    codes: barcodes.map(({ type, value }) => (type ? `${type} ${value}` : value)).join(", "),
                  })}
                </Text>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {variants.length > shownVariants ? (
        <Button variant="plain" onClick={() => setAll(!all)}>
          {all ? t("factsCard.fewer") : t("factsCard.all", { count: variants.length })}
        </Button>
      ) : null}
    </BlockStack>
  );
}

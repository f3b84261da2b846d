import { BlockStack, Button, Card, Divider, InlineStack, Tag, Text, Thumbnail } from "@shopify/polaris";
import { ImageIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { Moment } from "../moment.tsx";
import { countOf } from "../numbers.ts";
import { thumbnailUrl } from "../products/product-view.ts";
import { type AttributeView, OwnAttributesDialog } from "./own-attributes-dialog.tsx";
import type { ProductDetailView } from "./product-detail-view.ts";
import "../ui.css";

const shownVariants = 6;

export interface FactsCardProps {
  product: ProductDetailView;
  now: number;
  busy: boolean;
  onAttributes(attributes: AttributeView[], seen: AttributeView[], done: () => void): void;
}

/** What is known about the product: the only things a text may say about it. */
export function FactsCard({ product, now, busy, onAttributes }: FactsCardProps) {
  const [editing, setEditing] = useState(false);
  const { images, collections, vendor, productType, category, options, attributes, tags, updatedAt } = product;
  const facts = [
    { name: "Vendor", value: vendor },
    { name: "Product type", value: productType },
    { name: "Category", value: category ?? "" },
    { name: collections.length === 1 ? "Collection" : "Collections", value: collections.join(", ") },
    ...options.map(({ name, values }) => ({ name, value: values.join(", ") })),
    ...attributes.map((attribute) => ({ ...attribute, own: isOwn(attribute, product.ownAttributes) })),
  ].filter((fact) => fact.value !== "");
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Product facts
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
              No image
            </Text>
          </InlineStack>
        )}
        {facts.length > 0 ? (
          <dl className="sw-facts">
            {facts.map(({ name, value, ...fact }) => (
              <div key={`${name} ${value}`}>
                <dt dir="auto">{name}</dt>
                <dd dir="auto">
                  {value}
                  {"own" in fact && fact.own ? (
                    <Text as="span" tone="subdued" variant="bodySm">
                      {" "}
                      (yours)
                    </Text>
                  ) : null}
                </dd>
              </div>
            ))}
          </dl>
        ) : (
          <Text as="p" tone="subdued">
            Shopify knows little about this product. Add a vendor, options or metafields there, or attributes of your
            own here: better facts make better texts.
          </Text>
        )}
        <InlineStack>
          <Button variant="plain" disabled={busy} onClick={() => setEditing(true)}>
            {product.ownAttributes.length > 0 ? "Edit your attributes" : "Add your own attributes"}
          </Button>
        </InlineStack>
        {editing ? (
          <OwnAttributesDialog
            attributes={product.ownAttributes}
            busy={busy}
            onSave={(list, seen) => onAttributes(list, seen, () => setEditing(false))}
            onClose={() => setEditing(false)}
          />
        ) : null}
        {tags.length > 0 ? (
          <BlockStack gap="150">
            <Text as="h3" variant="headingSm">
              Tags
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
          Changed in Shopify <Moment at={updatedAt} now={now} />
        </Text>
      </BlockStack>
    </Card>
  );
}

function isOwn({ name, value }: AttributeView, own: readonly AttributeView[]): boolean {
  const key = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, " ");
  return own.some((mine) => mine.value === value && key(mine.name) === key(name));
}

function Variants({ variants }: { variants: ProductDetailView["variants"] }) {
  const [all, setAll] = useState(false);
  const shown = all ? variants : variants.slice(0, shownVariants);
  return (
    <BlockStack gap="150" inlineAlign="start">
      <Text as="h3" variant="headingSm">
        {countOf(variants.length, "variant")}
      </Text>
      <ul className="sw-variants">
        {shown.map(({ id, title, sku, price, barcodes }) => (
          <li key={id}>
            <span dir="auto">{title === "Default Title" ? "Default" : title}</span>
            <Text as="span" tone="subdued" variant="bodySm">
              {[sku, price].filter(Boolean).join(" · ") || "No SKU"}
            </Text>
            {barcodes.length > 0 ? (
              <span className="sw-barcodes">
                <Text as="span" tone="subdued" variant="bodySm">
                  {barcodes.length === 1 ? "Barcode" : "Barcodes"}{" "}
                  {barcodes.map(({ type, value }) => (type ? `${type} ${value}` : value)).join(", ")}
                </Text>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {variants.length > shownVariants ? (
        <Button variant="plain" onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show all ${variants.length}`}
        </Button>
      ) : null}
    </BlockStack>
  );
}

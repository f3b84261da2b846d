import { Icon, IndexTable, InlineStack, Link, Text, Thumbnail, Tooltip } from "@shopify/polaris";
import { CheckIcon, ImageIcon } from "@shopify/polaris-icons";
import { ContentStateBadge, ProductStatusBadge } from "../badges.tsx";
import { inSentence } from "../in-sentence.ts";
import { Moment } from "../moment.tsx";
import { missingLabels, type ProductRowView, thumbnailUrl } from "./product-view.ts";
import "../ui.css";

export interface ProductRowProps {
  product: ProductRowView;
  position: number;
  selected: boolean;
  now: number;
}

/** One product in the list; in a narrow window the style sheet puts its most telling parts below each other. */
export function ProductRow({ product, position, selected, now }: ProductRowProps) {
  const { id, title, status, gone, vendor, productType, contentState, updatedAt } = product;
  const missing = missingOf(product);
  const link = (
    <Link dataPrimaryLink monochrome removeUnderline url={`/app/products/${encodeURIComponent(id)}`}>
      <Text as="span" fontWeight="semibold">
        {title || "Untitled product"}
      </Text>
    </Link>
  );
  return (
    <IndexTable.Row id={id} position={position} selected={selected} accessibilityLabel={title}>
      <IndexTable.Cell>
        <Picture product={product} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <span className="sw-truncate" dir="auto" title={title}>
          {link}
        </span>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <ProductStatusBadge status={status} gone={gone} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <ContentStateBadge state={contentState} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div className="sw-if-list-wide">
          <MissingHint missing={missing} />
        </div>
        {missing.length > 0 ? (
          <div className="sw-if-list-narrow">
            <Text as="span" tone="subdued" variant="bodySm">
              Missing: {missing.join(", ")}
            </Text>
          </div>
        ) : null}
      </IndexTable.Cell>
      <IndexTable.Cell>
        <span className="sw-truncate sw-truncate-more" dir="auto" title={vendor}>
          {vendor}
        </span>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <span className="sw-truncate sw-truncate-more" dir="auto" title={productType}>
          {productType}
        </span>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" tone="subdued">
          <Moment at={updatedAt} now={now} />
        </Text>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}

function Picture({ product }: { product: ProductRowView }) {
  const source = product.imageUrl ? thumbnailUrl(product.imageUrl) : ImageIcon;
  // The title is beside it: reading it twice would only hold people up.
  return (
    <span className="sw-fixed">
      <Thumbnail source={source} alt="" size="small" />
    </span>
  );
}

function MissingHint({ missing }: { missing: string[] }) {
  if (missing.length === 0) {
    return (
      <InlineStack gap="100" wrap={false}>
        <span>
          <Icon source={CheckIcon} tone="success" accessibilityLabel="Nothing is missing" />
        </span>
      </InlineStack>
    );
  }
  return (
    <Tooltip content={`Missing: ${missing.join(", ")}`} dismissOnMouseOut>
      <Text as="span" tone="caution">
        {missing.length === 1 ? missing.join(", ") : `${missing.length} missing`}
        <Text as="span" visuallyHidden>
          {missing.length === 1 ? " is missing" : `: ${missing.join(", ")}`}
        </Text>
      </Text>
    </Tooltip>
  );
}

function missingOf({ missing, missingAdded = [] }: ProductRowView): string[] {
  const labels = missing.map((name) => inSentence(missingLabels[name]));
  return [...labels, ...missingAdded];
}

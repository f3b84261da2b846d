import {
  Badge,
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  Checkbox,
  EmptyState,
  InlineStack,
  Link,
  Pagination,
  Text,
} from "@shopify/polaris";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmModal } from "../confirm-modal.tsx";
import { shelfImage } from "../illustration.ts";
import { Moment } from "../moment.tsx";
import { Page } from "../page.tsx";
import { useFormats } from "../use-formats.ts";
import { ImportDialog, type ImportDialogProps } from "./import-dialog.tsx";
import type { ReviewedRow, ReviewImportRow } from "./reviews-view.ts";
import "../ui.css";
import "./reviews.css";

export interface ReviewsPageProps {
  notices: ReactNode;
  rows: ReviewedRow[];
  files: ReviewImportRow[];
  counts: { products: number; reviews: number };
  /** from 1 */
  page: number;
  hasMore: boolean;
  /** of one product that is summed up */
  credits: number;
  now: number;
  busy: boolean;
  problem: string | null;
  importing: Omit<ImportDialogProps, "open" | "onClose">;
  onSummarise(productIds: string[]): void;
  onRemove(importId: string, done: () => void): void;
  onPage(page: number): void;
}

/** Customers' reviews: which products have some, what they say summed up, and the files that brought them. */
export function ReviewsPage(props: ReviewsPageProps) {
  const { rows, files, counts, credits } = props;
  const { t } = useTranslation("reviews");
  const [taking, setTaking] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [removing, setRemoving] = useState<ReviewImportRow | null>(null);
  const shown = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const take = { content: t("take"), onAction: () => setTaking(true) };
  const toggle = (ids: readonly string[], on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) on ? after.add(id) : after.delete(id);
      return after;
    });
  return (
    <Page
      title={t("title")}
      subtitle={t("subtitle")}
      backAction={{ content: t("back"), url: "/app/products" }}
      primaryAction={shown.length === 0 ? take : undefined}
      secondaryActions={shown.length === 0 ? [] : [take]}
    >
      <BlockStack gap="400">
        {props.notices}
        {props.problem === null ? null : <Banner tone="critical" title={props.problem} />}
        {counts.products === 0 && files.length === 0 ? (
          <Card>
            <EmptyState heading={t("empty")} image={shelfImage} action={take}>
              <p>{t("emptyText")}</p>
            </EmptyState>
          </Card>
        ) : (
          <Card>
            <BlockStack gap="300">
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <Text as="h2" variant="headingMd">
                  {t("products")}
                </Text>
                <Checkbox
                  label={t("all")}
                  checked={
                    shown.length === rows.length && rows.length > 0 ? true : shown.length > 0 ? "indeterminate" : false
                  }
                  onChange={(on) =>
                    toggle(
                      rows.map(({ id }) => id),
                      on,
                    )
                  }
                />
              </InlineStack>
              <div className="sw-reviews-bar" data-open={shown.length > 0}>
                {shown.length > 0 ? (
                  <InlineStack gap="300" blockAlign="center">
                    <Button variant="primary" loading={props.busy} onClick={() => props.onSummarise(shown)}>
                      {t("sumUp", { count: shown.length })}
                    </Button>
                    <Text as="span" tone="subdued">
                      {t("price", { count: credits })}
                    </Text>
                  </InlineStack>
                ) : null}
              </div>
              <ul className="sw-reviews-list">
                {rows.map((row) => (
                  <ReviewedLine
                    key={row.id}
                    row={row}
                    now={props.now}
                    chosen={chosen.has(row.id)}
                    onChoose={(on) => toggle([row.id], on)}
                  />
                ))}
              </ul>
              {props.page > 1 || props.hasMore ? (
                <Pagination
                  accessibilityLabel={t("pages")}
                  hasPrevious={props.page > 1}
                  hasNext={props.hasMore}
                  onPrevious={() => props.onPage(props.page - 1)}
                  onNext={() => props.onPage(props.page + 1)}
                />
              ) : null}
            </BlockStack>
          </Card>
        )}
        {files.length > 0 ? <Files files={files} now={props.now} onRemove={setRemoving} /> : null}
      </BlockStack>
      <ImportDialog {...props.importing} open={taking} onClose={() => setTaking(false)} />
      <ConfirmModal
        open={removing !== null}
        title={t("removeTitle", { name: removing?.name ?? "" })}
        message={t("removeText", { count: removing?.kept ?? 0 })}
        confirmLabel={t("remove")}
        destructive
        busy={props.busy}
        onConfirm={() => removing && props.onRemove(removing.id, () => setRemoving(null))}
        onClose={() => setRemoving(null)}
      />
    </Page>
  );
}

function ReviewedLine({
  row,
  now,
  chosen,
  onChoose,
}: {
  row: ReviewedRow;
  now: number;
  chosen: boolean;
  onChoose(on: boolean): void;
}) {
  const { t } = useTranslation("reviews");
  const { count } = useFormats();
  return (
    <li className="sw-reviews-row">
      <Checkbox label={t("chosen", { product: row.title })} labelHidden checked={chosen} onChange={onChoose} />
      <div className="sw-reviews-name">
        <Link url={`/app/reviews/${row.id}`} removeUnderline>
          {row.title}
        </Link>
        <Text as="p" tone="subdued">
          {t("count")}: {count(row.reviews)}
          {row.stars === null ? "" : ` · ${t("starsOf", { stars: row.stars })}`}
        </Text>
      </div>
      <div className="sw-reviews-state">
        {row.summarisedAt === null ? (
          <Badge>{t("notYet")}</Badge>
        ) : row.newer > 0 ? (
          <Badge tone="attention">{t("newer", { count: row.newer })}</Badge>
        ) : (
          <Text as="span" tone="subdued">
            {t("summary")} · <Moment at={row.summarisedAt} now={now} />
          </Text>
        )}
      </div>
    </li>
  );
}

function Files({
  files,
  now,
  onRemove,
}: {
  files: ReviewImportRow[];
  now: number;
  onRemove(file: ReviewImportRow): void;
}) {
  const { t } = useTranslation("reviews");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("files")}
        </Text>
        {files.map((file) => (
          <Box key={file.id} borderBlockStartWidth="025" borderColor="border" paddingBlockStart="300">
            <InlineStack align="space-between" blockAlign="start" gap="200" wrap={false}>
              <BlockStack gap="050">
                <Text as="p" fontWeight="medium" breakWord>
                  {file.name}
                  {file.app === null ? "" : ` (${file.app})`}
                </Text>
                <Text as="p" tone="subdued">
                  <Moment at={file.createdAt} now={now} /> · {t("result", { count: file.taken })}
                  {file.known > 0 ? ` ${t("known", { count: file.known })}.` : ""}
                </Text>
                {file.leftOut.map((sentence) => (
                  <Text key={sentence} as="p" tone="subdued" breakWord>
                    {sentence}
                  </Text>
                ))}
              </BlockStack>
              <Button
                variant="plain"
                tone="critical"
                onClick={() => onRemove(file)}
                accessibilityLabel={`${t("remove")}: ${file.name}`}
              >
                {t("remove")}
              </Button>
            </InlineStack>
          </Box>
        ))}
      </BlockStack>
    </Card>
  );
}

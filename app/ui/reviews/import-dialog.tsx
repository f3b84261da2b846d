import { Banner, BlockStack, Box, DropZone, InlineGrid, ProgressBar, Select, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import { useFormats } from "../use-formats.ts";
import { type ColumnsView, type FilePreview, fieldsOfFile, type ReviewsAnswer } from "./reviews-view.ts";
import { readFileText, splitFile } from "./split-file.ts";

export interface ImportDialogProps {
  open: boolean;
  busy: boolean;
  /** of the last request */
  problem: string | null;
  preview: FilePreview | null;
  /** of the parts that were taken; each answer is another object */
  taken: ReviewsAnswer["taken"] | null;
  onPreview(csv: string, columns?: ColumnsView): void;
  onPart(part: { importId: string | null; name: string; csv: string; columns: ColumnsView }): void;
  onClose(): void;
}

interface Sending {
  done: number;
  columns: ColumnsView;
  stopped: boolean;
}

/** Takes a file of reviews: says first how it would be read, then sends it part by part. */
export function ImportDialog(props: ImportDialogProps) {
  const { open, busy, problem, preview, taken, onPart } = props;
  const { t } = useTranslation("reviews");
  const { percent } = useFormats();
  const [file, setFile] = useState<{ name: string; parts: string[] } | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const seen = useRef(taken);
  const next = useRef(onPart);
  next.current = onPart;
  useEffect(() => {
    if (!taken || taken === seen.current) return;
    seen.current = taken;
    if (!file || !sending) return;
    const done = sending.done + 1;
    setSending({ ...sending, done });
    const csv = file.parts[done];
    if (csv !== undefined) {
      next.current({ importId: taken.importId, name: file.name, csv, columns: sending.columns });
    }
  }, [taken, file, sending]);
  const all = file?.parts.length ?? 0;
  const isDone = sending !== null && sending.done === all;
  const stopped = sending !== null && !isDone && !busy && problem !== null;
  const shown = file === null ? null : preview;
  const close = () => {
    setFile(null);
    setSending(null);
    props.onClose();
  };
  const read = async (chosen: File) => {
    const parts = splitFile(await readFileText(chosen));
    setSending(null);
    setFile({ name: chosen.name.slice(0, 200), parts });
    props.onPreview(parts[0] ?? "");
  };
  const begin = () => {
    const [first] = file?.parts ?? [];
    if (!file || first === undefined || !shown) return;
    setSending({ done: 0, columns: shown.columns, stopped: false });
    onPart({ importId: null, name: file.name, csv: first, columns: shown.columns });
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t("take")}
      primaryAction={
        isDone
          ? { content: t("close"), onAction: close }
          : {
              content: t("takeIt"),
              disabled:
                shown === null || shown.problem !== null || shown.rows.reviews === 0 || busy || sending !== null,
              loading: busy && sending !== null,
              onAction: begin,
            }
      }
      secondaryActions={isDone ? [] : [{ content: t("cancel"), onAction: close, disabled: busy && sending !== null }]}
    >
      <Dialog.Section>
        <BlockStack gap="400">
          {stopped ? (
            <Banner tone="critical" title={problem ?? ""}>
              <p>{t("failedAt")}</p>
            </Banner>
          ) : null}
          {shown?.problem ? (
            <Banner tone="warning" title={t("notTaken")}>
              <p>{shown.problem}</p>
            </Banner>
          ) : null}
          {problem !== null && file !== null && sending === null ? <Banner tone="critical" title={problem} /> : null}
          {sending === null ? (
            <DropZone
              label={t("file")}
              accept="text/csv,.csv,text/plain,.tsv"
              allowMultiple={false}
              variableHeight
              onDropAccepted={([chosen]) => chosen && void read(chosen)}
            >
              <DropZone.FileUpload actionTitle={t("choose")} actionHint={t("fileHint")} />
            </DropZone>
          ) : (
            <BlockStack gap="200">
              <Text as="p">{t("taking", { share: percent(all === 0 ? 0 : sending.done / all) })}</Text>
              <ProgressBar progress={all === 0 ? 0 : (sending.done / all) * 100} size="small" />
              {taken ? (
                <Text as="p">
                  {t("result", { count: taken.taken })}
                  {taken.known > 0 ? ` ${t("known", { count: taken.known })}.` : ""}
                </Text>
              ) : null}
            </BlockStack>
          )}
          {shown && sending === null ? (
            <Columns
              preview={shown}
              name={file?.name ?? ""}
              onChange={(columns) => props.onPreview(file?.parts[0] ?? "", columns)}
            />
          ) : null}
        </BlockStack>
      </Dialog.Section>
    </Dialog>
  );
}

function Columns({
  preview,
  name,
  onChange,
}: {
  preview: FilePreview;
  name: string;
  onChange(columns: ColumnsView): void;
}) {
  const { t } = useTranslation("reviews");
  const options = [{ label: t("none"), value: "" }, ...preview.head.map((head) => ({ label: head, value: head }))];
  return (
    <BlockStack gap="400">
      <Text as="p">
        {preview.app === null ? t("fileIs", { name }) : t("looksLike", { name, app: preview.app })}{" "}
        {preview.problem === null ? t("takes", { count: preview.rows.reviews }) : ""}
      </Text>
      <BlockStack gap="200">
        <Text as="h3" variant="headingSm">
          {t("columns")}
        </Text>
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
          {fieldsOfFile.map((field) => (
            <Select
              key={field}
              label={t(`field.${field}`)}
              options={options}
              value={preview.columns[field] ?? ""}
              onChange={(column) => {
                const { [field]: _, ...others } = preview.columns;
                onChange(column === "" ? others : { ...others, [field]: column });
              }}
            />
          ))}
        </InlineGrid>
      </BlockStack>
      {preview.sample.length > 0 ? (
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {t("sample")}
          </Text>
          {preview.sample.map((review) => (
            <Box
              key={`${review.product} ${review.body}`}
              background="bg-surface-secondary"
              padding="300"
              borderRadius="200"
            >
              <Text as="p" tone="subdued">
                {t("of", { product: review.product })}
                {review.stars === null ? "" : ` · ${t("starsOf", { stars: review.stars })}`}
              </Text>
              <Text as="p" breakWord>
                {[review.title, review.body].filter((part) => part !== "").join(" · ")}
              </Text>
            </Box>
          ))}
        </BlockStack>
      ) : null}
    </BlockStack>
  );
}

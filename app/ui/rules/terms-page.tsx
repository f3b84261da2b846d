import { Banner, BlockStack, Box, Button, Card, InlineStack, Pagination, Text, TextField } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { changesOf } from "../changes-of.ts";
import { Page } from "../page.tsx";
import { PageSaveBar } from "../save-bar.tsx";
import { StaleForm } from "../stale-form.tsx";
import type { TermRowView } from "../terms-view.ts";
import { useFocusLater } from "../use-focus-later.ts";
import { AgainstTerms, type AgainstTermsProps } from "./against-terms.tsx";
import { GlossaryLanguages } from "./glossary-languages.tsx";
import { TermRow } from "./term-row.tsx";
import { TermsFileModal, type TermsFileProps } from "./terms-file-modal.tsx";
import "../ui.css";

export interface TermsPageProps extends Omit<AgainstTermsProps, "isSaved"> {
  locale: string;
  language: string;
  dir: "ltr" | "rtl";
  sourceLanguage: string;
  sourceLocale: string;
  languages: readonly { locale: string; name: string; url: string }[];
  rows: TermRowView[];
  maxTerms: number;
  notices: ReactNode;
  saving: boolean;
  problem: string | null;
  /** what somebody saved since the form was opened, once the person tried to save over it */
  theirs: TermRowView[] | null;
  /** @param over to put it in the place of theirs */
  onSave(rows: TermRowView[], over: boolean): void;
  onTakeTheirs(): void;
  file: TermsFileProps;
  exporting: boolean;
  onExport(): void;
}

/** More fields than these at once make a page slow to type in. */
const rowsPerPage = 50;
const emptyRow: TermRowView = { source: "", target: "", kind: "forced", note: "" };

/** What a shop's words are called in one of its other languages. */
export function TermsPage(props: TermsPageProps) {
  const { t: texts } = useTranslation("texts");
  const { t } = useTranslation("rules");
  const { language, sourceLanguage, maxTerms } = props;
  const [rows, setRows] = useState(props.rows);
  const [search, setSearch] = useState("");
  const [page, setPage] = useState(0);
  const [taking, setTaking] = useState(false);
  const wanted = search.trim().toLowerCase();
  const found = rows.flatMap((row, at) =>
    `${row.source} ${row.target} ${row.note}`.toLowerCase().includes(wanted) || isEmpty(row) ? [{ row, at }] : [],
  );
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage));
  const shownPage = Math.min(page, pages - 1);
  const shown = found.slice(shownPage * rowsPerPage, (shownPage + 1) * rowsPerPage);
  const filled = rows.filter((row) => !isEmpty(row));
  const dirty = JSON.stringify(filled) !== JSON.stringify(props.rows);
  const focusLater = useFocusLater();
  const add = () => {
    focusLater(`term-${rows.length}`);
    setRows([...rows, emptyRow]);
    setSearch("");
    setPage(Math.floor(rows.length / rowsPerPage));
  };
  return (
    <Page
      title={t("glossary.title")}
      subtitle={t("terms.subtitle", { language })}
      backAction={{ content: t("title"), url: "/app/rules" }}
      primaryAction={{ content: t("glossary.add"), disabled: rows.length >= maxTerms, onAction: add }}
      secondaryActions={[
        { content: t("terms.take"), onAction: () => setTaking(true) },
        { content: t("terms.export"), onAction: props.onExport, loading: props.exporting },
      ]}
    >
      <PageSaveBar
        id="terms"
        dirty={dirty}
        saving={props.saving}
        onSave={() => props.onSave(filled, false)}
        onDiscard={() => setRows(props.rows)}
      />
      <BlockStack gap="400">
        {props.notices}
        <GlossaryLanguages languages={props.languages} locale={props.locale} />
        {props.theirs ? (
          <StaleForm
            changes={changesOf(texts, wordsOf(props.rows), wordsOf(props.theirs))}
            busy={props.saving}
            onKeepMine={() => props.onSave(filled, true)}
            onTakeTheirs={props.onTakeTheirs}
          />
        ) : null}
        {props.problem ? (
          <Banner tone="critical" title={t("glossary.notSaved")}>
            <p>{props.problem}</p>
          </Banner>
        ) : null}
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p">{t("terms.about", { language, sourceLanguage })}</Text>
        </Box>
        <Card>
          <BlockStack gap="400">
            {rows.length > 10 ? (
              <TextField
                label={t("glossary.search")}
                labelHidden
                placeholder={t("glossary.search")}
                prefix={<SearchIcon width={20} height={20} />}
                value={search}
                onChange={(value) => {
                  setSearch(value);
                  setPage(0);
                }}
                clearButton
                onClearButtonClick={() => setSearch("")}
                autoComplete="off"
              />
            ) : null}
            {rows.length === 0 ? (
              <BlockStack gap="200">
                <Text as="h2" variant="headingSm">
                  {t("glossary.empty")}
                </Text>
                <Text as="p" tone="subdued">
                  {t("terms.emptyText", { language })}
                </Text>
              </BlockStack>
            ) : shown.length === 0 ? (
              <Text as="p">{t("glossary.noMatch")}</Text>
            ) : (
              <BlockStack gap="200">
                {shown.map(({ row, at }) => (
                  <TermRow
                    key={at}
                    {...{ row, at, language, sourceLanguage }}
                    locale={props.locale}
                    dir={props.dir}
                    onChange={(change) =>
                      setRows(rows.map((one, index) => (index === at ? { ...one, ...change } : one)))
                    }
                    onRemove={() => setRows(rows.filter((_, index) => index !== at))}
                  />
                ))}
              </BlockStack>
            )}
            <InlineStack align="space-between" blockAlign="center" gap="200">
              <Text as="span" tone="subdued">
                {t("glossary.count", { count: filled.length, most: maxTerms })}
              </Text>
              {pages > 1 ? (
                <Pagination
                  label={t("glossary.page", { page: shownPage + 1, pages })}
                  hasPrevious={shownPage > 0}
                  onPrevious={() => setPage(shownPage - 1)}
                  hasNext={shownPage < pages - 1}
                  onNext={() => setPage(shownPage + 1)}
                />
              ) : rows.length > 10 ? (
                <Button onClick={add} disabled={rows.length >= maxTerms}>
                  {t("glossary.add")}
                </Button>
              ) : null}
            </InlineStack>
          </BlockStack>
        </Card>
        <AgainstTerms
          against={props.against}
          looking={props.looking}
          isSaved={!dirty}
          onLook={props.onLook}
          onTranslate={props.onTranslate}
        />
      </BlockStack>
      <TermsFileModal open={taking} {...props.file} onClose={() => setTaking(false)} />
    </Page>
  );
}

function wordsOf(rows: readonly TermRowView[]): [string, string][] {
  return rows.map(({ source, target, kind }) => [source || target, kind === "kept" ? source : target]);
}

function isEmpty({ source, target, note }: TermRowView): boolean {
  return [source, target, note].every((words) => words.trim() === "");
}

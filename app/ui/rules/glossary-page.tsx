import {
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  EmptySearchResult,
  InlineStack,
  Pagination,
  Text,
  TextField,
} from "@shopify/polaris";
import { DeleteIcon, SearchIcon } from "@shopify/polaris-icons";
import type { TFunction } from "i18next";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { changesOf } from "../changes-of.ts";
import { Page } from "../page.tsx";
import { PageSaveBar } from "../save-bar.tsx";
import { StaleForm } from "../stale-form.tsx";
import { useFocusLater } from "../use-focus-later.ts";
import { GlossaryLanguages } from "./glossary-languages.tsx";
import { PasteWordsModal } from "./paste-words-modal.tsx";
import type { GlossaryRowView } from "./rows-of-list.ts";
import "../ui.css";

export interface GlossaryPageProps {
  rows: GlossaryRowView[];
  maxTerms: number;
  languages: readonly { locale: string; name: string; url: string }[];
  notices: ReactNode;
  saving: boolean;
  problem: string | null;
  /** what somebody saved since the form was opened, once the person tried to save over it */
  theirs: GlossaryRowView[] | null;
  /** @param over to put it in the place of theirs */
  onSave(rows: GlossaryRowView[], over: boolean): void;
  onTakeTheirs(): void;
}

/** More fields than these at once make a page slow to type in. */
const rowsPerPage = 50;

/** The shop's spellings: what texts write, and what they must not write in its place. */
export function GlossaryPage(props: GlossaryPageProps) {
  const { t: texts } = useTranslation("texts");
  const { t } = useTranslation("rules");
  const { maxTerms } = props;
  const [rows, setRows] = useState(props.rows);
  const [search, setSearch] = useState("");
  const [page, setPage] = useState(0);
  const [pasting, setPasting] = useState(false);
  const wanted = search.trim().toLowerCase();
  const found = rows.flatMap((row, at) =>
    `${row.term} ${row.never}`.toLowerCase().includes(wanted) || isEmpty(row) ? [{ row, at }] : [],
  );
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage));
  const shownPage = Math.min(page, pages - 1);
  const shown = found.slice(shownPage * rowsPerPage, (shownPage + 1) * rowsPerPage);
  const filled = rows.filter((row) => !isEmpty(row));
  const dirty = JSON.stringify(filled) !== JSON.stringify(props.rows);
  const set = (at: number, change: Partial<GlossaryRowView>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  const focusLater = useFocusLater();
  const add = (more: GlossaryRowView[]) => {
    focusLater(`word-${rows.length}`);
    setRows([...rows, ...more]);
    setSearch("");
    setPage(Math.floor((rows.length + more.length - 1) / rowsPerPage));
  };
  return (
    <Page
      title={t("glossary.title")}
      subtitle={t("glossary.subtitle")}
      backAction={{ content: t("title"), url: "/app/rules" }}
      primaryAction={{
        content: t("glossary.add"),
        disabled: rows.length >= maxTerms,
        onAction: () => add([{ term: "", never: "" }]),
      }}
      secondaryActions={[{ content: t("glossary.paste"), onAction: () => setPasting(true) }]}
    >
      <PageSaveBar
        id="glossary"
        dirty={dirty}
        saving={props.saving}
        onSave={() => props.onSave(filled, false)}
        onDiscard={() => setRows(props.rows)}
      />
      <BlockStack gap="400">
        {props.notices}
        <GlossaryLanguages languages={props.languages} locale={props.languages[0]?.locale ?? ""} />
        {props.theirs ? (
          <StaleForm
            changes={changesOf(texts, wordsOf(t, props.rows), wordsOf(t, props.theirs))}
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
          <Text as="p">{t("glossary.about")}</Text>
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
                  {t("glossary.emptyText")}
                </Text>
              </BlockStack>
            ) : shown.length === 0 ? (
              <EmptySearchResult
                title={t("glossary.noMatch")}
                description={t("glossary.noMatchText")}
                withIllustration={false}
              />
            ) : (
              <BlockStack gap="200">
                <div className="sw-glossary-head" aria-hidden="true">
                  <Text as="span" variant="headingSm">
                    {t("glossary.write")}
                  </Text>
                  <Text as="span" variant="headingSm">
                    {t("glossary.never")}
                  </Text>
                </div>
                {shown.map(({ row, at }) => (
                  <div className="sw-glossary-row" key={at}>
                    <TextField
                      id={`word-${at}`}
                      label={t("glossary.writeRow", { row: at + 1 })}
                      labelHidden
                      placeholder={t("glossary.writeHint")}
                      value={row.term}
                      maxLength={100}
                      onChange={(term) => set(at, { term })}
                      error={row.term.trim() === "" && row.never.trim() !== "" ? t("glossary.missing") : undefined}
                      autoComplete="off"
                    />
                    <TextField
                      label={t("glossary.neverRow", { row: at + 1 })}
                      labelHidden
                      placeholder={t("glossary.neverHint")}
                      value={row.never}
                      onChange={(never) => set(at, { never })}
                      autoComplete="off"
                    />
                    <Button
                      icon={DeleteIcon}
                      accessibilityLabel={t("glossary.removeRow", { row: at + 1 })}
                      onClick={() => setRows(rows.filter((_, index) => index !== at))}
                    />
                  </div>
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
              ) : null}
            </InlineStack>
          </BlockStack>
        </Card>
      </BlockStack>
      <PasteWordsModal
        open={pasting}
        room={maxTerms - rows.length}
        onAdd={(more) => {
          setPasting(false);
          add(more);
        }}
        onClose={() => setPasting(false)}
      />
    </Page>
  );
}

function wordsOf(t: TFunction<"rules">, rows: readonly GlossaryRowView[]): [string, string][] {
  return rows.map(({ term, never }) => [term, never === "" ? "" : t("glossary.neverOf", { words: never })]);
}

function isEmpty({ term, never }: GlossaryRowView): boolean {
  return term.trim() === "" && never.trim() === "";
}

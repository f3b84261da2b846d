import { BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { changesOf } from "../changes-of.ts";
import { Dialog } from "../dialog.tsx";
import { StaleForm } from "../stale-form.tsx";
import type { KeywordsView } from "./product-detail-view.ts";
import "../ui.css";

/** A group as a person leaves it: `terms` as they were, or the text that was typed. */
export type KeywordsChoice = { name: string; terms: string[] } | { name: string; text: string };

export interface OwnKeywordsDialogProps {
  /** as saved by now: others of its own than the form was opened with are somebody else's */
  keywords: KeywordsView;
  busy: boolean;
  /** @param seen what the form was made from */
  onSave(groups: KeywordsChoice[], seen: KeywordsView["own"]): void;
  onClose(): void;
}

interface Row {
  i: number;
  name: string;
  text: string;
  /** the terms of the text until it is changed: a single one may hold a comma */
  kept: { text: string; terms: string[] };
}

const maxGroups = 20;

/** Lets a person give one product its keywords. Mounted while it is open. */
export function OwnKeywordsDialog({ keywords, busy, onSave, onClose }: OwnKeywordsDialogProps) {
  const { t } = useTranslation("product");
  const { t: frame } = useTranslation("frame");
  const { t: texts } = useTranslation("texts");
  const key = useId();
  const [rows, setRows] = useState(() => rowsOf(keywords));
  const [base, setBase] = useState(keywords.own);
  const changes = changesOf(texts, pairsOf(base), pairsOf(keywords.own));
  const change = (at: number, part: Partial<Row>) =>
    setRows((now) => now.map((row) => (row.i === at ? { ...row, ...part } : row)));
  const add = (name: string, terms: string[]) =>
    setRows((now) => [...now, rowOf(Math.max(-1, ...now.map((row) => row.i)) + 1, name, terms)]);
  const filled = rows.filter(({ name, text }) => name.trim() !== "" || text.trim() !== "");
  const nameless = filled.filter(({ name }) => name.trim() === "");
  const others = suggested(
    keywords,
    rows.map(({ name }) => name),
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("own.keywords")}
      primaryAction={{
        content: t("own.save"),
        onAction: () => onSave(filled.map(choiceOf), base),
        disabled: nameless.length > 0,
        loading: busy,
      }}
      secondaryActions={[{ content: frame("cancel"), onAction: onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <BlockStack gap="400">
          {changes.length > 0 ? (
            <StaleForm
              changes={changes}
              busy={busy}
              onKeepMine={() => onSave(filled.map(choiceOf), keywords.own)}
              onTakeTheirs={() => {
                setBase(keywords.own);
                setRows(rowsOf(keywords));
              }}
            />
          ) : null}
          <Text as="p" tone="subdued">
            {t("own.keywordsAbout")}
          </Text>
          {rows.map(({ i, name, text }) => (
            <div key={`${key}${i}`} className="sw-keywords">
              <TextField
                label={t("own.group")}
                value={name}
                onChange={(next) => change(i, { name: next })}
                maxLength={64}
                autoComplete="off"
                placeholder={t("own.groupHint")}
                error={nameless.some((row) => row.i === i) ? t("own.nameMissing") : undefined}
              />
              <TextField
                label={t("own.words")}
                value={text}
                onChange={(next) => change(i, { text: next })}
                multiline={3}
                maxHeight={200}
                autoComplete="off"
                helpText={t("own.wordsHelp")}
              />
              <Button
                icon={DeleteIcon}
                accessibilityLabel={name ? t("own.remove", { name }) : t("own.removeGroup")}
                onClick={() => setRows((now) => now.filter((row) => row.i !== i))}
              />
            </div>
          ))}
          <InlineStack gap="200">
            {others.map(({ name, terms }) => (
              <Button key={name} icon={PlusIcon} disabled={rows.length >= maxGroups} onClick={() => add(name, terms)}>
                {name}
              </Button>
            ))}
            <Button icon={PlusIcon} disabled={rows.length >= maxGroups} onClick={() => add("", [])}>
              {t("own.addGroup")}
            </Button>
          </InlineStack>
        </BlockStack>
      </Dialog.Section>
    </Dialog>
  );
}

function rowsOf(keywords: KeywordsView): Row[] {
  const own = keywords.own.map(({ name, terms }, i) => rowOf(i, name, terms));
  return own.length > 0
    ? own
    : suggested(keywords, [])
        .slice(0, 1)
        .map((group) => rowOf(0, group.name, group.terms));
}

function pairsOf(groups: KeywordsView["own"]): [string, string][] {
  return groups.map(({ name, terms }) => [name, terms.join(", ")]);
}

/** Groups that the product's rules use or the shop fills, and that have no row yet: those that hold words first. */
function suggested({ groups }: KeywordsView, names: readonly string[]) {
  const taken = new Set(names.map(keyOf));
  return groups
    .filter(({ name }) => !taken.has(keyOf(name)))
    .sort((a, b) => Number(b.terms.length > 0) - Number(a.terms.length > 0));
}

function keyOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
}

function rowOf(i: number, name: string, terms: string[]): Row {
  const text = terms.join("\n");
  return { i, name, text, kept: { text, terms } };
}

function choiceOf({ name, text, kept }: Row): KeywordsChoice {
  return text === kept.text ? { name: name.trim(), terms: kept.terms } : { name: name.trim(), text };
}

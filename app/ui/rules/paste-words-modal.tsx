import { TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import { type GlossaryRowView, rowsOfList } from "./rows-of-list.ts";

export interface PasteWordsModalProps {
  open: boolean;
  /** how many words the glossary still takes */
  room: number;
  onAdd(rows: GlossaryRowView[]): void;
  onClose(): void;
}

/** Takes a list as it is in a spreadsheet or a style guide: nothing is saved before the page's save bar is. */
export function PasteWordsModal({ open, room, onAdd, onClose }: PasteWordsModalProps) {
  const { t } = useTranslation("rules");
  const [list, setList] = useState("");
  const rows = rowsOfList(list);
  const tooMany = rows.length > room;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("glossary.pasteTitle")}
      primaryAction={{
        content: rows.length > 0 ? t("glossary.pasteAdd", { count: rows.length }) : t("add"),
        disabled: rows.length === 0 || tooMany,
        onAction: () => {
          onAdd(rows);
          setList("");
        },
      }}
      secondaryActions={[{ content: t("cancel"), onAction: onClose }]}
    >
      <Dialog.Section>
        <TextField
          label={t("glossary.pasteLabel")}
          helpText={t("glossary.pasteHelp")}
          placeholder={t("glossary.pasteHint")}
          value={list}
          onChange={setList}
          multiline={8}
          maxHeight="20rem"
          error={tooMany ? t("glossary.tooMany", { count: room }) : undefined}
          autoComplete="off"
        />
      </Dialog.Section>
    </Dialog>
  );
}

import { TextField } from "@shopify/polaris";
import { useState } from "react";
import { Dialog } from "../dialog.tsx";
import { countOf } from "../numbers.ts";
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
  const [list, setList] = useState("");
  const rows = rowsOfList(list);
  const tooMany = rows.length > room;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Paste a list of words"
      primaryAction={{
        content: rows.length > 0 ? `Add ${countOf(rows.length, "word")}` : "Add",
        disabled: rows.length === 0 || tooMany,
        onAction: () => {
          onAdd(rows);
          setList("");
        },
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Dialog.Section>
        <TextField
          label="One word a line"
          helpText="Behind a colon, semicolon or tab: what must not be written in its place, divided by commas."
          placeholder={"T-shirt: tee shirt, tee\nE-bike: ebike, electric bike"}
          value={list}
          onChange={setList}
          multiline={8}
          maxHeight="20rem"
          error={tooMany ? `The glossary takes ${countOf(room, "more word", "more words")}.` : undefined}
          autoComplete="off"
        />
      </Dialog.Section>
    </Dialog>
  );
}

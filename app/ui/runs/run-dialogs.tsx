import { List, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { ConfirmModal } from "../confirm-modal.tsx";
import { useFormats } from "../use-formats.ts";
import type { RestView, RunView, UndoPreviewView } from "./run-view.ts";

export type Asked = "stop" | "undo" | "go_on" | null;

export interface RunDialogsProps {
  asked: Asked;
  run: RunView;
  rest: RestView | null;
  undoPreview: UndoPreviewView | null | undefined;
  onClose(): void;
  onStop(): void;
  onGoOn(): void;
  onUndo(): void;
}

/** What is asked before a run is stopped, goes on or is undone: what happens by it, and what does not. */
export function RunDialogs({ asked, rest, undoPreview, onClose, ...on }: RunDialogsProps) {
  const { t } = useTranslation("runs");
  const after = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <>
      <ConfirmModal
        open={asked === "stop"}
        title={t("stop.title")}
        message={t("stop.text")}
        confirmLabel={t("stop.confirm")}
        destructive
        onConfirm={after(on.onStop)}
        onClose={onClose}
      />
      <ConfirmModal
        open={asked === "go_on"}
        title={t("goOn.title")}
        message={<Rest rest={rest} />}
        confirmLabel={t("goOn.confirm")}
        onConfirm={after(on.onGoOn)}
        onClose={onClose}
      />
      <ConfirmModal
        open={asked === "undo"}
        title={t("undo.title")}
        message={<UndoPreview preview={undoPreview} />}
        confirmLabel={t("undo.confirm")}
        destructive
        busy={undoPreview === null}
        onConfirm={after(on.onUndo)}
        onClose={onClose}
      />
    </>
  );
}

function Rest({ rest }: { rest: RestView | null }) {
  const { t } = useTranslation("runs");
  const { dollars, duration } = useFormats();
  if (rest === null) return null;
  const { left, costNanos, durationMs } = rest;
  const credits = rest.credits === null ? null : t("goOn.creditsOf", { count: rest.credits });
  return (
    <>
      <Text as="p">{t("goOn.left", { count: left })}</Text>
      {credits === null ? null : costNanos === null || durationMs === null ? (
        <Text as="p">{t("goOn.credits", { credits })}</Text>
      ) : (
        <Text as="p">{t("goOn.cost", { credits, money: dollars(costNanos), time: duration(durationMs) })}</Text>
      )}
    </>
  );
}

function UndoPreview({ preview }: { preview: UndoPreviewView | null | undefined }) {
  const { t } = useTranslation("runs");
  if (preview === null) return <Text as="p">{t("undo.counting")}</Text>;
  if (preview === undefined) return <Text as="p">{t("undo.unknown")}</Text>;
  const { back, stays } = preview;
  const more = stays.count - stays.titles.length;
  return (
    <>
      <Text as="p">{back > 0 ? t("undo.back", { count: back }) : t("undo.nothing")}</Text>
      {stays.count > 0 ? (
        <>
          <Text as="p">{t("undo.stays", { count: stays.count })}</Text>
          <List>
            {stays.titles.map((title) => (
              <List.Item key={title}>
                <span dir="auto">{title}</span>
              </List.Item>
            ))}
          </List>
          {more > 0 ? <Text as="p">{t("undo.more", { count: more })}</Text> : null}
        </>
      ) : null}
    </>
  );
}

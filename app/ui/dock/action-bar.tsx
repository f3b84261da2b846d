import { useTranslation } from "react-i18next";
import { type DockActionId, keyOfAction } from "./dock-row.ts";
import { howManyFit } from "./how-many-fit.ts";
import { MoreMenu } from "./more-menu.tsx";

export interface DockAction {
  id: DockActionId;
  /** default: the action's own word */
  label?: string;
  /** what it acts on, after its label, for those who do not see the place, e.g. "description" */
  about?: string;
  tone?: "primary" | "plain" | "usual";
  /** it looks as if it could not be pressed, and says why; pressed, it leads to what is to be done first */
  waits?: boolean;
  /** on hovering and focus, e.g. to show a difference */
  onLook?: (looking: boolean) => void;
}

export interface ActionBarProps {
  actions: readonly DockAction[];
  keys: boolean;
  label: string;
  /** px; null: as many lines as it takes */
  room: number | null;
  /** the last one is the most important, and stays where it is */
  end?: boolean;
  onAct(id: DockActionId): void;
}

/** Buttons in a row: those that do not fit are in a menu, the most important never. */
export function ActionBar({ actions, keys, label, room, end = false, onAct }: ActionBarProps) {
  const { t } = useTranslation("dock");
  const labelOf = (action: DockAction) => action.label ?? t(`action.${action.id}`);
  const ordered = end ? [...actions].reverse() : actions;
  const shown = howManyFit(
    ordered.map((action) => ({ label: labelOf(action), key: keys && keyOfAction[action.id] !== undefined })),
    room,
  );
  const visible = ordered.slice(0, shown);
  const hidden = ordered.slice(shown);
  const buttons = (end ? [...visible].reverse() : visible).map((action) => (
    <DockButton key={action.id} action={action} label={labelOf(action)} keys={keys} onAct={onAct} />
  ));
  const itemOf = (action: DockAction) => ({
    ...{ id: action.id, label: labelOf(action), isAction: true },
    onAct: () => onAct(action.id),
  });
  const menu = hidden.length > 0 ? <MoreMenu label={t("more")} items={hidden.map(itemOf)} /> : null;
  return (
    <fieldset className={`sw-dock-actions${end ? " sw-dock-end" : ""}`} aria-label={label}>
      {end ? menu : null}
      {buttons}
      {end ? null : menu}
    </fieldset>
  );
}

interface ButtonProps {
  action: DockAction;
  label: string;
  keys: boolean;
  onAct(id: DockActionId): void;
}

export function DockButton({ action, label, keys, onAct }: ButtonProps) {
  const { id, tone = "usual", waits = false, about, onLook } = action;
  const key = keyOfAction[id];
  const look = onLook
    ? {
        onMouseEnter: () => onLook(true),
        onMouseLeave: () => onLook(false),
        onFocus: () => onLook(true),
        onBlur: () => onLook(false),
      }
    : {};
  return (
    <button
      type="button"
      className={`sw-dock-button sw-dock-${waits ? "waits" : tone}`}
      data-action={id}
      aria-keyshortcuts={key === undefined ? undefined : id === "approve" ? `${key} Control+Enter` : key}
      {...(waits ? { "aria-disabled": true } : {})}
      {...look}
      onClick={() => onAct(id)}
    >
      <span>{label}</span>
      {about === undefined ? null : <span className="sw-unseen">{` ${about}`}</span>}
      {keys && key !== undefined && !waits ? <kbd className="sw-dock-key">{key}</kbd> : null}
    </button>
  );
}

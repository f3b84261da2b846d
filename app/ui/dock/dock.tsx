import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ActionBar, type DockAction } from "./action-bar.tsx";
import type { DockActionId, DockRow } from "./dock-row.ts";
import { RowWords } from "./row-words.tsx";
import { useWidth } from "./use-width.ts";
import "./dock.css";

export interface DockProps {
  row: DockRow;
  /** of the first row, the likeliest first */
  rowActions: readonly DockAction[];
  /** of the second row, the primary last */
  decisions: readonly DockAction[];
  /** the second row's beginning: what is shown */
  place?: ReactNode;
  /** a line below: where one is, and what was done last, which stays while the next thing is asked */
  foot?: ReactNode;
  /** instead of what the row says: a field, or a choice */
  ask?: ReactNode;
  /** single keys are printed on the buttons */
  keys: boolean;
  onAct(id: DockActionId): void;
}

/** Below this the dock is a sheet at the lower edge, and its first row has as many lines as it needs. */
const sheetPx = 720;

/**
 * The one place where a person decides: what was found, with both sides, above what can be decided. Its height is fixed, so that
 * nothing above it moves.
 */
export function Dock({ row, rowActions, decisions, place, foot, ask, keys, onAct }: DockProps) {
  const { t } = useTranslation("dock");
  const box = useRef<HTMLElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 992);
  const endWidth = useWidth(end, 560);
  const counted = row.kind === "finding" && row.of > 1 ? row : null;
  const isSheet = width < sheetPx;
  const aboutRoom = isSheet ? null : width - 36 - Math.max(300, width * 0.44) - (counted ? 104 : 0);
  return (
    <section className="sw-dock" ref={box} aria-label={t("label")}>
      <div className="sw-dock-row" data-kind={row.kind}>
        {ask ?? (
          <>
            <div className="sw-dock-words">
              <RowWords row={row} alone />
            </div>
            {rowActions.length > 0 ? (
              <ActionBar actions={rowActions} keys={keys} label={t("about")} room={aboutRoom} onAct={onAct} />
            ) : null}
            {counted ? (
              <div className="sw-dock-count">
                <span>{t("ofFindings", { at: counted.at, of: counted.of })}</span>
                <button
                  type="button"
                  className="sw-dock-button sw-dock-icon"
                  aria-label={t("action.nextFinding")}
                  aria-keyshortcuts="N F8"
                  onClick={() => onAct("nextFinding")}
                >
                  <Chevron />
                </button>
              </div>
            ) : null}
          </>
        )}
      </div>
      <div className="sw-dock-decisions">
        {place}
        <div className="sw-dock-rest" ref={end}>
          <ActionBar actions={decisions} keys={keys} label={t("decide")} room={endWidth} onAct={onAct} end />
        </div>
      </div>
      {foot ? <div className="sw-dock-foot">{foot}</div> : null}
    </section>
  );
}

function Chevron() {
  return (
    <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M5.72 8.47a.75.75 0 0 1 1.06 0l3.47 3.47 3.47-3.47a.75.75 0 1 1 1.06 1.06l-4 4a.75.75 0 0 1-1.06 0l-4-4a.75.75 0 0 1 0-1.06Z"
      />
    </svg>
  );
}

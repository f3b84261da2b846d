import type { TFunction } from "i18next";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatsOf } from "../../i18n/formats.ts";
import { type DockAction, DockButton } from "../dock/action-bar.tsx";
import { Dock } from "../dock/dock.tsx";
import { type DockActionId, type DockRow, keyOfAction } from "../dock/dock-row.ts";
import { actionsOfFinding, primaryOfFinding } from "../dock/finding-actions.ts";
import { useWidth } from "../dock/use-width.ts";
import { inARow } from "../in-a-row.ts";
import { blocks } from "../marks/finding-view.ts";
import { decides, type ReviewRights } from "./act-on-product.ts";
import type { Asking } from "./asking.ts";
import { AskFact, AskInWords, RejectAsk } from "./asks.tsx";
import { GoingLive } from "./going-live.tsx";
import type { Hint } from "./hint.ts";
import { backingOf, hasChoice, isSettled, type NumberedFinding } from "./judge-product.ts";
import type { ReviewProduct } from "./review-view.ts";
import type { SessionState } from "./session-state.ts";
import { textLabel } from "./text-label.ts";
import type { ShownSide } from "./text-slot.tsx";
import { toldWords } from "./told-words.ts";
import { useTellSize } from "./use-tell-size.ts";

export interface ReviewDockProps {
  product: ReviewProduct;
  findings: readonly NumberedFinding[];
  focused: NumberedFinding | null;
  state: SessionState;
  side: ShownSide;
  asking: Asking;
  hint: Hint;
  /** it is for somebody else to approve */
  passes: boolean;
  /** reasons that the shop offers instead of the app's own, and whether approving publishes */
  work: { rejectReasons: readonly string[]; publishes: boolean };
  rights: ReviewRights;
  /** the name of the text that is edited */
  editing: string | null;
  single: boolean;
  now: number;
  onSide(side: ShownSide): void;
  onMove(by: 1 | -1): void;
  onAct(id: DockActionId): void;
  onPreview(looking: boolean): void;
  onReject(reason: string | undefined): void;
  onNote(note: string): void;
  onKeep(reason: string): void;
  onCorrect(name: string, value: string): void;
}

/** From this width on the keys are printed on the buttons. */
const keysFromPx = 840;

/** The dock of the review: what it asks by what is found, and what can be decided. */
export function ReviewDock(props: ReviewDockProps) {
  const { product, findings, focused, rights, asking, editing, single, now, onAct } = props;
  const { t, i18n } = useTranslation("review");
  const { t: d } = useTranslation("dock");
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 992);
  useTellSize(box);
  const row = rowOf(props, t, (at) => formatsOf(i18n.language).ago(at, now));
  const blocking = findings.filter(({ finding }) => blocks(finding)).length;
  const hasConflict = product.texts.some(({ conflict }) => conflict !== null);
  const decisions: DockAction[] = isSettled(product)
    ? [{ id: "edit" }, { id: "approve", tone: "primary", label: d("action.nextProduct") }]
    : [
        { id: "later", tone: "plain" },
        ...(hasConflict ? [] : ([{ id: "again", tone: "plain" }, { id: "reject" }] as const)),
        { id: "edit" },
        !rights.approve
          ? { id: "pass", tone: "primary" }
          : hasConflict
            ? { id: "approve", waits: true, label: d("conflictFirst") }
            : blocking > 0
              ? { id: "approve", waits: true, label: d("waits", { count: blocking }) }
              : props.passes
                ? { id: "pass", tone: "primary" }
                : { id: "approve", tone: "primary", ...(props.work.publishes ? { label: d("action.publish") } : {}) },
      ];
  const allowed = (actions: readonly DockAction[]) => actions.filter(({ id }) => rights.approve || !decides.has(id));
  const printed = single && width >= keysFromPx;
  return (
    <div ref={box} className="sw-review-dock">
      <Dock
        row={row}
        rowActions={asking === null ? allowed(rowActionsOf(row, props, { isWide: width >= keysFromPx, words: d })) : []}
        decisions={editing === null ? allowed(decisions) : [{ id: "finish", tone: "primary" }]}
        keys={printed}
        onAct={onAct}
        ask={ask(props, d, t)}
        foot={<Foot {...props} keys={printed} />}
        place={<Place {...props} />}
      />
    </div>
  );

  function ask({ work, onReject, onNote, onKeep, onCorrect }: ReviewDockProps, words: typeof d, page: typeof t) {
    switch (asking?.kind) {
      case "reject":
        return <RejectAsk reasons={work.rejectReasons} onReject={onReject} onCancel={() => onAct("cancel")} />;
      case "note":
        return (
          <AskInWords
            label={words("different")}
            action={page("note.send")}
            onSend={onNote}
            onCancel={() => onAct("cancel")}
          />
        );
      case "keep":
        return (
          <AskInWords
            label={words("right")}
            action={words("action.keep")}
            required
            onSend={onKeep}
            onCancel={() => onAct("cancel")}
          />
        );
      case "correct": {
        const fact = focused?.finding.fact;
        return (
          <AskFact
            name={fact?.name}
            value={fact?.value ?? focused?.finding.quote ?? ""}
            onSend={({ name, value }) => onCorrect(name, value)}
            onCancel={() => onAct("cancel")}
          />
        );
      }
      default:
        return null;
    }
  }
}

type Words = ReturnType<typeof useTranslation<"review">>["t"];

/** One thing at a time, the most urgent: what the server said, what is asked, a conflict, a finding, that all is well. */
function rowOf(
  { product, findings, focused, state, editing }: ReviewDockProps,
  t: Words,
  ago: (at: number) => string,
): DockRow {
  if (state.told) {
    const actions: DockActionId[] =
      state.told.productId === "" ? ["cancel"] : [state.told.words ? "openProduct" : "lookAnyway", "cancel"];
    return { kind: "told", message: toldWords(t, state.told, ago), actions };
  }
  if (editing !== null) return { kind: "editing", text: editing };
  if (product.held) return { kind: "held" };
  const conflicts = product.texts.filter(({ conflict }) => conflict !== null);
  const [conflict] = conflicts;
  if (conflict) return { kind: "conflict", text: textLabel(t, conflict), texts: conflicts.length };
  if (focused) {
    const { finding, number, text } = focused;
    return { kind: "finding", finding, number, at: number, of: findings.length, text: textLabel(t, text) };
  }
  if (product.texts.some(({ newest }) => newest?.state === "draft" && newest.unexamined)) return { kind: "unexamined" };
  return { kind: "clean", ...backingOf(product), texts: product.draftIds.length };
}

function rowActionsOf(
  row: DockRow,
  { product, focused, onPreview }: ReviewDockProps,
  { isWide, words }: { isWide: boolean; words: TFunction<"dock"> },
): DockAction[] {
  // Where there are no keys, the wordings themselves are pressed.
  const asked = row.kind === "finding" && focused ? [focused.text] : product.texts;
  const hasOthers = isWide && asked.some(hasChoice);
  const choice: DockAction[] = hasOthers ? [{ id: "wording", tone: "plain" }] : [];
  switch (row.kind) {
    case "told":
      return row.actions.map((id) => ({ id }));
    case "held":
      return [{ id: "nextProduct" }];
    case "conflict":
      return [{ id: "keepLive" }, { id: "useOurs" }];
    case "finding":
      return focused ? [...findingActions(focused, onPreview, words), ...choice] : [];
    case "clean":
    case "unexamined":
      return choice;
    default:
      return [];
  }
}

function findingActions(
  { finding }: NumberedFinding,
  onPreview: (looking: boolean) => void,
  t: TFunction<"dock">,
): DockAction[] {
  const primary = primaryOfFinding(finding);
  return actionsOfFinding(finding)
    .filter((id) => id !== "edit")
    .map(
      (id): DockAction => ({
        id,
        ...(id === primary ? { tone: "primary" } : {}),
        ...(id !== "useWords" && id !== "leaveOut"
          ? {}
          : finding.fix
            ? { onLook: onPreview }
            : // Nothing is put right at once: the text opens.
              { label: t(`${id}Open`) }),
      }),
    );
}

/** What is shown of the texts. */
function Place({ side, onSide }: ReviewDockProps) {
  const { t } = useTranslation("review");
  return (
    <fieldset className="sw-dock-sides-choice" aria-label={t("side.label")}>
      {(["new", "changes", "live"] as const).map((one) => (
        <button
          key={one}
          type="button"
          className="sw-dock-button"
          aria-pressed={side === one}
          onClick={() => onSide(one)}
        >
          {t(`side.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

const unsentWords = {
  signed_out: "unsent.signedOut",
  unreadable: "unsent.unreadable",
  unreachable: "unsent.waiting",
  later: "unsent.waiting",
} as const;

/** Where one is in the queue, what was done last or why nothing was, and who else is here. */
function Foot({ keys, ...props }: ReviewDockProps & { keys: boolean }) {
  const { state, hint, onMove } = props;
  const { t, i18n } = useTranslation("review");
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  return (
    <>
      <div className="sw-dock-place">
        <button
          type="button"
          className="sw-dock-button sw-dock-icon"
          aria-label={t("place.previous")}
          aria-keyshortcuts="ArrowLeft"
          onClick={() => onMove(-1)}
        >
          <span aria-hidden="true">‹</span>
        </button>
        <span className="sw-dock-at" style={{ minInlineSize: `${2 * number(state.total).length + 4}ch` }}>
          {t("place.of", { place: number(state.place), total: number(state.total) })}
        </span>
        <button
          type="button"
          className="sw-dock-button sw-dock-icon"
          aria-label={t("place.next")}
          aria-keyshortcuts="ArrowRight"
          onClick={() => onMove(1)}
        >
          <span aria-hidden="true">›</span>
        </button>
      </div>
      <div className="sw-dock-last">
        <HintWords hint={hint} keys={keys} />
        {hint === null ? <Last {...props} keys={keys} /> : null}
      </div>
      {state.withOthers > 0 ? <span className="sw-dock-others">{t("others", { count: state.withOthers })}</span> : null}
      {state.unsent.length > 0 && state.trouble ? (
        <span className="sw-dock-others sw-dock-warning" role="status">
          {t(unsentWords[state.trouble], { count: state.unsent.length })}
        </span>
      ) : null}
    </>
  );
}

/** What was done last, and the way back from it. */
function Last({ state: { last }, keys, onAct }: ReviewDockProps & { keys: boolean }) {
  const { t } = useTranslation("review");
  const { t: d } = useTranslation("dock");
  if (!last) return null;
  if (last.runId) return <GoingLive products={last.products} runId={last.runId} />;
  const words =
    last.outcome === "bulk"
      ? t("last.bulk", { count: last.products })
      : last.outcome === "chosen"
        ? t("last.chosen", { title: last.title, number: 1, of: 1, ...last.chosen })
        : t(`last.${last.outcome}`, { title: last.title });
  return (
    <>
      <span title={words}>{words}</span>
      <DockButton action={{ id: "undo", tone: "plain" }} label={d("action.undo")} keys={keys} onAct={onAct} />
    </>
  );
}

/** Why a key or a button did nothing, and which one helps: heard as well as seen. */
function HintWords({ hint, keys }: { hint: Hint; keys: boolean }) {
  const { t } = useTranslation("review");
  const { t: d } = useTranslation("dock");
  const helps = (hint?.helps ?? []).map((id) => {
    const key = keyOfAction[id];
    return keys && key !== undefined ? t("hint.key", { key, what: d(`action.${id}`) }) : d(`action.${id}`);
  });
  return (
    <span className="sw-dock-hint" role="status">
      {hint === null ? "" : inARow(t(`hint.${hint.why}`, { count: hint.count }), helps.join(" · "))}
    </span>
  );
}

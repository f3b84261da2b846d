import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DockActionId } from "../dock/dock-row.ts";
import type { KeptWords } from "../editor/kept-words.ts";
import { useKeptWords } from "../editor/use-kept-words.ts";
import { sameBody } from "../text-body.ts";
import type { ReviewRights } from "./act-on-product.ts";
import { EditedText } from "./edited-text.tsx";
import { FactsColumn, ProductHead } from "./facts-column.tsx";
import { QueueColumn } from "./queue-column.tsx";
import { againRequest } from "./requests.ts";
import { ReviewDock } from "./review-dock.tsx";
import type { ReviewSession } from "./review-session.ts";
import type { ReviewLane, ReviewProduct } from "./review-view.ts";
import type { SessionState } from "./session-state.ts";
import { Slots } from "./slots.tsx";
import { textLabel } from "./text-label.ts";
import type { ReviewView } from "./use-review-view.ts";

export interface ProductPlaceProps {
  product: ReviewProduct;
  /** the lane that is gone through; null: all of the queue */
  lane: ReviewLane | null;
  session: ReviewSession;
  state: SessionState;
  view: ReviewView;
  work: { rejectReasons: readonly string[]; publishes: boolean; wordings: number };
  rights: ReviewRights;
  single: boolean;
  now: number;
  onAct(id: DockActionId): void;
}

/** The product before the person: the dock, then its facts and texts, in places that stay from product to product. */
export function ProductPlace(props: ProductPlaceProps) {
  const { product, lane, session, state, view, work, rights, single, now, onAct } = props;
  const { t } = useTranslation("review");
  const [factsOpen, setFactsOpen] = useState(false);
  const { findings, focused, side, preview, editing } = view;
  const editedText = editing === null ? null : (product.texts.find(({ name }) => name === editing) ?? null);
  const kept = useKeptWords(product.id, product.locale);
  useOpenKept(product, view, kept);
  const goTo = useCallback((at: number) => session.goTo(at), [session]);
  const leaveAsk = () => {
    view.setAsking(null);
    view.focusHeading();
  };
  return (
    <>
      <ReviewDock
        {...{ product, findings, focused, state, side, work, rights, single, now, onAct }}
        asking={view.asking}
        hint={view.hint}
        passes={view.passes}
        editing={editedText ? textLabel(t, editedText) : null}
        onSide={view.setSide}
        onMove={(by) => session.move(by)}
        onPreview={view.setPreview}
        onReject={(reason) => session.decide({ kind: "rejected", ...(reason ? { reason } : {}) })}
        onNote={(note) => session.writeAgain(againRequest(product, note))}
        onKeep={(reason) => {
          if (focused) session.keep(focused, reason);
          leaveAsk();
        }}
        onCorrect={(name, value) => {
          const others = product.ownAttributes.filter((one) => one.name !== name);
          const attributes = [...others, { name, value }];
          session.send("product", { intent: "attributes", attributes, seen: product.ownAttributes });
          leaveAsk();
        }}
      />
      <div className="sw-review-grid" data-facts={factsOpen} data-wordings={work.wordings}>
        <div className="sw-review-left">
          <ProductHead product={product} headingRef={view.heading} />
          <button
            type="button"
            className="sw-dock-button sw-review-facts-button"
            aria-expanded={factsOpen}
            onClick={() => setFactsOpen(!factsOpen)}
          >
            {t("facts.label")}
          </button>
          <FactsColumn product={product} findings={findings} now={now} />
        </div>
        <Slots
          {...{ product, findings, focused, preview, side }}
          at={view.textAt}
          onChoose={(name, number) => session.chooseWording(name, number)}
          onMark={(key) => view.focusFinding(findings.findIndex(({ number }) => `f${number}` === key))}
          editing={
            editedText && {
              name: editedText.name,
              editor: (
                <EditedText
                  key={`${product.id} ${editedText.name}`}
                  {...{ product, text: editedText, session, state, view }}
                />
              ),
            }
          }
        />
        <QueueColumn state={state} lane={lane} onGoTo={goTo} />
      </div>
    </>
  );
}

/** When a product comes, a text of which the browser kept words opens with them. */
function useOpenKept(
  { id, texts }: ReviewProduct,
  { editing, setEditing }: ReviewView,
  kept: ReadonlyMap<string, KeptWords>,
): void {
  const name = texts.find(({ name, newest }) => {
    const words = kept.get(name);
    return words !== undefined && !sameBody(words.body, newest?.body ?? null);
  })?.name;
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (opened.current === id) return;
    // Whoever writes already opens the others when they want to.
    if (name !== undefined || editing !== null) opened.current = id;
    if (name !== undefined && editing === null) setEditing(name);
  }, [id, name, editing, setEditing]);
}

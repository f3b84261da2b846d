import { Link } from "@remix-run/react";
import { memo, useEffect, useId, useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { thumbnailUrl } from "../products/product-view.ts";
import { blockingCount, findingsOf, laneOfProduct } from "./judge-product.ts";
import { queueRows } from "./queue-rows.ts";
import type { ReviewLane, ReviewProduct } from "./review-view.ts";
import type { Item, SessionState } from "./session-state.ts";

/** The width from which the grid has a fourth column: the same as in `review.css`. */
const wide = "(min-width: 100em)";

export interface QueueColumnProps {
  state: Pick<SessionState, "items" | "at" | "progress">;
  lane: ReviewLane | null;
  /** to one that is not decided */
  onGoTo(at: number): void;
}

/** The products that the person has had and has next, in wide windows: where they are, and a way to each without its keys. */
export function QueueColumn(props: QueueColumnProps) {
  return useIsWide() ? <QueueList {...props} /> : null;
}

// The server knows no width; the column's place is kept by the style sheet.
const isNotWide = () => false;
const isWide = () => window.matchMedia(wide).matches;

function subscribeToWidth(changed: () => void): () => void {
  const query = window.matchMedia(wide);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

const useIsWide = () => useSyncExternalStore(subscribeToWidth, isWide, isNotWide);

/** The column itself, at any width. */
export function QueueList({ state, lane, onGoTo }: QueueColumnProps) {
  const { t } = useTranslation("review");
  const heading = useId();
  const list = useRef<HTMLOListElement>(null);
  const key = keyOf(state.items[state.at]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the product before the person
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [key]);
  const { rows, more } = queueRows(state, lane);
  return (
    <nav className="sw-review-queue" aria-labelledby={heading}>
      <h3 id={heading}>{t("queue.label")}</h3>
      <ol ref={list}>
        {rows.map(({ item, at }) => (
          <Row
            key={keyOf(item)}
            product={item.product}
            outcome={item.outcome}
            current={at === state.at}
            at={at}
            onGoTo={onGoTo}
          />
        ))}
      </ol>
      {more > 0 ? <p className="sw-review-subdued">{t("queue.more", { count: more })}</p> : null}
    </nav>
  );
}

function keyOf(item: Item | undefined): string {
  return item ? `${item.product.seq} ${item.product.id}` : "";
}

interface RowProps {
  product: ReviewProduct;
  outcome: Item["outcome"];
  current: boolean;
  at: number;
  onGoTo(at: number): void;
}

const Row = memo(function Row({ product, outcome, current, at, onGoTo }: RowProps) {
  const { id, title, imageUrl } = product;
  const inside = (
    <>
      {imageUrl ? (
        <img src={thumbnailUrl(imageUrl)} alt="" width="32" height="32" loading="lazy" />
      ) : (
        <span className="sw-review-noimage" aria-hidden="true" />
      )}
      <span className="sw-queue-words">
        <span className="sw-queue-name" dir="auto" title={title}>
          {title}
        </span>{" "}
        <ItemState product={product} outcome={outcome} />
      </span>
    </>
  );
  return (
    <li>
      {outcome === null ? (
        <button
          type="button"
          className="sw-queue-item"
          onClick={() => onGoTo(at)}
          {...(current ? { "aria-current": "true" as const } : {})}
        >
          {inside}
        </button>
      ) : (
        // What was decided, put off or passed on is not opened here any more: its own page shows it.
        <Link className="sw-queue-item sw-queue-done" to={`/app/products/${encodeURIComponent(id)}`}>
          {inside}
        </Link>
      )}
    </li>
  );
});

function ItemState({ product, outcome }: Pick<RowProps, "product" | "outcome">) {
  const { t } = useTranslation("review");
  if (outcome !== null) return <span className="sw-queue-state">{t(`queue.outcome.${outcome}`)}</span>;
  const lane = laneOfProduct(product);
  const blocking = blockingCount(product);
  const words =
    lane === "conflicts"
      ? t("queue.conflict")
      : lane === "blocked"
        ? t("queue.blocked", { count: blocking })
        : lane === "warnings"
          ? t("queue.warned", { count: findingsOf(product).length })
          : t("lanes.clean");
  return <span className={`sw-queue-state sw-queue-${lane}`}>{words}</span>;
}

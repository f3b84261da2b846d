import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { textOfHtml } from "../../lib/html/text-of-html.ts";
import type { MarkView } from "../marks/mark-view.ts";
import { MarkedText } from "../marks/marked-text.tsx";
import { thumbnailUrl } from "../products/product-view.ts";
import { isEmptyBody, type TextBody } from "../text-body.ts";
import { visibleChars } from "../visible-chars.ts";
import { DiffText } from "./diff-text.tsx";
import type { ReviewText } from "./review-view.ts";
import { textLabel } from "./text-label.ts";

export type ShownSide = "new" | "changes" | "live";

export interface SlotLook {
  lang: string;
  side: ShownSide;
  onMark(key: string): void;
}

/** A card of fixed size with a heading, and how much of its room is used. */
export function Slot({
  title,
  badges,
  length,
  focused,
  className = "",
  name,
  children,
}: {
  title: string;
  badges?: ReactNode;
  length?: string;
  focused: boolean;
  className?: string;
  /** the slots that it holds */
  name: string;
  children: ReactNode;
}) {
  const body = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(false);
  useEffect(() => {
    const element = body.current;
    if (!element) return;
    const look = () => setMore(element.scrollHeight - element.scrollTop - element.clientHeight > 4);
    look();
    element.addEventListener("scroll", look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      observer.disconnect();
    };
  });
  return (
    <section
      className={`sw-slot ${className}${focused ? " sw-slot-focused" : ""}`}
      aria-label={title}
      data-slot={name}
      tabIndex={-1}
    >
      <div className="sw-slot-head">
        <h3>{title}</h3>
        {badges}
        {length ? <span className="sw-slot-length">{length}</span> : null}
      </div>
      <div className={`sw-slot-body${more ? " sw-slot-more" : ""}`} ref={body} tabIndex={more ? 0 : -1}>
        {children}
      </div>
    </section>
  );
}

/** One text as it is to become, or is: by which side the person looks at. */
export function TextWords({
  text,
  marks,
  look,
  named = false,
}: {
  text: ReviewText;
  marks: readonly MarkView[];
  look: SlotLook;
  /** its slot holds other texts too: what is not written is called by its name */
  named?: boolean;
}) {
  const { t } = useTranslation("review");
  const { lang, side, onMark } = look;
  const body = text.newest?.body ?? null;
  const isWaiting = text.newest !== null && text.newest.state !== "rejected";
  if (side === "live" || !isWaiting) {
    if (text.live === null || isEmptyBody(text.live)) {
      const missing = named ? t("slot.notWrittenOf", { text: textLabel(t, text) }) : t("slot.notWritten");
      return <p className="sw-review-subdued">{side === "live" ? t("slot.noLive") : missing}</p>;
    }
    return (
      <>
        {isWaiting ? null : (
          <p className="sw-review-subdued">
            {named ? t("slot.liveStaysOf", { text: textLabel(t, text) }) : t("slot.liveStays")}
          </p>
        )}
        <MarkedText body={text.live} html={text.kind === "html"} lang={lang} marks={[]} />
      </>
    );
  }
  if (side === "changes") return <DiffText kind={text.kind} before={text.live} after={body} lang={lang} />;
  return <MarkedText body={body ?? ""} html={text.kind === "html"} lang={lang} marks={marks} onMark={onMark} />;
}

/** "46 of 70", or how long it is. */
export function useLength(): (text: ReviewText, body?: TextBody | null) => string {
  const { t, i18n } = useTranslation("review");
  const number = new Intl.NumberFormat(i18n.language);
  return (text, typed) => {
    const body = typed ?? text.newest?.body ?? text.live;
    if (body === null || body === undefined) return "";
    const limit = text.limitChars;
    const chars = number.format(visibleChars(text.kind, body));
    if (Array.isArray(body)) return t("slot.bullets", { count: body.length, longest: chars });
    return limit === null ? chars : t("slot.length", { chars, limit: number.format(limit) });
  };
}

/** What is live now, below the text that is to take its place. */
export function LiveBelow({ text, lang, short = false }: { text: ReviewText; lang: string; short?: boolean }) {
  const { t } = useTranslation("review");
  if (text.live === null || isEmptyBody(text.live) || text.newest === null) return null;
  const words =
    typeof text.live === "string" ? (text.kind === "html" ? textOfHtml(text.live) : text.live) : text.live.join(" · ");
  return short ? (
    <p className="sw-live-line" dir="auto" title={words}>
      {t("slot.liveIs")} <bdi lang={lang}>{words}</bdi>
    </p>
  ) : (
    <div className="sw-live-below">
      <b>{t("slot.liveNow")}</b>
      <p dir="auto" lang={lang} title={words}>
        {words}
      </p>
    </div>
  );
}

/** The alt text of one picture, beside it. */
export function AltText({ text, children }: { text: ReviewText; children: ReactNode }) {
  return (
    <div className="sw-alt">
      {text.image ? <img src={thumbnailUrl(text.image.url)} alt="" width="32" height="32" loading="lazy" /> : null}
      <div>{children}</div>
    </div>
  );
}

import { useBlocker, useLocation, useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef, useState } from "react";
import { noteStayed, noteTrouble } from "../calm/connection.ts";
import { notOpenedWords } from "../calm/trouble.ts";
import type { ReviewWindow } from "./act-on-key.ts";
import { openOnce } from "./open-once.ts";
import { wholeParameter } from "./review-addresses.ts";
import type { ReviewSession } from "./review-session.ts";
import type { ReviewProduct } from "./review-view.ts";
import { type ReviewPlace, searchAbove, searchBelow } from "./window-addresses.ts";

/** What the window over the admin tells the page below it. */
type Told =
  | { kind: "at"; place: ReviewPlace }
  | { kind: "leave" }
  /** another page of the app is opened, below: in the window nothing would lead back from it */
  | { kind: "go"; url: string };

/** State of a navigation to the same queue that takes nothing over from what was shown: it was gone through elsewhere. */
const beginAfresh = () => ({ afresh: Date.now() });

/** @param state of a location */
export function afreshOf(state: unknown): number {
  const known = state as Partial<ReturnType<typeof beginAfresh>> | null;
  return known?.afresh ?? 0;
}

/** What was done is sent within this, or the page below sends it. */
const sendsWithinMs = 3_000;

export interface ShownWindow extends ReviewWindow {
  /** the address of the window that lies over the admin; null: there is none */
  src: string | null;
  /** it was closed */
  onHide(): void;
}

/** The review in the whole window and back, at the same place both ways. */
export function useReviewWindow(of: { product: ReviewProduct | null; session: ReviewSession }): ShownWindow {
  const { search, pathname } = useLocation();
  const name = new URLSearchParams(search).get(wholeParameter);
  const place = { search, product: of.product?.id ?? null };
  const above = useWindowAbove(pathname, place);
  const toggle = useWindowOf({ name, pathname, place }, of.session);
  return name === null ? above : { isWhole: true, src: null, toggle, onHide: () => undefined };
}

const channelOf = (name: string) => new BroadcastChannel(`shelfwright-review ${name}`);

/** The page: opens a window, hears where it is, and goes there, or where it sends, when it is closed. */
function useWindowAbove(pathname: string, here: ReviewPlace): ShownWindow {
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<{ name: string; src: string } | null>(null);
  const place = useRef(here);
  const sentTo = useRef<string | null>(null);
  const opening = useRef(false);
  const name = opened?.name ?? null;
  useEffect(() => {
    if (name === null) return;
    const channel = channelOf(name);
    channel.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.kind === "at") place.current = data.place;
      else {
        sentTo.current = data.kind === "go" ? data.url : null;
        setOpened(null);
      }
    };
    return () => channel.close();
  }, [name]);
  const toggle = () => {
    if (opened !== null) return;
    void openOnce({ opening, idToken: () => shopify.idToken(), onNone: tellNotOpened }, (token) => {
      place.current = here;
      const { shop, host, locale } = shopify.config;
      const fresh = crypto.randomUUID();
      const params = searchAbove(here, { name: fresh, admin: { embedded: "1", shop, host, locale, id_token: token } });
      setOpened({ name: fresh, src: `${pathname}?${params}` });
    });
  };
  const wasOpen = useRef(false);
  const back = useRef(() => {});
  back.current = () => {
    if (sentTo.current === null) {
      const search = searchBelow(here.search, place.current);
      navigate(`${pathname}?${search}`, { replace: true, state: beginAfresh() });
    } else navigate(sentTo.current);
    sentTo.current = null;
  };
  const isOpen = opened !== null;
  useEffect(() => {
    if (wasOpen.current && !isOpen) back.current();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return { isWhole: false, src: opened?.src ?? null, toggle, onHide: () => setOpened(null) };
}

/** The admin gives its token only while it knows who the person is. */
function tellNotOpened(): void {
  const trouble = navigator.onLine ? "shopify" : "offline";
  noteTrouble(trouble);
  noteStayed(notOpenedWords(trouble));
}

/** The window itself: tells the page below where it is, and that it wants to be closed. */
function useWindowOf(
  { name, pathname, place: { search, product } }: { name: string | null; pathname: string; place: ReviewPlace },
  session: ReviewSession,
): () => void {
  const tell = (told: Told) => {
    if (name === null) return;
    const channel = channelOf(name);
    channel.postMessage(told);
    channel.close();
  };
  const telling = useRef(tell);
  telling.current = tell;
  useEffect(() => telling.current({ kind: "at", place: { search, product } }), [search, product]);
  const leaving = useRef((_told: Told) => {});
  leaving.current = (told) => void allSent(session).then(() => telling.current(told));
  // Every way to another page comes through here: links, what a key opens, and what goes on after an answer.
  const blocker = useBlocker(({ nextLocation }) => name !== null && nextLocation.pathname !== pathname);
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    const { location } = blocker;
    blocker.reset();
    leaving.current({ kind: "go", url: `${location.pathname}${location.search}${location.hash}` });
  }, [blocker]);
  return () => leaving.current({ kind: "leave" });
}

/** Waits until what was done is on the server, as long as that is a matter of moments. */
function allSent(session: ReviewSession): Promise<void> {
  return new Promise((resolve) => {
    const isSent = () => session.state().unsent.length === 0;
    if (isSent()) return resolve();
    const end = () => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const stop = session.subscribe(() => isSent() && end());
    const timer = setTimeout(end, sendsWithinMs);
  });
}

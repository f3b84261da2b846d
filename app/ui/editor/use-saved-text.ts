import { useEffect, useRef, useState } from "react";
import type { TextBody } from "../text-body.ts";
import { saveWords } from "./ask-words.ts";
import { dropWords, type KeptWords, keepWords, whereOf } from "./kept-words.ts";
import { createSavedText, type SavedText, type Saving, type Shown } from "./saved-text.ts";
import { thisTab, wordStore } from "./this-tab.ts";

export interface SavedTextInput {
  productId: string;
  /** BCP-47 */
  locale: string;
  /** the market that it is for; default: all */
  market?: string | undefined;
  contentType: string;
  /** the text as it is saved, and the newest version that the person saw of it, null for none */
  body: TextBody;
  seen: string | null;
  /** what else the person saw when it was opened */
  shown?: Shown | undefined;
  /** words of an earlier sitting that the server does not have yet */
  kept?: KeptWords | undefined;
}

/** Names a text in what the browser keeps. */
export function placeOf({
  productId,
  locale,
  market,
  contentType,
}: Pick<SavedTextInput, "productId" | "locale" | "market" | "contentType">) {
  return [productId, whereOf(locale, market), contentType].join(" ");
}

/**
 * An open text that saves itself (see {@link createSavedText}): 0.8 s after the last letter, when it or its page is closed, when
 * the window is hidden, and when the network is back. What the server does not have yet is kept in the browser.
 * @param input looked at when the text is opened; another text has another component
 */
export function useSavedText(input: SavedTextInput): { text: SavedText; saving: Saving } {
  const [saving, setSaving] = useState<Saving>({ kind: "unchanged" });
  const made = useRef<SavedText | null>(null);
  made.current ??= open(input, setSaving);
  const text = made.current;
  useEffect(() => {
    if (input.kept) text.change(input.kept.body);
    if (input.kept) void text.flush();
    const online = () => void text.flush();
    const hidden = () => {
      if (document.visibilityState === "hidden") void text.flush();
    };
    // React opens a component twice while it is developed: a text that nobody touched has nothing to end.
    const leave = () => {
      if (text.state().kind !== "unchanged") void text.end();
    };
    window.addEventListener("online", online);
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("online", online);
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [text, input.kept]);
  return { text, saving };
}

function open(input: SavedTextInput, onState: (state: Saving) => void): SavedText {
  const { productId, locale, market, contentType, kept } = input;
  const place = placeOf(input);
  return createSavedText(
    {
      save: (words) => saveWords({ productId, locale, market, contentType }, words),
      keep: (words) => {
        if (words === null) dropWords(wordStore(), thisTab(), place);
        else keepWords(wordStore(), thisTab(), place, { ...words, at: Date.now() });
      },
      now: Date.now,
      after: (ms, then) => {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
      composing: isComposing,
      onState,
    },
    {
      ...{ body: input.body, seen: kept?.seen ?? input.seen, continues: kept?.continues ?? false },
      shown: kept ? kept.shown : input.shown,
    },
  );
}

let composes = false;
if (typeof document !== "undefined") {
  document.addEventListener("compositionstart", () => {
    composes = true;
  });
  document.addEventListener("compositionend", () => {
    composes = false;
  });
}

/** An input method composes: what stands in a field is not what will. */
export function isComposing(): boolean {
  return composes;
}

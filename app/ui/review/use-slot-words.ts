import { useEffect, useRef, useState } from "react";
import { dropWords, keepWords, ownWords } from "../editor/kept-words.ts";
import { thisTab, wordStore } from "../editor/this-tab.ts";
import { isComposing, placeOf } from "../editor/use-saved-text.ts";
import { isEmptyBody, sameBody, type TextBody } from "../text-body.ts";
import type { Begun } from "./open-edit.ts";
import type { ReviewText } from "./review-view.ts";

/** So long after the last key what is typed is saved. */
const pauseMs = 800;

export interface SlotWordsInput {
  productId: string;
  /** BCP-47 */
  locale: string;
  text: ReviewText;
  /** what was saved here before, over this version, was not taken: the words stay with the browser */
  refused: { seen: string | null } | null;
  /** @returns false: they were not taken */
  onSave(body: TextBody, begun: Begun): boolean;
  /** the text is left */
  onEnd(): void;
}

export interface SlotWords {
  /** what the editor begins with */
  begun: TextBody;
  typed: TextBody;
  /** what was saved last */
  sent: TextBody;
  change(body: TextBody): void;
  /** Saves at once. */
  save(): void;
}

/**
 * The words of a text that is open in its slot: with each letter they are kept in the browser, after a pause and when the text
 * is left they go out with what else the person did.
 */
export function useSlotWords(input: SlotWordsInput): SlotWords {
  const { productId, locale, text, refused } = input;
  const place = placeOf({ productId, locale, contentType: text.name });
  const [before] = useState<TextBody>(() => text.newest?.body ?? text.live ?? (text.kind === "bullets" ? [] : ""));
  // Written here before, and the server does not have it yet.
  const [kept] = useState(() => ownWords(wordStore(), thisTab(), place));
  const [begun] = useState(kept?.body ?? before);
  // Whatever comes to stand there meanwhile, it is what these words are written over.
  const [over] = useState<Begun>(() => kept ?? { seen: text.newest?.id || null, continues: false });
  const [typed, setTyped] = useState(begun);
  const sent = useRef(before);
  const savedHere = useRef(false);
  const latest = useRef(input);
  latest.current = input;
  const newest = text.newest?.id || null;
  const isDue = refused !== null || !sameBody(typed, sent.current);

  const save = () => {
    if (sameBody(typed, sent.current) || isEmptyBody(typed)) return;
    const taken = latest.current.onSave(typed, over);
    if (!taken) return;
    savedHere.current = true;
    sent.current = typed;
    // From here on it is kept with what else waits to be sent.
    dropWords(wordStore(), thisTab(), place);
  };
  const saveNow = useRef(save);
  saveNow.current = save;

  useEffect(() => {
    if (!isDue) return;
    // Nobody saves an emptied text, so that there is nothing to keep.
    if (isEmptyBody(typed)) return dropWords(wordStore(), thisTab(), place);
    const known = savedHere.current ? { seen: newest, continues: true } : over;
    const under = refused ? { seen: refused.seen, continues: false } : known;
    keepWords(wordStore(), thisTab(), place, { ...under, body: typed, at: Date.now() });
    let timer = setTimeout(saveUnlessComposing, pauseMs);
    function saveUnlessComposing() {
      if (isComposing()) timer = setTimeout(saveUnlessComposing, pauseMs);
      else saveNow.current();
    }
    return () => clearTimeout(timer);
  }, [typed, isDue, refused, newest, over, place]);
  // A page that is loaded again goes on with what it kept: its end is no end of the sitting, which the server finds by itself.
  useEffect(
    () => () => {
      saveNow.current();
      latest.current.onEnd();
    },
    [],
  );
  const change = (body: TextBody) => {
    setTyped(body);
    // Letters that were taken back leave nothing to keep.
    if (sameBody(body, sent.current) && refused === null) dropWords(wordStore(), thisTab(), place);
  };
  return { begun, typed, sent: sent.current, change, save };
}

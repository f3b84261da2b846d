import { useRevalidator } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EditorHandle } from "../editor/editor-props.ts";
import type { KeptWords } from "../editor/kept-words.ts";
import { SavedNote } from "../editor/saved-note.tsx";
import { TextEditor } from "../editor/text-editor.tsx";
import { useLiveChecks } from "../editor/use-live-checks.ts";
import { useSavedText } from "../editor/use-saved-text.ts";
import { Losses } from "../losses.tsx";
import type { TextBody } from "../text-body.ts";
import { lostBySaving } from "../what-is-lost.ts";
import { CardFindings } from "./card-findings.tsx";
import { ChangedElsewhere } from "./changed-elsewhere.tsx";
import { useMarkWords } from "./finding-sentence.ts";
import { LengthNote } from "./length-note.tsx";
import { keyOf, marksOf, openFindings } from "./open-findings.ts";
import type { TextView } from "./product-detail-view.ts";
import { useOnceOnPage } from "./use-once-on-page.ts";

export interface OpenTextProps {
  productId: string;
  text: TextView;
  lang: string;
  /** the market that it is for; default: all */
  market?: string | undefined;
  /** the text to begin with, as it is saved or live */
  begun: TextBody;
  /** words that were written before and are not saved yet */
  kept?: KeptWords | undefined;
  /** the person is done, and all is saved */
  onClose(): void;
  /** opens the product's facts */
  onFacts(): void;
  /** asks the model for another text */
  onAgain(): void;
}

/** A text under the pen, in its place: it saves itself, and says while it is written what the checks find. */
export function OpenText({ productId, text, lang, market, begun, kept, onClose, onFacts, onAgain }: OpenTextProps) {
  const { t } = useTranslation("editor");
  const { type, live, newest } = text;
  const locale = lang;
  const { revalidate } = useRevalidator();
  const { text: saved, saving } = useSavedText({
    ...{ productId, locale, market, contentType: type.name, body: begun, kept },
    ...{ seen: newest?.id ?? null, shown: text.shown },
  });
  const [body, setBody] = useState<TextBody>(kept?.body ?? begun);
  const [comparing, setComparing] = useState(false);
  const checked = useLiveChecks({ productId, locale, market, contentType: type.name }, newest?.body ?? "", body);
  const handle = useRef<EditorHandle | null>(null);
  const [at, setAt] = useState(0);
  // What a person kept or the server knows of a finding comes with the saved text; what is found comes with the newest words.
  const findings = openFindings(checked?.warnings ?? newest?.warnings ?? []);
  const focused = findings[Math.min(at, findings.length - 1)];
  const words = useMarkWords(type.label);
  const marks = useMemo(
    () => marksOf(findings, checked?.evidence ?? newest?.evidence ?? [], focused ? keyOf(focused) : null, words),
    [findings, checked, newest, focused, words],
  );
  const replace = (quote: string, words: string) => handle.current?.replace(quote, words);
  const [left, setLeft] = useState<string | null>(null);
  const done = async () => {
    await saved.end();
    const state = saved.state();
    if (state.kind === "unchanged") onClose();
    if (state.kind === "saved") setLeft(state.version);
  };
  useOnceOnPage(text, left, onClose);
  return (
    <div className="sw-open-text">
      <TextEditor
        label={type.label}
        kind={type.kind}
        value={kept?.body ?? begun}
        lang={lang}
        marks={marks}
        autoFocus
        handle={handle}
        onChange={(words) => {
          setBody(words);
          saved.change(words, text.shown);
          setLeft(null);
        }}
        onDone={done}
        onLeave={done}
        onSuggestion={() => focused?.fix && replace(focused.fix.quote, focused.fix.with)}
        onMark={(key) =>
          setAt(
            Math.max(
              0,
              findings.findIndex((one) => keyOf(one) === key),
            ),
          )
        }
      />
      <div className="sw-open-foot">
        <span data-act="done">
          <Button onClick={done}>{t("done")}</Button>
        </span>
        <SavedNote
          saving={saving}
          onTryNow={() => void saved.flush()}
          onCompare={() => {
            revalidate();
            setComparing(true);
          }}
        />
        <span className="sw-grow" />
        <LengthNote type={type} body={body} />
      </div>
      {comparing && saving.kind === "elsewhere" ? (
        <ChangedElsewhere
          type={type}
          theirs={newest?.body ?? null}
          mine={body}
          lang={lang}
          onMine={() => {
            setComparing(false);
            void saved.keepMine(saving.version, text.shown);
          }}
          onTheirs={() => {
            saved.discard();
            onClose();
          }}
        />
      ) : null}
      <Losses change={lostBySaving(type, live, body)} />
      <CardFindings
        label={type.label}
        findings={findings}
        at={at}
        busy={false}
        onAt={setAt}
        onUseWords={({ fix }) => fix && replace(fix.quote, fix.with)}
        onLeaveOut={({ quote }) => quote !== null && replace(quote, "")}
        onEdit={() => handle.current?.focus()}
        onFacts={onFacts}
        onAgain={onAgain}
      />
    </div>
  );
}

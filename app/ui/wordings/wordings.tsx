import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { lengthChars } from "../text-body.ts";
import { useFormats } from "../use-formats.ts";
import type { Numbered, WordingView } from "./wordings-view.ts";
import "./wordings.css";

export interface WordingsProps {
  /** those that the text is not */
  others: readonly Numbered<WordingView & { findings: number }>[];
  /** the text's name, as people read it */
  text: string;
  /** BCP-47 */
  lang: string;
  limitChars: number | null;
  /** nothing can be chosen just now */
  busy?: boolean;
  onChoose(number: number): void;
}

/** What else the model offered for a short text, one line each. A press takes it; by keyboard, arrows lead from one to the next. */
export function Wordings({ others, text, lang, limitChars, busy = false, onChoose }: WordingsProps) {
  const { t } = useTranslation("texts");
  const { count } = useFormats();
  const list = useRef<HTMLFieldSetElement>(null);
  const [at, setAt] = useState(0);
  const entered = Math.min(at, others.length - 1);
  if (others.length === 0) return null;
  const step = (event: React.KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const next = entered + by;
    if (by === 0 || next < 0 || next >= others.length) return;
    event.preventDefault();
    setAt(next);
    list.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <fieldset
      className="sw-wordings"
      ref={list}
      aria-label={t("wordings.of", { text, count: others.length })}
      onKeyDown={step}
    >
      {others.map(({ number, body, findings }, index) => {
        const length = lengthChars(body);
        return (
          <button
            key={number}
            type="button"
            className="sw-wording"
            data-wording={number}
            tabIndex={index === entered ? 0 : -1}
            disabled={busy}
            title={body}
            onFocus={() => setAt(index)}
            onClick={() => onChoose(number)}
          >
            <span className="sw-wording-number">
              <span aria-hidden="true">{count(number)}</span>
              <span className="sw-unseen">{t("wordings.number", { number })}</span>
            </span>
            <bdi className="sw-wording-words" lang={lang}>
              {body}
            </bdi>
            {findings > 0 ? (
              <span className="sw-wording-findings">{t("wordings.findings", { count: findings })}</span>
            ) : null}
            <span className={limitChars !== null && length > limitChars ? "sw-wording-long" : "sw-wording-length"}>
              {count(length)}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}

import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

export interface AskProps {
  label: string;
  /** what sends it */
  action: string;
  /** it cannot be sent without words */
  required?: boolean;
  onSend(words: string): void;
  onCancel(): void;
}

/** One line in the dock that a person answers in words: Enter sends it, Escape leaves it. */
export function AskInWords({ label, action, required = false, onSend, onCancel }: AskProps) {
  const { t } = useTranslation("dock");
  const [words, setWords] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const isMissing = required && words.trim() === "";
  return (
    <form
      className="sw-dock-ask"
      onSubmit={(event) => {
        event.preventDefault();
        if (isMissing) field.current?.focus();
        else onSend(words.trim());
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="text"
        maxLength={1_000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          onCancel();
        }}
      />
      <button
        type="submit"
        className={`sw-dock-button sw-dock-${isMissing ? "waits" : "primary"}`}
        aria-disabled={isMissing}
      >
        {action}
      </button>
      <button type="button" className="sw-dock-button" onClick={onCancel}>
        {t("action.cancel")}
      </button>
    </form>
  );
}

export interface AskFactProps {
  /** undefined: the person names it */
  name?: string | undefined;
  value: string;
  onSend(fact: { name: string; value: string }): void;
  onCancel(): void;
}

/** A fact as the person knows it: a name, and what it is. Neither is sent without the other. */
export function AskFact({ name, value, onSend, onCancel }: AskFactProps) {
  const { t } = useTranslation("review");
  const { t: d } = useTranslation("dock");
  const [typedName, setTypedName] = useState("");
  const [typedValue, setTypedValue] = useState(value);
  const [isRefused, setRefused] = useState(false);
  const names = useRef<HTMLInputElement>(null);
  const values = useRef<HTMLInputElement>(null);
  const id = useId();
  const fact = { name: (name ?? typedName).trim(), value: typedValue.trim() };
  const isMissing = fact.name === "" || fact.value === "";
  useEffect(() => (names.current ?? values.current)?.focus(), []);
  const isWrong = (words: string) =>
    isRefused && words === "" ? { "aria-invalid": true, "aria-describedby": `${id}e` } : {};
  const leave = (event: React.KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <form
      className="sw-dock-ask"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isMissing) onSend(fact);
        else {
          setRefused(true);
          (fact.name === "" ? names : values).current?.focus();
        }
      }}
    >
      {name === undefined ? (
        <>
          <label htmlFor={`${id}n`}>{t("correct.name")}</label>
          <input
            ref={names}
            id={`${id}n`}
            type="text"
            maxLength={60}
            placeholder={t("correct.nameExample")}
            value={typedName}
            onChange={({ target }) => setTypedName(target.value)}
            onKeyDown={leave}
            {...isWrong(fact.name)}
          />
        </>
      ) : null}
      <label htmlFor={`${id}v`}>{name === undefined ? t("correct.value") : t("correct.label", { name })}</label>
      <input
        ref={values}
        id={`${id}v`}
        type="text"
        maxLength={500}
        placeholder={name === undefined ? t("correct.valueExample") : undefined}
        value={typedValue}
        onChange={({ target }) => setTypedValue(target.value)}
        onKeyDown={leave}
        {...isWrong(fact.value)}
      />
      <button
        type="submit"
        className={`sw-dock-button sw-dock-${isMissing ? "waits" : "primary"}`}
        aria-disabled={isMissing}
      >
        {name === undefined ? t("correct.send") : d("action.correct")}
      </button>
      <button type="button" className="sw-dock-button" onClick={onCancel}>
        {d("action.cancel")}
      </button>
      {isRefused && isMissing ? (
        <span id={`${id}e`} role="alert">
          {t("correct.both")}
        </span>
      ) : null}
    </form>
  );
}

const rejectReasons = ["facts", "promotional", "tone", "long", "other"] as const;

export interface RejectAskProps {
  /** the shop's own; empty: the app's */
  reasons: readonly string[];
  /** undefined: no reason was given */
  onReject(reason: string | undefined): void;
  onCancel(): void;
}

/** Why a text is rejected: a digit, Enter for no reason, or words of one's own. */
export function RejectAsk({ reasons, onReject, onCancel }: RejectAskProps) {
  const { t } = useTranslation("review");
  const { t: d } = useTranslation("dock");
  const [other, setOther] = useState(false);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>("button")?.focus(), []);
  const usual = rejectReasons.map((reason) => t(`reasons.${reason}`));
  const offered = reasons.length > 0 ? [...reasons.slice(0, 8), t("reasons.other")] : usual;
  const choose = (index: number) => {
    const reason = offered[index];
    if (reason === undefined) return;
    if (index === offered.length - 1) setOther(true);
    else onReject(reason);
  };
  if (other) {
    return (
      <AskInWords
        label={d("why")}
        action={d("action.reject")}
        onSend={(words) => onReject(words || undefined)}
        onCancel={onCancel}
      />
    );
  }
  return (
    <fieldset
      ref={box}
      className="sw-dock-ask sw-dock-reasons"
      onKeyDown={(event) => {
        if (event.repeat || event.nativeEvent.isComposing) return;
        if (event.key === "Escape") onCancel();
        else if (event.key === "Enter" && event.target === event.currentTarget.querySelector("button"))
          onReject(undefined);
        else if (/^[1-9]$/.test(event.key)) choose(Number(event.key) - 1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <legend className="sw-unseen">{d("why")}</legend>
      <button type="button" className="sw-dock-button sw-dock-plain" onClick={() => onReject(undefined)}>
        <b>{d("why")}</b> <span>{t("reasons.none")}</span>
      </button>
      {offered.map((reason, index) => (
        <button
          key={reason}
          type="button"
          className="sw-dock-button"
          aria-keyshortcuts={String(index + 1)}
          onClick={() => choose(index)}
        >
          <span>{reason}</span>
          <kbd className="sw-dock-key">{index + 1}</kbd>
        </button>
      ))}
      <button
        type="button"
        className="sw-dock-button sw-dock-icon"
        aria-label={d("action.cancel")}
        aria-keyshortcuts="Escape"
        onClick={onCancel}
      >
        <span aria-hidden="true">✕</span>
      </button>
    </fieldset>
  );
}
